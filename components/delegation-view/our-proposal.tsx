import { StateWord } from '@/components/ui/state-word'
import { ChineseFont } from '@/components/text/chinese-font'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import type { OurProposal } from '@/lib/consolidation/delegation-view/views'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import type { DelegationViewActs } from './acts'
import { ListedAt, placeOf } from './listed-at'
import { OurItemEntry } from './our-item'

/** A proposal of the delegation as submitted, and the outcome of each of its items. */
export function OurProposalEntry({
  proposal,
  anchors,
  isFolded,
  ...acts
}: {
  proposal: OurProposal
  /** Whether it opens when its line is pressed, or an address names one of its items. */
  isFolded: boolean
  /** The items with their anchor here, since they are named here first. */
  anchors: ReadonlySet<string>
} & DelegationViewActs) {
  const t = translations('ours')
  const { sessionSlug, sessionOrdinal, number, author, language, text, items } = proposal
  const session = ordinalWord(sessionOrdinal)
  // The item shows the printed text of the list; the proposal's own text is shown if it differs.
  const asListed = items.length > 0 && items.every((item) => item.text === text || text === '')
  const outcomes = translations('consolidation.outcomes')
  const became = [...new Set(items.map(({ outcome }) => outcomes(outcome ?? 'none')))]
  const standing = items.length > 0 ? became.join(' · ') : placeOf(proposal)
  return (
    <article className="border-t border-line-strong pt-3">
      <details open={!isFolded} className="unfolds-in-print">
        <summary className="cursor-pointer">
          <h3 className="inline font-semibold">
            <span className="inline-block first-letter:uppercase">
              {t('proposal', { session, number })}
            </span>
          </h3>{' '}
          <span className="text-sm text-quiet">{isFolded && standing}</span>
          {isFolded && (
            <span lang={language} dir="auto" className="block truncate font-serif in-open:hidden">
              {text || items[0]?.text}
            </span>
          )}
        </summary>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-4">
          <a href={paths.proposal(sessionSlug, number)} className="way">
            {t('read')}
          </a>
          {!proposal.own && (
            <span className="text-sm font-normal text-quiet">
              {t(standsBy(proposal), {
                author,
                revision: proposal.coSponsored ?? 0,
                current: proposal.current,
              })}
            </span>
          )}
          {proposal.withdrawnAt && (
            <StateWord shape="ended">
              {t(proposal.withdrawalReason ? 'withdrawnBecause' : 'withdrawn', {
                time: printSeatTime(proposal.withdrawnAt),
                reason: proposal.withdrawalReason,
              })}
            </StateWord>
          )}
        </p>
        {!asListed && (
          <p
            lang={language}
            dir={directionOf(language)}
            className="mt-1 max-w-prose whitespace-pre-line break-words font-serif"
          >
            {language === 'zh' && <ChineseFont />}
            {text}
          </p>
        )}
        {items.length === 0 && (
          <p className="mt-1 text-sm">
            <ListedAt proposal={proposal} />
          </p>
        )}
        <div className="grid grid-cols-1 gap-6">
          {items.map((item) => (
            <OurItemEntry key={item.id} item={item} isNamedHere={anchors.has(item.id)} {...acts} />
          ))}
        </div>
      </details>
    </article>
  )
}

/** How they stand for another State's proposal. */
function standsBy({ takenOver, coSponsored, current }: OurProposal) {
  if (takenOver) return 'takenOver'
  return coSponsored !== null && coSponsored < current ? 'coSponsoredAt' : 'coSponsored'
}
