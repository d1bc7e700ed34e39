import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { canReadConsolidated } from '@/lib/consolidation/policy'

/** Under this topic every act on the consolidated list of a session is announced. */
export const listTopic = (sessionId: string) => `consolidation:${sessionId}`

/** The same, and also each word that is typed on the screen, of which the desks need not hear. */
export const screenTopic = (sessionId: string) => `screen:${sessionId}`

/** The consolidated list that an act works on. */
export type LockedList = {
  id: string
  sessionId: string
  groupId: string
  /** Raised by this act; whatever was read at a lower one is out of date. */
  version: number
}

type May = (actor: SignedIn, sessionId: string) => boolean

/**
 * Takes the consolidated list of a session for one act: others wait, so that acts have an order.
 * Raises its version, which tells open desks to look again. Refuses whoever may not, and everybody
 * once the list is adopted.
 */
export async function lockList(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: May,
): Promise<LockedList> {
  const list = await lockScreen(tx, actor, slug, may)
  await announce(tx, listTopic(list.sessionId))
  return list
}

/** The same for an act that changes nothing but what is typed on the screen. */
export async function lockScreen(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: May,
): Promise<LockedList> {
  const rows = await tx.$queryRaw<(LockedList & { adopted: boolean })[]>`
    SELECT l.id, l."sessionId", s."groupId", l.version + 1 AS version, l."adoptedAt" IS NOT NULL AS adopted
    FROM "ConsolidatedList" l JOIN "Session" s ON s.id = l."sessionId"
    WHERE s.slug = ${slug} FOR UPDATE OF l`
  const { adopted, ...list } = found(rows[0])
  if (!canReadConsolidated(actor, list.sessionId)) throw new Refused('not-found', 'notFound')
  authorize(may(actor, list.sessionId), 'consolidationNotAllowed')
  if (adopted) throw new Refused('closed', 'listAdopted')
  await tx.$executeRaw`UPDATE "ConsolidatedList" SET version = version + 1 WHERE id = ${list.id}::uuid`
  await announce(tx, screenTopic(list.sessionId))
  return list
}

/** An item that stands on the list. One that somebody deleted meanwhile is told as such. */
export async function requireItem(tx: Tx, list: LockedList, id: string) {
  const item = found(await tx.consolidatedItem.findFirst({ where: { id, listId: list.id } }))
  if (item.deletedAt) throw new Refused('conflict', 'itemDeleted')
  return item
}
