import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { OutcomeKind } from '@/lib/consolidation/kinds'
import { type LinkOf, outcomeOfLinks } from './outcome-rule'
import type { LockedList } from '@/lib/consolidation/ledger/lock'

/**
 * Brings the outcomes of preliminary items into agreement with their lineage, after links or a
 * wording changed. An outcome that still fits keeps its person, time and reason; one that was set
 * aside by decision stands as long as nothing is taken of the item.
 */
export async function recalculateOutcomes(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  itemIds: readonly string[],
  reason: string,
): Promise<void> {
  const [links, current] = await Promise.all([
    linksOf(tx, list, itemIds),
    currentOutcomes(tx, list, itemIds),
  ])
  for (const itemId of itemIds) {
    const due = outcomeOfLinks(links.get(itemId) ?? [])
    const now = current.get(itemId)
    const decided = now === 'deferred' || now === 'notAgreed' || now === 'withdrawn'
    if (due === (now ?? null) || (due === null && decided)) continue
    await replaceOutcome(tx, actor, list, itemId, due, reason)
  }
}

/** Ends the current outcome of an item and, unless null, gives it another. Both are recorded. */
export async function replaceOutcome(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  itemId: string,
  kind: OutcomeKind | null,
  reason: string,
): Promise<void> {
  const ended = await tx.$executeRaw`
    UPDATE "Outcome" SET "supersededAt" = clock_timestamp()
    WHERE "listId" = ${list.id}::uuid AND "itemId" = ${itemId}::uuid AND "supersededAt" IS NULL`
  if (kind === null) {
    if (ended === 0) throw new Refused('conflict', 'noOutcome')
    await record(tx, actor, 'consolidation.outcomeTakenBack', {
      sessionId: list.sessionId,
      subjectId: itemId,
    })
    return
  }
  await tx.outcome.create({
    data: { listId: list.id, itemId, kind, reason, decidedById: actor.personId },
  })
  await record(tx, actor, 'consolidation.outcomeGiven', {
    sessionId: list.sessionId,
    subjectId: itemId,
    data: { outcome: kind },
  })
}

async function linksOf(tx: Tx, list: LockedList, itemIds: readonly string[]) {
  const rows = await tx.$queryRaw<(LinkOf & { itemId: string })[]>`
    SELECT k."itemId", t."textHash" = i."textHash" AS "sameText",
      (SELECT count(*)::int FROM "Lineage" o
        WHERE o."consolidatedItemId" = k."consolidatedItemId" AND o."unlinkedAt" IS NULL) AS sources
    FROM "Lineage" k
    JOIN "Item" i ON i.id = k."itemId"
    JOIN "ConsolidatedItem" c ON c.id = k."consolidatedItemId"
    JOIN "ConsolidatedText" t ON t."itemId" = c.id AND t.number = c."currentNumber"
    WHERE k."listId" = ${list.id}::uuid AND k."unlinkedAt" IS NULL
      AND k."itemId" = ANY (${[...itemIds]}::uuid[])`
  const byItem = new Map<string, LinkOf[]>()
  for (const { itemId, ...link } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), link])
  return byItem
}

async function currentOutcomes(tx: Tx, list: LockedList, itemIds: readonly string[]) {
  const rows = await tx.outcome.findMany({
    where: { listId: list.id, itemId: { in: [...itemIds] }, supersededAt: null },
    select: { itemId: true, kind: true },
  })
  return new Map(rows.map((row) => [row.itemId, row.kind]))
}
