import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { record } from '@/lib/record/record'
import type { Taken } from '@/lib/consolidation/kinds'
import type { LockedList } from './lock'

/** The links of a consolidated item that have not ended, the earliest first. */
export const linksOf = (
  tx: Tx,
  consolidatedItemId: string,
): Promise<{ itemId: string; taken: Taken; words: string }[]> =>
  tx.lineage.findMany({
    where: { consolidatedItemId, unlinkedAt: null },
    select: { itemId: true, taken: true, words: true },
    orderBy: { linkedAt: 'asc' },
  })

/** The preliminary items from which the consolidated item takes something now. */
export const sourcesOf = async (tx: Tx, consolidatedItemId: string): Promise<string[]> =>
  (await linksOf(tx, consolidatedItemId)).map(({ itemId }) => itemId)

/**
 * Links sources to a consolidated item, each with a line in the record. A link that is there and
 * says the same stays; one that says otherwise ends, and the new one takes its place.
 */
export async function addLinks(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  {
    id,
    itemIds,
    taken,
    words,
  }: { id: string; itemIds: readonly string[]; taken: Taken; words: string },
): Promise<void> {
  const present = await tx.lineage.findMany({
    where: { consolidatedItemId: id, itemId: { in: [...itemIds] }, unlinkedAt: null },
    select: { itemId: true, taken: true, words: true },
  })
  const same = new Set(
    present
      .filter((link) => link.taken === taken && link.words === words)
      .map((link) => link.itemId),
  )
  const due = itemIds.filter((itemId) => !same.has(itemId))
  await endLinks(tx, actor, id, due)
  await tx.lineage.createMany({
    data: due.map((itemId) => ({
      listId: list.id,
      itemId,
      consolidatedItemId: id,
      taken,
      words,
      linkedById: actor.personId,
    })),
  })
  for (const itemId of due)
    await record(tx, actor, 'consolidation.sourceLinked', {
      sessionId: list.sessionId,
      subjectId: id,
      data: { item: itemId, taken },
    })
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
