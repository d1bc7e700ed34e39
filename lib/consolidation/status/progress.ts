import 'server-only'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'

/** The progress of a consolidated list: its items, those agreed, those agreed *ad referendum*, and its adoption. */
export type Progress = {
  items: number
  agreed: number
  adReferendum: number
  adoptedAt: Date | null
}

/** The progress of the consolidated lists that the actor may read, by the id of the session. */
export async function listProgress(actor: Actor): Promise<Map<string, Progress>> {
  const progress = await loadProgress()
  return new Map([...progress].filter(([sessionId]) => canReadConsolidated(actor, sessionId)))
}

/**
 * The progress of all lists, or of those of some sessions; the one count of agreed items. Unchecked: the caller must have
 * authorized the actor.
 */
export async function loadProgress(sessionIds?: readonly string[]): Promise<Map<string, Progress>> {
  const where = sessionIds ? { sessionId: { in: [...sessionIds] } } : {}
  const [lists, agreed] = await Promise.all([
    db.consolidatedList.findMany({
      where,
      select: {
        id: true,
        sessionId: true,
        adoptedAt: true,
        _count: { select: { items: { where: { deletedAt: null } } } },
      },
    }),
    db.itemStatus.groupBy({
      by: ['listId', 'kind'],
      where: { list: where, supersededAt: null, item: { deletedAt: null } },
      _count: true,
    }),
  ])
  return new Map(
    lists.map(({ id, sessionId, adoptedAt, _count }) => {
      const of = (kind: 'agreed' | 'agreedAdReferendum') =>
        agreed.find((row) => row.listId === id && row.kind === kind)?._count ?? 0
      const counts = { agreed: of('agreed'), adReferendum: of('agreedAdReferendum') }
      return [sessionId, { items: _count.items, ...counts, adoptedAt }]
    }),
  )
}
