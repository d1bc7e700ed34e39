import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { endPosition } from '@/lib/db/ordered-list'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { canTakeOffList } from '@/lib/consolidation/policy'
import type { MakeItem } from '@/lib/consolidation/schema'
import type { TextDocument } from '@/lib/text/document/document'
import { endLinks } from './links'
import { type LockedList, requireItem } from './lock'
import { writeWording } from '@/lib/consolidation/ledger/wordings/wordings'

export type NewItem = Pick<MakeItem, 'id' | 'headingId' | 'kind' | 'reason'> & {
  language: string
  body: TextDocument
}

/** Writes a new item, last under its heading, with its first wording. Returns the hash of that wording. */
export async function insertItem(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { id, headingId, kind, language, body, reason }: NewItem,
): Promise<string> {
  const position = await endPosition(tx, 'consolidatedItem', headingId)
  const createdById = actor.personId
  await tx.consolidatedItem.create({
    data: { id, listId: list.id, headingId, kind, language, position, createdById },
  })
  return writeWording(tx, actor, { itemId: id, number: 1, body, reason })
}

/**
 * Takes an item off the list and ends its links: the one way by which an item leaves it, whether it is
 * removed, merged into another or its making is undone. Refuses as `canTakeOffList` says. The outcomes
 * of `sources` are for the caller to recalculate.
 */
export async function takeOffList(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  id: string,
  sources: readonly string[],
): Promise<void> {
  const item = await requireItem(tx, list, id)
  requireAllowed(canTakeOffList(actor, list, item))
  await endLinks(tx, actor, id, sources)
  await tx.consolidatedItem.update({
    where: { id },
    data: { deletedAt: await clockTime(tx), deletedById: actor.personId },
  })
}

/** Puts an item back on the list that was taken off; the caller restores its links and its position. */
export const putBackOnList = (tx: Tx, id: string) =>
  tx.consolidatedItem.update({ where: { id }, data: { deletedAt: null, deletedById: null } })
