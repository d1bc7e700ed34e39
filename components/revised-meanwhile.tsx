import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/lib/form-state'
import { paths } from '@/lib/paths'
import type { DraftView } from '@/lib/proposals/draft-queries'
import { Form, SubmitButton } from './form'
import { TextOfRecord } from './text-of-record'

/**
 * Says that a colleague submitted another revision while this draft was written, and shows that text.
 * The draft's own words stay below; `action` says that they take account of it.
 */
export async function RevisedMeanwhile({
  draft,
  revises,
  slug,
  action,
}: {
  draft: DraftView
  revises: NonNullable<DraftView['revises']>
  slug: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}) {
  const t = await getTranslations('drafts')
  const { number, base, current, currentBody } = revises
  return (
    <section
      aria-labelledby="meanwhile"
      className="mb-10 max-w-3xl border-s-4 border-alarm bg-alarm-wash p-4"
    >
      <h2 id="meanwhile" className="font-semibold">
        {t('meanwhile', { current })}
      </h2>
      <p className="mb-3 mt-1 max-w-prose">{t('meanwhileHint', { base, current })}</p>
      <div className="mb-3 bg-sheet p-4">
        <TextOfRecord document={currentBody} language={draft.language} />
      </div>
      <p className="mb-4">
        <a href={paths.compare(slug, number, base, current)}>
          {t('meanwhileCompare', { base, current })}
        </a>
      </p>
      <Form action={action}>
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="version" value={draft.version} />
        <div>
          <SubmitButton tone="quiet">{t('rebase', { current })}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
