import type { AsideKind, OutcomeKind } from '@/lib/consolidation/kinds'

/** A living link from a preliminary item to a consolidated one, as the rule needs it. */
export type LinkOf = {
  /** The number of the consolidated item's sources, this one included. */
  sources: number
  /** Whether the consolidated item reads word for word as this source. */
  sameText: boolean
}

/**
 * The outcome that follows from the links of an item: none without a link. Several links are a split; one link shared
 * with other sources is a merger; an unshared link is the item itself, as it was or reworded.
 */
export function outcomeOfLinks(links: readonly LinkOf[]): Exclude<OutcomeKind, AsideKind> | null {
  const [link, another] = links
  if (!link) return null
  if (another) return 'splitInto'
  if (link.sources > 1) return 'mergedInto'
  return link.sameText ? 'adoptedAsIs' : 'reworded'
}

/** An item that all its authors withdrew; another State may have taken it over. */
export type Withdrawal = 'withdrawn' | 'takenOver'

/** The outcome that follows from the links of an item and from its withdrawal; null if none follows. */
export const dueOutcome = (
  links: readonly LinkOf[],
  withdrawal: Withdrawal | undefined,
): OutcomeKind | null => (withdrawal === 'withdrawn' ? 'withdrawn' : outcomeOfLinks(links))

/** The number of items by outcome; null for those without. */
export type Counted = { outcome: OutcomeKind | null; count: number }

/** The outcomes of a list of items, counted. */
export type Coverage = {
  total: number
  settled: number
  counts: Record<OutcomeKind, number>
  /** The items without an outcome, in the order given. */
  open: readonly string[]
}

/**
 * Whether every item has its outcome. The counts and the open items always sum to the number of
 * items: nothing is dropped without trace.
 */
export function coverage(rows: readonly Counted[], open: readonly string[]): Coverage {
  const counts: Coverage['counts'] = {
    adoptedAsIs: 0,
    mergedInto: 0,
    splitInto: 0,
    reworded: 0,
    deferred: 0,
    notAgreed: 0,
    withdrawn: 0,
  }
  let settled = 0
  for (const { outcome, count } of rows) {
    if (!outcome) continue
    counts[outcome] += count
    settled += count
  }
  return { total: settled + open.length, settled, counts, open }
}
