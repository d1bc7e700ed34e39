import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { notWithdrawn } from '@/lib/proposals/withdrawal/withdrawal'
import { announce, listTopic, screenTopic } from '@/lib/live/announce'
import { recalculateOutcomes } from './outcomes'

/**
 * Recalculates, at every stock-taking that has not adopted its list, the outcomes of the items of a proposal that was
 * just withdrawn or taken over. The caller has locked these lists.
 */
export async function recalculateWithdrawn(
  tx: Tx,
  actor: SignedIn,
  proposalId: string,
): Promise<void> {
  const lists = await tx.consolidatedList.findMany({
    where: { adoptedAt: null, covered: { some: coversItemsOf(proposalId) } },
    select: { id: true, sessionId: true },
  })
  for (const list of lists) {
    const items = await tx.item.findMany({
      where: {
        proposals: { some: { proposalId } },
        list: { coveredBy: { some: { consolidatedListId: list.id } } },
      },
      select: { id: true },
    })
    const ids = items.map(({ id }) => id)
    await recalculateOutcomes(tx, actor, list, ids, '')
    await tx.consolidatedList.update({
      where: { id: list.id },
      data: { version: { increment: 1 } },
    })
    await announce(tx, listTopic(list.sessionId))
    await announce(tx, screenTopic(list.sessionId))
  }
}

const coversItemsOf = (proposalId: string) => ({
  preliminaryList: { items: { some: { proposals: { some: { proposalId } } } } },
})

/** Gives the outcome "withdrawn" to the items of a stock-taking with proposals withdrawn before. */
export async function settleWithdrawals(
  tx: Tx,
  actor: SignedIn,
  list: { id: string; sessionId: string },
): Promise<void> {
  const items = await tx.item.findMany({
    where: {
      list: { coveredBy: { some: { consolidatedListId: list.id } } },
      proposals: {
        some: {},
        every: { proposal: { withdrawnAt: { not: null }, takeOvers: { none: { endedAt: null } } } },
      },
    },
    select: { id: true },
  })
  const ids = items.map(({ id }) => id)
  if (ids.length > 0) await recalculateOutcomes(tx, actor, list, ids, '')
}

/** The ids of the items on a list with sources that are all withdrawn. */
export async function listWithdrawnItems(
  tx: Pick<Tx, 'consolidatedItem'>,
  listId: string,
): Promise<string[]> {
  const items = await tx.consolidatedItem.findMany({
    where: {
      listId,
      deletedAt: null,
      lineage: {
        some: { unlinkedAt: null },
        none: {
          unlinkedAt: null,
          item: {
            OR: [{ proposals: { none: {} } }, { proposals: { some: { proposal: notWithdrawn } } }],
          },
        },
      },
    },
    select: { id: true },
  })
  return items.map(({ id }) => id)
}
