import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { recordAll } from '@/lib/record/record'
import type { OutcomeKind } from '@/lib/consolidation/kinds'
import { dueOutcome, type LinkOf, type Withdrawal } from './outcome-rule'
import type { LockedList } from '@/lib/consolidation/ledger/lock'

/**
 * Brings the outcomes of preliminary items into agreement with their proposals and their links, after any of these
 * changed. An item that all its authors withdrew has the outcome "withdrawn", unless another State took it over
 * (domain.md 1.3). An outcome that still fits keeps its person, time and reason; a decided outcome stays as long as
 * nothing is taken of the item.
 */
export async function recalculateOutcomes(
  tx: Tx,
  actor: SignedIn,
  list: ChangedList,
  itemIds: readonly string[],
  reason: string,
): Promise<void> {
  const [links, current, withdrawals] = await Promise.all([
    linksOf(tx, list, itemIds),
    currentOutcomes(tx, list, itemIds),
    withdrawalsOf(tx, itemIds),
  ])
  const changes = itemIds.flatMap((itemId) => {
    const withdrawal = withdrawals.get(itemId)
    const due = dueOutcome(links.get(itemId) ?? [], withdrawal)
    const now = current.get(itemId)
    const decided =
      now === 'deferred' ||
      now === 'notAgreed' ||
      (now === 'withdrawn' && withdrawal !== 'takenOver')
    if (due === (now ?? null) || (due === null && decided)) return []
    return [{ itemId, kind: due, reason: due === 'withdrawn' ? '' : reason }]
  })
  await replaceOutcomes(tx, actor, list, changes)
}

/** The list of which outcomes change. */
type ChangedList = Pick<LockedList, 'id' | 'sessionId'>

/** The items that all their authors withdrew, and those of them that another State took over. */
export async function withdrawalsOf(
  tx: Tx,
  itemIds: readonly string[],
): Promise<Map<string, Withdrawal>> {
  const rows = await tx.itemProposal.findMany({
    where: { itemId: { in: [...itemIds] } },
    select: {
      itemId: true,
      proposal: {
        select: {
          withdrawnAt: true,
          takeOvers: { where: { endedAt: null }, select: { id: true } },
        },
      },
    },
  })
  return new Map(
    [...new Set(rows.map(({ itemId }) => itemId))].flatMap((itemId) => {
      const proposals = rows.filter((row) => row.itemId === itemId)
      if (proposals.some(({ proposal }) => proposal.withdrawnAt === null)) return []
      const isTakenOver = proposals.some(({ proposal }) => proposal.takeOvers.length > 0)
      return [[itemId, isTakenOver ? 'takenOver' : 'withdrawn'] as const]
    }),
  )
}

/** The outcome that an item has from now on; null: none. */
type NewOutcome = { itemId: string; kind: OutcomeKind | null; reason: string }

/**
 * Ends the current outcomes of items and gives others, each with an entry in the record; one statement for
 * all items. Refuses to end an outcome that an item does not have.
 */
export async function replaceOutcomes(
  tx: Tx,
  actor: SignedIn,
  list: ChangedList,
  changes: readonly NewOutcome[],
): Promise<void> {
  if (changes.length === 0) return
  const itemIds = changes.map(({ itemId }) => itemId)
  const ended = await tx.outcome.updateManyAndReturn({
    where: { listId: list.id, itemId: { in: itemIds }, supersededAt: null },
    data: { supersededAt: await clockTime(tx) },
    select: { itemId: true },
  })
  const had = new Set(ended.map(({ itemId }) => itemId))
  if (changes.some(({ itemId, kind }) => kind === null && !had.has(itemId)))
    throw new Refused('conflict', 'noOutcome')
  await tx.outcome.createMany({
    data: changes.flatMap(({ itemId, kind, reason }) =>
      kind ? [{ listId: list.id, itemId, kind, reason, decidedById: actor.personId }] : [],
    ),
  })
  await recordAll(
    tx,
    actor,
    changes.map(({ itemId, kind }) => ({
      event: kind ? 'consolidation.outcomeGiven' : 'consolidation.outcomeTakenBack',
      sessionId: list.sessionId,
      subjectId: itemId,
      ...(kind && { data: { outcome: kind } }),
    })),
  )
}

async function linksOf(tx: Tx, list: ChangedList, itemIds: readonly string[]) {
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

async function currentOutcomes(tx: Tx, list: ChangedList, itemIds: readonly string[]) {
  const rows = await tx.outcome.findMany({
    where: { listId: list.id, itemId: { in: [...itemIds] }, supersededAt: null },
    select: { itemId: true, kind: true },
  })
  return new Map(rows.map((row) => [row.itemId, row.kind]))
}
