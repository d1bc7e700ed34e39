import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { lockRow } from '@/lib/db/row-locks'
import { type Decision, requireAllowed } from '@/lib/decision'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { canCompileList, type PreliminaryState } from '@/lib/proposals/policy'
import { canReadListInTheMaking } from '@/lib/sessions/policy'

/** The preliminary list that an act of compiling works on. */
export type LockedList = PreliminaryState & { id: string; version: number }

/**
 * Locks the preliminary list of a session for one act, which makes it if it is the first, and raises its version. The
 * returned list has the version before. Not found for an actor who may not read a list in the making; refuses every act
 * that `may` does not allow.
 */
export async function lockList(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: (actor: SignedIn, list: PreliminaryState) => Decision = canCompileList,
): Promise<LockedList> {
  const session = orNotFound(await tx.session.findUnique({ where: { slug }, select: { id: true } }))
  assertFound(canReadListInTheMaking(actor, session.id))
  requireAllowed(may(actor, { sessionId: session.id, issuedAt: null }))
  const sessionId = session.id
  await tx.preliminaryList.createMany({
    data: [{ sessionId, createdById: actor.personId }],
    skipDuplicates: true,
  })
  const { id } = await tx.preliminaryList.findUniqueOrThrow({ where: { sessionId } })
  await lockRow(tx, 'PreliminaryList', id)
  const { version, issuedAt } = await tx.preliminaryList.findUniqueOrThrow({ where: { id } })
  const list = { id, sessionId, version, issuedAt }
  requireAllowed(may(actor, list))
  await tx.preliminaryList.update({ where: { id }, data: { version: { increment: 1 } } })
  return list
}

/** A heading of the list; one of another list answers as one that does not exist. */
export const requireHeading = async (tx: Tx, list: LockedList, id: string) =>
  orNotFound(await tx.listHeading.findFirst({ where: { id, listId: list.id } }))

/** An item of the list, likewise; an item that somebody took off meanwhile gets a specific refusal. */
export async function requireItem(tx: Tx, list: LockedList, id: string) {
  const item = await tx.item.findFirst({ where: { id, listId: list.id } })
  if (!item) throw new Refused('conflict', 'listItemGone')
  return item
}
