import type { FormAction } from '@/components/ui/form'
import { Meanwhile } from '@/components/proposals/meanwhile'
import { carryAll } from '@/lib/amendments/carried'
import type { AmendmentDraftDetails } from '@/lib/amendments/drafts/queries'
import { paths } from '@/lib/paths'
import type { TextDocument } from '@/lib/text/document/document'
import { translations } from '@/lib/messages'
import { LabelWord } from './label-word'

/**
 * Says that the proposal was revised while this draft was written, the state of the draft on the new text, and shows
 * that text. `action` carries the draft over; its words stay as they are until then.
 */
export function AmendmentMeanwhile({
  draft,
  proposal,
  slug,
  action,
}: {
  draft: AmendmentDraftDetails
  proposal: { number: number; currentNumber: number; body: TextDocument; language: string }
  slug: string
  action: FormAction
}) {
  const t = translations('amendments.draft')
  const ta = translations('amendments')
  const { number, currentNumber: current, body, language } = proposal
  const { revisionNumber: base } = draft
  const bodies = new Map([
    [base, draft.baseBody],
    [current, body],
  ])
  const { label } = carryAll({ bodies, current, language }, [draft])[0]!
  return (
    <Meanwhile
      draft={draft}
      now={{ body, language }}
      compare={paths.compare(slug, number, base, current)}
      action={action}
      texts={{
        title: t('meanwhile'),
        hint: t('meanwhileHint', { base, current }),
        compare: t('meanwhileCompare', { base, current }),
        goOn: t('carry', { current }),
      }}
    >
      <p className="mb-3">
        {t('meanwhileLabel', { current })} <LabelWord amendment={{ label, withdrawnAt: null }} />{' '}
        <span className="text-sm">{ta(`labelMeans.${label}`)}</span>
      </p>
    </Meanwhile>
  )
}
