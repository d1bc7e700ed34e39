import 'server-only'
import { Prisma } from './generated/client'
import type { Tx } from './client'

// Rows with a position, 1, 2, 3 … under their parent. The database keeps positions unique at the end of
// each transaction; a row that leaves leaves a gap, which the next act that places a row closes.

/** The ordered lists: the table, the column of the parent, and which rows count. */
const LISTS = {
  listHeading: Prisma.raw(`"ListHeading" r WHERE r."listId"`),
  item: Prisma.raw(`"Item" r WHERE r."headingId"`),
  consolidatedHeading: Prisma.raw(`"ConsolidatedHeading" r WHERE r."listId"`),
  consolidatedItem: Prisma.raw(
    `"ConsolidatedItem" r WHERE r."deletedAt" IS NULL AND r."headingId"`,
  ),
} as const
const TABLES = {
  listHeading: Prisma.raw(`"ListHeading"`),
  item: Prisma.raw(`"Item"`),
  consolidatedHeading: Prisma.raw(`"ConsolidatedHeading"`),
  consolidatedItem: Prisma.raw(`"ConsolidatedItem"`),
} as const
type OrderedList = keyof typeof LISTS

/** The target of a row: before another row, or at a position that counts from 1. Neither found: last. */
export type Spot = { position?: number | undefined; before?: string | undefined }

/** The ids under a parent in their order. */
async function orderUnder(tx: Tx, list: OrderedList, parentId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM ${LISTS[list]} = ${parentId}::uuid ORDER BY r.position, r.id`
  return rows.map(({ id }) => id)
}

/** The position after the last row under a parent, whatever gaps there are. */
export async function endPosition(tx: Tx, list: OrderedList, parentId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(r.position), 0)::int AS last FROM ${LISTS[list]} = ${parentId}::uuid`
  return (rows[0]?.last ?? 0) + 1
}

/** Moves a row of the parent to a spot and renumbers the rows there. Returns its position. */
export async function placeRow(
  tx: Tx,
  list: OrderedList,
  parentId: string,
  id: string,
  spot: Spot,
): Promise<number> {
  const order = placedAt(await orderUnder(tx, list, parentId), id, spot)
  await tx.$executeRaw`
    UPDATE ${TABLES[list]} r SET position = o.place
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE r.id = o.id AND r.position <> o.place`
  return order.indexOf(id) + 1
}

/** The order of the ids with one of them, or a new one, put to its spot. */
function placedAt(order: readonly string[], id: string, spot: Spot): string[] {
  const otherIds = order.filter((member) => member !== id)
  const next = spot.before ? otherIds.indexOf(spot.before) : -1
  const index = spot.before || spot.position === undefined ? otherIds.length : spot.position - 1
  return otherIds.toSpliced(next >= 0 ? next : index, 0, id)
}
