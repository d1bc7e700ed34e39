import 'server-only'
import { read } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import type { RecentAct } from '@/lib/consolidation/views'
import { nameItems } from './item-names'
import { canReadDesk } from '@/lib/consolidation/policy'

/**
 * The latest acts at the desk that stand, the last one first, for those who read the desk; the last that
 * is no undoing is among them, however many were undone after it.
 */
export async function listRecentActs(
  actor: SignedIn,
  session: SessionView,
  limit = 8,
): Promise<RecentAct[]> {
  assertFound(canReadDesk(actor, session.id))
  const acts = await read<Omit<RecentAct, 'item'> & { touched: string | null }>`
    WITH active AS (
      SELECT a.id, a.kind, undone.kind AS undoes, a.at, a.version, p.name AS by,
        coalesce((SELECT min(key) FROM jsonb_object_keys(a.after->'items') key),
          (SELECT min(key) FROM jsonb_object_keys(a.before->'items') key),
          (SELECT min(key) FROM jsonb_object_keys(a.after->'asides') key),
          (SELECT min(key) FROM jsonb_object_keys(a.before->'asides') key)) AS touched
      FROM "DeskAct" a
      JOIN "ConsolidatedList" l ON l.id = a."listId" AND l."sessionId" = ${session.id}::uuid
      JOIN "Person" p ON p.id = a."byId"
      LEFT JOIN "DeskAct" undone ON undone.id = a."undoesId"
      WHERE NOT EXISTS (SELECT 1 FROM "DeskAct" u WHERE u."undoesId" = a.id))
    SELECT id, kind, undoes, at, by, touched FROM (
      (SELECT * FROM active ORDER BY version DESC LIMIT ${limit})
      UNION
      (SELECT * FROM active WHERE kind <> 'undone' ORDER BY version DESC LIMIT 1)) shown
    ORDER BY version DESC`
  const names = await nameItems(
    actor,
    session,
    acts.flatMap(({ touched }) => touched ?? []),
  )
  return acts.map(({ touched, ...act }) => ({ ...act, item: names.get(touched ?? '') ?? null }))
}
