import type { EntityKind } from '@/lib/delegations/kinds'

/** The parts in which comments are printed: Member States, observer States, intergovernmental bodies, others. */
export const commenterGroups = [
  'memberState',
  'observerState',
  'intergovernmental',
  'other',
] as const
type CommenterGroup = (typeof commenterGroups)[number]

const GROUP_OF: Record<EntityKind, CommenterGroup> = {
  memberState: 'memberState',
  observerState: 'observerState',
  intergovernmental: 'intergovernmental',
  unEntity: 'intergovernmental',
  institute: 'intergovernmental',
  privateSector: 'other',
  nonGovernmental: 'other',
  academia: 'other',
}

/** The part in which a commenter of this kind is printed. */
export const groupOf = (kind: EntityKind): CommenterGroup => GROUP_OF[kind]

type Commenter = { kind: EntityKind; sortKey: string }

/** Member States first, in the order of the United Nations, then observer States, intergovernmental bodies and others. */
export const byCommenter = (a: Commenter, b: Commenter): number =>
  commenterGroups.indexOf(groupOf(a.kind)) - commenterGroups.indexOf(groupOf(b.kind)) ||
  (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0)
