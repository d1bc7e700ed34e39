import { StateWord } from '@/components/ui/state-word'
import { ordinalWord } from '@/lib/clock'
import type { OurProposal } from '@/lib/consolidation/delegation-view/views'
import { paths } from '@/lib/paths'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { translations } from '@/lib/messages'

/** Where a proposal without an outcome stands: on the issued list of its session, on none, or on one that is not issued. */
export function placeOf(proposal: OurProposal): string {
  const t = translations('ours')
  const { listed, listedItems, covered, sessionOrdinal } = proposal
  if (listedItems.length === 0) return t(listed ? 'neverListed' : 'notYetListed')
  const numbers = listedItems.map((item) => item.importedNumber ?? itemNumber(item))
  const place = t('onList', {
    session: ordinalWord(sessionOrdinal),
    count: numbers.length,
    numbers: numbers.join(', '),
  })
  return covered === false ? `${place} ${t('notCovered')}` : place
}

/** The same sentence, with the way to the list. */
export function ListedAt({ proposal }: { proposal: OurProposal }) {
  const [first] = proposal.listedItems
  const place = <StateWord shape={first ? 'done' : 'none'}>{placeOf(proposal)}</StateWord>
  if (!first) return place
  return (
    <>
      {place}{' '}
      <a href={`${paths.list(proposal.sessionSlug)}#item-${first.id}`} className="way">
        {translations('ours')('readList')}
      </a>
    </>
  )
}
