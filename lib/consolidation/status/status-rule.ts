import type { StatusKind } from '@/lib/consolidation/kinds'

/**
 * The allowed changes of an item's status (domain.md 1.3). Agreement and its loss are declared by the presiding
 * officer; "deleted" and "adopted" are no statuses: an item is taken off the list, and the decision on the whole list
 * adopts.
 */
export const nextStatuses: Record<StatusKind, readonly StatusKind[]> = {
  pending: ['underDiscussion', 'bracketed', 'agreedAdReferendum', 'agreed', 'noConsensus'],
  underDiscussion: ['pending', 'bracketed', 'agreedAdReferendum', 'agreed', 'noConsensus'],
  bracketed: ['underDiscussion', 'agreedAdReferendum', 'agreed', 'noConsensus'],
  agreedAdReferendum: ['underDiscussion', 'agreed'],
  agreed: ['underDiscussion'],
  noConsensus: ['underDiscussion'],
}

/** Whether the room agreed, be it *ad referendum*: the item keeps its words and its place until it is reopened. */
export const isAgreed = (status: StatusKind): boolean =>
  status === 'agreed' || status === 'agreedAdReferendum'

/** The statuses without agreement, which print and show in square brackets. */
export const standsInBrackets = (status: StatusKind): boolean =>
  status === 'bracketed' || status === 'noConsensus'

/**
 * Whether an item hinders the adoption of its list: it is still before the room or without agreement, or a delegation
 * objects to it. An item without a declared status, or agreed *ad referendum*, is adopted with the list: the room
 * decides on the whole of it, and nobody objects.
 */
export const hindersAdoption = (status: StatusKind, objections: number): boolean =>
  status === 'underDiscussion' || standsInBrackets(status) || objections > 0

/** The items that hinder the adoption; `withdrawn` are the ids of those that come from withdrawn proposals alone. */
export const hinderingItems = <Item extends { id: string; status: StatusKind; objections: number }>(
  items: readonly Item[],
  withdrawn: readonly string[],
): Item[] =>
  items.filter(
    ({ id, status, objections }) => hindersAdoption(status, objections) || withdrawn.includes(id),
  )
