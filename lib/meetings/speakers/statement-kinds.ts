import type { EntityKind } from '@/lib/delegations/kinds'
import { statementKinds, type StatementKind } from '@/lib/meetings/kinds'

/** The kinds in which nobody speaks but a delegation of this kind: under its own flag, and for a group in the group's. */
const OWN: Partial<Record<StatementKind, (entity: EntityKind) => boolean>> = {
  state: (entity) => entity === 'memberState',
  rightOfReply: (entity) => entity === 'memberState',
  observer: (entity) => entity !== 'memberState',
  organisation: (entity) => entity !== 'memberState' && entity !== 'observerState',
}

/** Whether a delegation of this kind may speak so. */
export const fitsSpeaker = (kind: StatementKind, entity: EntityKind): boolean =>
  OWN[kind]?.(entity) ?? true

/** A right of reply answers a statement, and a point of order the conduct of the debate: a closed list still takes them. */
export const comesAfterClosing = (kind: StatementKind): boolean =>
  kind === 'rightOfReply' || kind === 'pointOfOrder'

/** The kinds that a form offers, the usual one of the speaker first; all if the speaker is chosen in the form. */
export const kindsOffered = ({
  entity,
  hasGroups,
  isClosed,
}: {
  entity: EntityKind | null
  hasGroups: boolean
  isClosed: boolean
}): StatementKind[] =>
  statementKinds
    .filter((kind) => !entity || fitsSpeaker(kind, entity))
    .filter((kind) => kind !== 'group' || hasGroups)
    .filter((kind) => !isClosed || comesAfterClosing(kind))
    .toSorted((a, b) => Number(isUsual(b, entity)) - Number(isUsual(a, entity)))

const isUsual = (kind: StatementKind, entity: EntityKind | null): boolean =>
  entity !== null &&
  kind ===
    (entity === 'memberState' ? 'state' : entity === 'observerState' ? 'observer' : 'organisation')
