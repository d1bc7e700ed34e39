import { byCommenter } from '@/lib/circulation/comments/order'
import type { EntityKind } from '@/lib/delegations/kinds'

/** The order of comments on one target. */
export type Placed = {
  id: string
  kind: EntityKind
  /** The place of the name in UN English order. */
  sortKey: string
  releasedAt: Date
}

/** By commenter, in the order of the United Nations; the comments of one commenter in the order of their release. */
export const byEntity = (a: Placed, b: Placed): number =>
  byCommenter(a, b) ||
  a.releasedAt.getTime() - b.releasedAt.getTime() ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
