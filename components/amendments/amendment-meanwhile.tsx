import { getTranslations } from 'next-intl/server'
import { Form, SubmitButton } from '@/components/form'
import { TextOfRecord } from '@/components/text-of-record'
import { carryAll } from '@/lib/amendments/carried'
import type { AmendmentDraftDetails } from '@/lib/amendments/queries'
import type { FormState } from '@/lib/form-state'
import { paths } from '@/lib/paths'
import type { TextDocument } from '@/lib/text/document'
import { LabelWord } from './label-word'

/**
 * Says that the proposal was revised while this draft was written, how the draft stands on the new
 * text, and shows that text. `action` carries the draft over; its words stay as they are until then.
 */
export async function AmendmentMeanwhile({
  draft,
  proposal,
  slug,
  action,
}: {
  draft: AmendmentDraftDetails
  proposal: { number: number; currentNumber: number; body: TextDocument; language: string }
  slug: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}) {
  const [t, ta] = await Promise.all([
    getTranslations('amendments.draft'),
    getTranslations('amendments'),
  ])
  const { number, currentNumber: current, body, language } = proposal
  const { revisionNumber: base } = draft
  const bodies = new Map([
    [base, draft.baseBody],
    [current, body],
  ])
  const { label } = carryAll({ bodies, current, language }, [draft])[0]!
  return (
    <section
      aria-labelledby="meanwhile"
      className="mb-10 max-w-3xl border-s-4 border-alarm bg-alarm-wash p-4"
    >
      <h2 id="meanwhile" className="font-semibold">
        {t('meanwhile')}
      </h2>
      <p className="mb-3 mt-1 max-w-prose">{t('meanwhileHint', { base, current })}</p>
      <p className="mb-3">
        {t('meanwhileLabel', { current })} <LabelWord amendment={{ label, withdrawnAt: null }} />{' '}
        <span className="text-sm">{ta(`labelMeans.${label}`)}</span>
      </p>
      <div className="mb-3 bg-sheet p-4">
        <TextOfRecord document={body} language={language} />
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
          <SubmitButton tone="quiet">{t('carry', { current })}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
