import 'server-only'
import { db } from '@/lib/db/client'
import type { StatedDisagreement } from '@/lib/consolidation/views'

/**
 * The disagreements that delegations have not withdrawn, in the order in which they were stated.
 * Unchecked: the caller must have authorized the actor.
 */
export async function activeDisagreements(listId: string): Promise<StatedDisagreement[]> {
  const disagreements = await db.disagreement.findMany({
    where: { listId, withdrawnAt: null },
    orderBy: [{ statedAt: 'asc' }, { id: 'asc' }],
    include: { delegation: { select: { name: true } } },
  })
  return disagreements.map(({ delegation, ...disagreement }) => ({
    id: disagreement.id,
    itemId: disagreement.itemId,
    consolidatedItemId: disagreement.consolidatedItemId,
    wording: disagreement.wording,
    delegationName: delegation.name,
    text: disagreement.text,
    statedAt: disagreement.statedAt,
  }))
}
