import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'

/**
 * The only writer of an issue. Returns whether this act issued the document: false if it was issued before. Unchecked:
 * the caller must have authorized the actor.
 */
export async function markDocumentIssued(
  tx: Tx,
  id: string,
  personId: string | null,
  at?: Date,
): Promise<boolean> {
  const issuedAt = at ?? (await clockTime(tx))
  const { count } = await tx.document.updateMany({
    where: { id, issuedAt: null },
    data: { issuedAt, issuedById: personId },
  })
  return count > 0
}
