import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import type { ListToCover } from '@/lib/consolidation/views'

/**
 * The issued lists of the group, the oldest session first, each with whether this stock-taking covers it;
 * for those who take part in the session. After the adoption only the lists that were covered.
 */
export async function listListsToCover(
  actor: SignedIn,
  session: SessionView,
): Promise<ListToCover[]> {
  assertFound(canReadConsolidated(actor, session.id))
  const lists = await db.preliminaryList.findMany({
    where: { issuedAt: { not: null }, session: { groupId: session.groupId } },
    orderBy: { session: { ordinal: 'asc' } },
    select: {
      id: true,
      symbol: true,
      session: { select: { slug: true, ordinal: true, startsOn: true, endsOn: true } },
      _count: { select: { items: true } },
      coveredBy: {
        where: { consolidatedList: { sessionId: session.id } },
        select: { chosenAt: true },
      },
    },
  })
  const adopted = await db.consolidatedList.count({
    where: { sessionId: session.id, adoptedAt: { not: null } },
  })
  return lists
    .map(({ session: origin, _count, coveredBy, ...list }) => ({
      ...list,
      ...origin,
      items: _count.items,
      covered: coveredBy.length > 0,
    }))
    .filter(({ covered }) => covered || adopted === 0)
}
