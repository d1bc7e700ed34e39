import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import type { ItemName } from '@/lib/consolidation/item-name'
import { nameItems } from './item-names'

/** An item that was taken off the list, by itself or by merging it into another. */
export type ItemOffList = {
  language: string
  /** Its last words. */
  body: TextDocument
  /** Who took it off the list, and when. */
  by: string
  at: Date
  /** The items that use something of its sources now. */
  usedIn: ItemName[]
}

/** An item that is off the list, for those who take part in the session; null for any other. */
export async function findItemOffList(
  actor: SignedIn,
  session: { id: string },
  id: string,
): Promise<ItemOffList | null> {
  if (!canReadConsolidated(actor, session.id)) return null
  const item = await db.consolidatedItem.findFirst({
    where: { id, deletedAt: { not: null }, list: { sessionId: session.id } },
    select: {
      listId: true,
      language: true,
      deletedAt: true,
      deletedById: true,
      texts: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
      lineage: { select: { itemId: true } },
    },
  })
  if (!item?.deletedAt) return null
  const [uses, person] = await Promise.all([
    db.lineage.findMany({
      where: {
        listId: item.listId,
        itemId: { in: item.lineage.map(({ itemId }) => itemId) },
        unlinkedAt: null,
      },
      select: { consolidatedItemId: true },
    }),
    item.deletedById
      ? db.person.findUnique({ where: { id: item.deletedById }, select: { name: true } })
      : null,
  ])
  const names = await nameItems(
    actor,
    session,
    uses.map(({ consolidatedItemId }) => consolidatedItemId),
  )
  return {
    language: item.language,
    body: readDocument(orNotFound(item.texts[0]).body),
    by: person?.name ?? '',
    at: item.deletedAt,
    usedIn: [...names.values()].toSorted((a, b) =>
      a.number.localeCompare(b.number, 'en', { numeric: true }),
    ),
  }
}
