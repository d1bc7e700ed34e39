import 'server-only'
import { canWorkOnList } from '@/lib/consolidation/policy'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

/** Where the wording that a comment proposes for a preliminary item can be taken into the list. */
type WordingPlace = {
  /** Whether the stock-taking covers the list of the item. */
  isCovered: boolean
  /** The consolidated items that take something from it. */
  itemIds: string[]
}

/** The place of a wording for those who work on the list; null for others, and without a list in the making. */
export async function findWordingPlace(
  actor: SignedIn,
  session: { id: string },
  itemId: string,
): Promise<WordingPlace | null> {
  const list = await db.consolidatedList.findUnique({
    where: { sessionId: session.id },
    select: { id: true, sessionId: true, adoptedAt: true },
  })
  if (!list || !canWorkOnList(actor, list).allowed) return null
  const [coveredCount, links] = await Promise.all([
    db.coveredList.count({
      where: { consolidatedListId: list.id, preliminaryList: { items: { some: { id: itemId } } } },
    }),
    db.lineage.findMany({
      where: {
        itemId,
        unlinkedAt: null,
        consolidatedItem: { listId: list.id, deletedAt: null },
      },
      orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
      select: { consolidatedItemId: true },
    }),
  ])
  return {
    isCovered: coveredCount > 0,
    itemIds: links.map(({ consolidatedItemId }) => consolidatedItemId),
  }
}
