import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { recordAll } from '@/lib/record/record'
import type { Taken } from '@/lib/consolidation/kinds'
import type { LockedList } from './lock'

/** A consolidated item's share of a preliminary one. */
export type Link = { itemId: string; taken: Taken; words: string }

/** The links of a consolidated item that have not ended, the earliest first. */
export const linksOf = (tx: Tx, consolidatedItemId: string): Promise<Link[]> =>
  tx.lineage.findMany({
    where: { consolidatedItemId, unlinkedAt: null },
    select: { itemId: true, taken: true, words: true },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
  })

/** The preliminary items from which the consolidated item takes something now. */
export const sourcesOf = async (tx: Tx, consolidatedItemId: string): Promise<string[]> =>
  (await linksOf(tx, consolidatedItemId)).map(({ itemId }) => itemId)

/**
 * Links sources to a consolidated item, each with an entry in the record; one statement for all links. A
 * link that exists already stays; if it takes something else, it ends and the new link replaces it.
 */
export async function addLinks(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  id: string,
  links: readonly Link[],
): Promise<void> {
  const present = new Map((await linksOf(tx, id)).map((link) => [link.itemId, link]))
  const due = links.filter(({ itemId, taken, words }) => {
    const link = present.get(itemId)
    return link?.taken !== taken || link.words !== words
  })
  if (due.length === 0) return
  await endLinks(
    tx,
    actor,
    id,
    due.map(({ itemId }) => itemId),
  )
  await tx.lineage.createMany({
    data: due.map((link) => ({
      ...link,
      listId: list.id,
      consolidatedItemId: id,
      linkedById: actor.personId,
    })),
  })
  await recordAll(
    tx,
    actor,
    due.map(({ itemId, taken }) => ({
      event: 'consolidation.sourceLinked',
      sessionId: list.sessionId,
      subjectId: id,
      data: { item: itemId, taken },
    })),
  )
}

/** Ends links; they stay as history. Returns how many there were. */
export const endLinks = (
  tx: Tx,
  actor: SignedIn,
  consolidatedItemId: string,
  itemIds: readonly string[],
): Promise<number> => tx.$executeRaw`
  UPDATE "Lineage" SET "unlinkedAt" = clock_timestamp(), "unlinkedById" = ${actor.personId}::uuid
  WHERE "consolidatedItemId" = ${consolidatedItemId}::uuid AND "unlinkedAt" IS NULL
    AND "itemId" = ANY (${[...itemIds]}::uuid[])`
