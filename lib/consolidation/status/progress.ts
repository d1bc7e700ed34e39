import 'server-only'
import { statusKinds } from '@/lib/consolidation/kinds'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { isAgreed } from './status-rule'

/** The progress of a consolidated list: its items, those agreed (also *ad referendum*), and its adoption. */
export type Progress = { items: number; agreed: number; adoptedAt: Date | null }

/** The progress of the consolidated lists that the actor may read, by the id of the session. */
export async function listProgress(actor: Actor): Promise<Map<string, Progress>> {
  const lists = await db.consolidatedList.findMany({
    select: {
      id: true,
      sessionId: true,
      adoptedAt: true,
      _count: { select: { items: { where: { deletedAt: null } } } },
    },
  })
  const readable = lists.filter(({ sessionId }) => canReadConsolidated(actor, sessionId))
  const agreed = await db.consolidatedItem.groupBy({
    by: 'listId',
    where: {
      listId: { in: readable.map(({ id }) => id) },
      deletedAt: null,
      statuses: { some: { supersededAt: null, kind: { in: statusKinds.filter(isAgreed) } } },
    },
    _count: true,
  })
  const agreedIn = new Map(agreed.map(({ listId, _count }) => [listId, _count]))
  return new Map(
    readable.map(({ id, sessionId, adoptedAt, _count }) => [
      sessionId,
      { items: _count.items, agreed: agreedIn.get(id) ?? 0, adoptedAt },
    ]),
  )
}
