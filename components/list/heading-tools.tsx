import { Field } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { CompilingActs } from './acts'

/** A heading of the list and its acts. */
export function HeadingTools({
  heading,
  position,
  last,
  slug,
  acts,
}: {
  heading: { id: string; title: string; paragraph: number; empty: boolean }
  position: number
  last: boolean
  slug: string
  acts: CompilingActs
}) {
  const t = translations('lists')
  const { id, title, paragraph, empty } = heading
  const which = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="headingId" value={id} />
    </>
  )
  const steps = [
    { to: position - 1, sign: '↑', label: t('headingUp', { title }), shown: position > 1 },
    { to: position + 1, sign: '↓', label: t('headingDown', { title }), shown: !last },
  ]
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-3 border-b border-line-strong pb-1">
      <h2 className="min-w-0 flex-1 font-serif text-xl font-semibold">
        {paragraph}. {title}
      </h2>
      <div className="flex items-center gap-1">
        {steps.map(
          ({ to, sign, label, shown }) =>
            shown && (
              <Form key={sign} action={acts.moveWhole} className="contents">
                {which}
                <input type="hidden" name="position" value={to} />
                <button type="submit" aria-label={label} title={label} className="editor-tool">
                  {sign}
                </button>
              </Form>
            ),
        )}
        {empty && (
          <Form action={acts.removeWhole} className="contents">
            {which}
            <button
              type="submit"
              aria-label={t('removeHeading', { title })}
              title={t('removeHeading', { title })}
              className="editor-tool"
            >
              ×
            </button>
          </Form>
        )}
      </div>
      <details className="w-full text-sm">
        <summary className="inline-block cursor-pointer py-1 text-accent">{t('rename')}</summary>
        <Form action={acts.rename} className="my-2 flex max-w-xl flex-wrap items-end gap-3">
          {which}
          <div className="min-w-48 flex-1">
            <Field name="title" label={t('renameNamed', { title })} defaultValue={title} />
          </div>
          <SubmitButton tone="quiet">{t('rename')}</SubmitButton>
        </Form>
      </details>
    </div>
  )
}
