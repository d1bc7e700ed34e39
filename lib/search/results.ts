import { type Actor, takesPart } from '@/lib/delegations/actor'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { paths } from '@/lib/paths'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import type { SearchKind } from './filter'

/** One result, as the index has it. */
export type Result = {
  id: string
  kind: SearchKind
  /** Whether the typed words are its number or symbol. */
  exact: boolean
  sessionId: string
  slug: string
  ordinal: number
  eventWord: string
  groupName: string
  /** "2b", or null if it belongs to no agenda item. */
  agenda: string | null
  language: string | null
  printed: string
  proposalNumber: number | null
  amendmentNumber: number | null
  names: string[]
  /** The group of States for which the first of them submitted it. */
  onBehalf: OnBehalf | null
  text: string
  withdrawn: boolean
  /** The places of the found words (lib/text/search/marks.ts). */
  places: number[]
}

/** The address of a result for this reader: a non-participant reads the issued or adopted text. */
export function addressOf(actor: Actor, result: Result): string {
  const { id, kind, slug, printed, proposalNumber: number } = result
  const inside = takesPart(actor)
  switch (kind) {
    case 'proposal':
      return paths.proposal(slug, number!)
    case 'amendment':
      return paths.amendment(slug, number!, result.amendmentNumber!)
    case 'comment':
      return paths.comment(slug, number!, id)
    case 'circulationComment':
      return paths.publicCirculationComment(slug, id)
    case 'delegation':
      return paths.delegation(slug, id)
    case 'list':
      return inside ? paths.list(slug) : paths.publicList(slug)
    case 'document':
      return inside ? paths.document(slug, printed) : paths.publicDocument(slug, printed)
    case 'item':
      return inside
        ? `${paths.list(slug)}#item-${id}`
        : `${paths.publicList(slug)}${anchorOf(printed)}`
    case 'consolidated':
      return canReadConsolidated(actor, result.sessionId)
        ? paths.consolidatedItem(slug, id)
        : `${paths.publicConsolidated(slug)}${anchorOf(printed)}`
  }
}

/** The place of item "1 (b)" in a printed list. */
const anchorOf = (printed: string): string => {
  const [, paragraph, letter] = /^(\d+)(?: \(([a-z]+)\))?$/.exec(printed) ?? []
  return paragraph ? `#para-${[paragraph, letter].filter(Boolean).join('-')}` : ''
}
