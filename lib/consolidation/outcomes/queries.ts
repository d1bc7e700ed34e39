import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { listWithdrawnItems } from './withdrawals'

/** The ids of the items that come from withdrawn proposals alone, for those who take part in the session. */
export async function findWithdrawnItems(
  actor: SignedIn,
  session: { id: string },
): Promise<string[]> {
  assertFound(canReadConsolidated(actor, session.id))
  const list = await db.consolidatedList.findUnique({ where: { sessionId: session.id } })
  return list ? listWithdrawnItems(db, list.id) : []
}
