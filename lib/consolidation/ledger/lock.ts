import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { type Decision, requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { announce, listTopic, screenTopic } from '@/lib/live/announce'
import {
  canChangeList,
  canReadConsolidated,
  type ItemStatus,
  type ListState,
} from '@/lib/consolidation/policy'

/** The consolidated list that an act works on. */
export type LockedList = ListState & {
  id: string
  groupId: string
  /** Raised by this act; everything read at a lower version is stale. */
  version: number
}

type May = (actor: SignedIn, list: ListState) => Decision

/**
 * Locks the consolidated list of a session for one act, so that acts have an order, and raises its
 * version, which tells open desks to load it again. Refuses an actor who does not take part in the
 * session as if there were no list, and every act that `may` does not allow.
 */
export async function lockList(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: May = canChangeList,
): Promise<LockedList> {
  const list = await lockScreen(tx, actor, slug, may)
  await announce(tx, listTopic(list.sessionId))
  return list
}

/** The same for an act that changes nothing but the text that is typed on the screen. */
export async function lockScreen(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: May = canChangeList,
): Promise<LockedList> {
  const list = await lockUnchanged(tx, actor, slug, may)
  await raiseVersion(tx, list)
  await announce(tx, screenTopic(list.sessionId))
  return { ...list, version: list.version + 1 }
}

/** The same without a new version. */
export async function lockUnchanged(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: May,
): Promise<LockedList> {
  const { id } = orNotFound(
    await tx.consolidatedList.findFirst({ where: { session: { slug } }, select: { id: true } }),
  )
  await lockRow(tx, 'ConsolidatedList', id)
  const { session, ...list } = await tx.consolidatedList.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      sessionId: true,
      version: true,
      adoptedAt: true,
      session: { select: { groupId: true } },
    },
  })
  assertFound(canReadConsolidated(actor, list.sessionId))
  requireAllowed(may(actor, list))
  return { ...list, ...session }
}

const raiseVersion = (tx: Tx, { id }: { id: string }) =>
  tx.consolidatedList.update({ where: { id }, data: { version: { increment: 1 } } })

/** An item as an act finds it, with its status. */
export type FoundItem = ItemStatus & {
  id: string
  headingId: string
  position: number
  language: string
  /** The number of its present wording, and of the wording of which its status was declared. */
  currentNumber: number
  declaredWording: number
}

/** An item of the list; refuses one that was taken off the list as a conflict. */
export async function requireItem(tx: Tx, list: LockedList, id: string): Promise<FoundItem> {
  const { statuses, _count, ...item } = orNotFound(
    await tx.consolidatedItem.findFirst({
      where: { id, listId: list.id },
      include: {
        statuses: { where: { supersededAt: null }, select: { kind: true, wording: true } },
        _count: { select: { objections: { where: { withdrawnAt: null } } } },
      },
    }),
  )
  if (item.deletedAt) throw new Refused('conflict', 'itemDeleted')
  return {
    ...item,
    status: statuses[0]?.kind ?? 'pending',
    declaredWording: statuses[0]?.wording ?? 0,
    objections: _count.objections,
  }
}
