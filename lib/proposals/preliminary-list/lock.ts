import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { canCompileList, canReadListInTheMaking } from '@/lib/proposals/policy'

/** The preliminary list that an act of compiling works on. */
export type LockedList = { id: string; sessionId: string; version: number }

/**
 * Takes a session's preliminary list for one act, making it at the first: others wait, so that acts
 * have an order and nobody's is written over. Raises its version. Refuses whoever does not compile,
 * and everybody once the list is issued.
 */
export async function lockList(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  may: (actor: SignedIn, sessionId: string) => boolean = canCompileList,
): Promise<LockedList> {
  const session = found(await tx.session.findUnique({ where: { slug }, select: { id: true } }))
  found(canReadListInTheMaking(actor, session.id) || null)
  authorize(may(actor, session.id), 'compilingNotAllowed')
  await tx.$executeRaw`
    INSERT INTO "PreliminaryList" (id, "sessionId", "createdById")
    VALUES (gen_random_uuid(), ${session.id}::uuid, ${actor.personId}::uuid)
    ON CONFLICT ("sessionId") DO NOTHING`
  const rows = await tx.$queryRaw<(LockedList & { issued: boolean })[]>`
    UPDATE "PreliminaryList" SET version = version + CASE WHEN "issuedAt" IS NULL THEN 1 ELSE 0 END
    WHERE "sessionId" = ${session.id}::uuid
    RETURNING id, "sessionId", version - 1 AS version, "issuedAt" IS NOT NULL AS issued`
  const { issued, ...list } = found(rows[0])
  if (issued) throw new Refused('closed', 'listIssued')
  return list
}

/** A heading of the list; one of another list answers as one that does not exist. */
export const requireHeading = async (tx: Tx, list: LockedList, id: string) =>
  found(await tx.listHeading.findFirst({ where: { id, listId: list.id } }))

/** An item of the list, likewise; one that somebody took off meanwhile is told as such. */
export async function requireItem(tx: Tx, list: LockedList, id: string) {
  const item = await tx.item.findFirst({ where: { id, listId: list.id } })
  if (!item) throw new Refused('conflict', 'listItemGone')
  return item
}

/** Numbers rows 1, 2, 3 … in the order of the ids. */
export async function reorder(
  tx: Tx,
  table: 'items' | 'headings',
  order: readonly string[],
): Promise<void> {
  const ids = [...order]
  if (table === 'items')
    await tx.$executeRaw`
      UPDATE "Item" i SET position = o.place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, place)
      WHERE i.id = o.id`
  else
    await tx.$executeRaw`
      UPDATE "ListHeading" h SET position = o.place
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, place) WHERE h.id = o.id`
}
