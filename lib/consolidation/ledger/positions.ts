import 'server-only'
import type { Tx } from '@/lib/db/client'
import { placeRow, type Spot } from '@/lib/db/ordered-list'

/** Puts an item of the list under a heading, at a spot. Returns its position there, which counts from 1. */
export async function placeItem(
  tx: Tx,
  id: string,
  headingId: string,
  { position, before }: Spot,
): Promise<number> {
  await tx.consolidatedItem.updateMany({
    where: { id, headingId: { not: headingId } },
    data: { headingId },
  })
  return placeRow(tx, 'consolidatedItem', headingId, id, { position, before })
}
