import 'server-only'
import { ordinalWord } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { type LockedList, lockList } from '@/lib/consolidation/ledger/lock'
import { settleWithdrawals } from '@/lib/consolidation/outcomes/withdrawals'
import {
  canChooseLists,
  canOpenConsolidation,
  canReadConsolidated,
} from '@/lib/consolidation/policy'
import type { ChooseLists, OpenConsolidation } from '@/lib/consolidation/schema'

/**
 * The Secretariat opens the consolidated list of a stock-taking session and chooses the issued lists that it covers.
 * Refuses a topical session. Idempotent: an open list keeps its covered lists.
 */
export function openConsolidation(
  actor: SignedIn,
  { slug, lists }: OpenConsolidation,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const session = orNotFound(
      await tx.session.findUnique({
        where: { slug },
        select: { id: true, kind: true, groupId: true },
      }),
    )
    assertFound(canReadConsolidated(actor, session.id))
    requireAllowed(canOpenConsolidation(actor, session))
    const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
      INSERT INTO "ConsolidatedList" (id, "sessionId", "createdById")
      VALUES (gen_random_uuid(), ${session.id}::uuid, ${actor.personId}::uuid)
      ON CONFLICT ("sessionId") DO NOTHING RETURNING id, version`
    const [list] = rows
    if (!list) return
    await record(tx, actor, 'consolidation.opened', { sessionId: session.id, subjectId: list.id })
    await cover(tx, actor, { ...list, sessionId: session.id, groupId: session.groupId }, lists)
  })
}

/**
 * The Secretariat replaces the issued lists that the stock-taking covers: exactly these. Refused after the adoption,
 * and if an item of a removed list has an outcome or is used.
 */
export function chooseLists(actor: SignedIn, { slug, lists }: ChooseLists): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug, canChooseLists)
    const present = await tx.coveredList.findMany({
      where: { consolidatedListId: list.id },
      select: { preliminaryListId: true },
    })
    const covered = new Set(present.map(({ preliminaryListId }) => preliminaryListId))
    await leaveOut(
      tx,
      actor,
      list,
      [...covered].filter((id) => !lists.includes(id)),
    )
    await cover(
      tx,
      actor,
      list,
      lists.filter((id) => !covered.has(id)),
    )
  })
}

type ListToCover = Pick<LockedList, 'id' | 'sessionId' | 'groupId'>

async function cover(
  tx: Tx,
  actor: SignedIn,
  list: ListToCover,
  ids: readonly string[],
): Promise<void> {
  const coveredLists = await issuedLists(tx, list, ids)
  if (coveredLists.length !== new Set(ids).size) throw new Refused('not-found', 'notFound')
  await tx.coveredList.createMany({
    data: coveredLists.map(({ id }) => ({
      consolidatedListId: list.id,
      preliminaryListId: id,
      chosenById: actor.personId,
    })),
  })
  await settleWithdrawals(tx, actor, list)
  for (const { id, session } of coveredLists)
    await record(tx, actor, 'consolidation.listCovered', {
      sessionId: list.sessionId,
      subjectId: id,
      data: { session: ordinalWord(session.ordinal) },
    })
}

async function leaveOut(
  tx: Tx,
  actor: SignedIn,
  list: ListToCover,
  ids: readonly string[],
): Promise<void> {
  for (const { id, session } of await issuedLists(tx, list, ids)) {
    const where = { listId: list.id, item: { listId: id } }
    const outcomes = await tx.outcome.count({ where: { ...where, supersededAt: null } })
    const links = await tx.lineage.count({ where: { ...where, unlinkedAt: null } })
    if (outcomes + links > 0)
      throw new Refused('conflict', 'coveredListUsed', {
        session: ordinalWord(session.ordinal),
        items: Math.max(outcomes, links),
      })
    await tx.coveredList.delete({
      where: {
        consolidatedListId_preliminaryListId: {
          consolidatedListId: list.id,
          preliminaryListId: id,
        },
      },
    })
    await record(tx, actor, 'consolidation.listLeftOut', {
      sessionId: list.sessionId,
      subjectId: id,
      data: { session: ordinalWord(session.ordinal) },
    })
  }
}

const issuedLists = (tx: Tx, list: ListToCover, ids: readonly string[]) =>
  tx.preliminaryList.findMany({
    where: { id: { in: [...ids] }, issuedAt: { not: null }, session: { groupId: list.groupId } },
    orderBy: { session: { ordinal: 'asc' } },
    select: { id: true, session: { select: { ordinal: true } } },
  })
