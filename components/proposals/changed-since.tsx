import { Comparison } from '@/components/text/comparison'
import { translations } from '@/lib/messages'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import type { ProposalView, RevisionView } from '@/lib/proposals/queries'
import { diff } from '@/lib/text/diff/diff'
import { toMarked } from '@/lib/text/document/marked'

/** A notice that a proposal was revised since the reader's last look; opens to the text with its changes marked. */
export function ChangedSince({
  earlier,
  proposal: { body, language, currentNumber },
}: {
  earlier: RevisionView
  proposal: ProposalView
}) {
  const t = translations('proposals.one')
  const before = toMarked(earlier.body)
  return (
    <details className="no-print mb-6 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-2">
      <summary className="cursor-pointer">
        {t('changedSince', { from: earlier.number, to: currentNumber })}{' '}
        <span className="text-accent underline">{t('showChanges')}</span>
      </summary>
      <div className="pb-2 pt-3">
        <Comparison
          paragraphs={comparedParagraphs(before, diff(before, toMarked(body), language))}
          language={language}
        />
      </div>
    </details>
  )
}
