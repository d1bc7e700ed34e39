import 'server-only'
import type { Tx } from '@/lib/db/client'

/** Where under a heading: before another item, or at a place that counts from 1. Neither found: last. */
export type Spot = { position?: number; before?: string | undefined }

/** The position of the last item under a heading; 0 under an empty one. */
export async function lastPosition(tx: Tx, headingId: string): Promise<number> {
  const last = await tx.consolidatedItem.aggregate({
    where: { headingId, deletedAt: null },
    _max: { position: true },
  })
  return last._max.position ?? 0
}

/** Puts an item under a heading and numbers the items there anew. Returns its place. */
export async function placeItem(
  tx: Tx,
  id: string,
  headingId: string,
  { position, before }: Spot,
): Promise<number> {
  const others = await tx.consolidatedItem.findMany({
    where: { headingId, deletedAt: null, id: { not: id } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const order = others.map((other) => other.id)
  const next = before ? order.indexOf(before) : -1
  const place = next >= 0 ? next : before || position === undefined ? order.length : position - 1
  order.splice(place, 0, id)
  await tx.$executeRaw`
    UPDATE "ConsolidatedItem" i SET position = o.place, "headingId" = ${headingId}::uuid
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE i.id = o.id AND (i.position <> o.place OR i."headingId" <> ${headingId}::uuid)`
  return order.indexOf(id) + 1
}
