import { type EntityKind, entityKinds } from '@/lib/delegations/kinds'

/** By what comments on one target are ordered. */
export type Placed = {
  id: string
  kind: EntityKind
  /** The place of the name in UN English order. */
  sortKey: string
  releasedAt: Date
}

/**
 * Member States in UN English order, then observer States, intergovernmental organizations and all others; the comments
 * of one in the order of their release.
 */
export const byEntity = (one: Placed, other: Placed): number =>
  entityKinds.indexOf(one.kind) - entityKinds.indexOf(other.kind) ||
  compare(one.sortKey, other.sortKey) ||
  one.releasedAt.getTime() - other.releasedAt.getTime() ||
  compare(one.id, other.id)

/** By code points, as the names' keys are made: the same on every machine. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
