import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'

export type HeadingActs = Record<'change' | 'drop', FormAction>

/** Another title for a heading, its place, and its removal if nothing ever stood under it. */
export function HeadingTools({
  heading: { id, title, position, empty },
  slug,
  acts,
}: {
  heading: { id: string; title: string; position: number; empty: boolean }
  slug: string
  acts: HeadingActs
}) {
  const t = translations('consolidation')
  const hidden = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="headingId" value={id} />
    </>
  )
  return (
    <details className="no-print -mt-2 mb-2 text-sm">
      <summary className="cursor-pointer py-1 text-accent" aria-label={t('changeOf', { title })}>
        {t('changeHeading')}
      </summary>
      <Form action={acts.change} className="my-2 grid max-w-md gap-3">
        {hidden}
        <Field name="title" label={t('heading')} defaultValue={title} />
        <Field
          name="position"
          label={t('placeAmongHeadings')}
          inputMode="numeric"
          defaultValue={String(position)}
        />
        <div>
          <SubmitButton tone="quiet">{t('saveHeading')}</SubmitButton>
        </div>
      </Form>
      {empty && (
        <Form action={acts.drop} className="grid gap-3">
          {hidden}
          <div>
            <SubmitButton tone="plain">{t('dropHeading')}</SubmitButton>
          </div>
        </Form>
      )}
    </details>
  )
}
