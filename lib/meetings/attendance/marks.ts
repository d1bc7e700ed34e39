import { type EntityKind, entityKinds } from '@/lib/delegations/kinds'

/** The column for the session as a whole: the credentials of a delegation. */
export const SESSION_COLUMN = 'session'

/** The attendance of an entity: at a meeting, by its id, or at the session as a whole. */
export type Mark = { column: string; entityId: string }

/** A mark as a form sends it, and as it is compared with others. */
export const writeMark = ({ column, entityId }: Mark): string => `${column}:${entityId}`

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const WRITTEN = new RegExp(`^(${SESSION_COLUMN}|${UUID}):(${UUID})$`)

/** The mark in a text of `writeMark`, or null without one. */
export function readMark(text: string): Mark | null {
  const [, column, entityId] = WRITTEN.exec(text) ?? []
  return column && entityId ? { column, entityId } : null
}

/**
 * The changes of a form: the marks added and removed since the drawing of the page. The act writes these alone, so that
 * a mark from elsewhere stays.
 */
export function changesBetween(
  drawn: readonly Mark[],
  ticked: readonly Mark[],
): { added: Mark[]; removed: Mark[] } {
  const before = new Set(drawn.map(writeMark))
  const after = new Set(ticked.map(writeMark))
  return {
    added: ticked.filter((mark) => !before.has(writeMark(mark))),
    removed: drawn.filter((mark) => !after.has(writeMark(mark))),
  }
}

/** The number of entities of a kind that attended. */
export type KindCount = { kind: EntityKind; count: number }

/** Counts entities by kind, each once, in the order of the kinds; a kind of which none attended is left out. */
export function countByKind(
  entities: readonly { entityId: string; kind: EntityKind }[],
): KindCount[] {
  const ids = new Map<EntityKind, Set<string>>()
  for (const { entityId, kind } of entities)
    ids.set(kind, (ids.get(kind) ?? new Set()).add(entityId))
  return entityKinds.flatMap((kind) => {
    const count = ids.get(kind)?.size ?? 0
    return count > 0 ? [{ kind, count }] : []
  })
}

type Placed = { kind: EntityKind; sortKey: string }

/** The order of print: by kind, then in UN English order. */
export const inPrintedOrder = (a: Placed, b: Placed): number =>
  entityKinds.indexOf(a.kind) - entityKinds.indexOf(b.kind) ||
  (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0)

/** Whether the counts of an attendance are final: it is closed, or each count was entered as final. */
export const isFinal = ({
  closedAt,
  counts,
}: {
  closedAt: Date | null
  counts: readonly { provisional: boolean }[]
}): boolean =>
  closedAt !== null || (counts.length > 0 && counts.every((count) => !count.provisional))
