import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { itemName } from './item-name'
import type { CommentTarget } from './kinds'

/** The target of a comment, as a draft and a released comment store it. */
export type Targeted = {
  target: CommentTarget
  listId: string | null
  headingId: string | null
  itemId: string | null
}

/** A circulated item with its printed number. */
export type CirculatedItem = {
  id: string
  listId: string
  /** Its name with that of its list, for sentences. */
  name: string
  language: string
  text: string
  body: TextDocument
}

/** The id of the target and no other; refuses a target without its id. */
export function targetOf({
  target,
  ...ids
}: {
  target: CommentTarget
  listId: string
  headingId: string
  itemId: string
}): Targeted {
  const idByTarget = {
    item: ids.itemId,
    heading: ids.headingId,
    list: ids.listId,
    circulation: '',
    other: '',
  }
  const needs = target === 'item' || target === 'heading' || target === 'list'
  if (needs && idByTarget[target] === '')
    throw new Refused('invalid', 'targetMissing', {}, 'target')
  return {
    target,
    listId: target === 'list' ? ids.listId : null,
    headingId: target === 'heading' ? ids.headingId : null,
    itemId: target === 'item' ? ids.itemId : null,
  }
}

/** The circulated items among the targets, by id. Refuses a target on a list that the circulation does not send out. */
export async function circulatedItems(
  tx: Pick<Tx, 'item' | 'listHeading' | 'circulatedList'>,
  circulationId: string,
  targets: readonly Targeted[],
): Promise<Map<string, CirculatedItem>> {
  const idsOf = (key: 'listId' | 'headingId' | 'itemId') => [
    ...new Set(targets.flatMap((target) => target[key] ?? [])),
  ]
  const within = { list: { circulatedIn: { some: { circulationId } } } }
  const [itemIds, headingIds, listIds] = [idsOf('itemId'), idsOf('headingId'), idsOf('listId')]
  const items = itemIds.length
    ? await tx.item.findMany({
        where: { id: { in: itemIds }, ...within },
        select: {
          id: true,
          listId: true,
          paragraph: true,
          letter: true,
          importedNumber: true,
          heading: { select: { title: true } },
          list: { select: { session: { select: { ordinal: true } } } },
          language: true,
          text: true,
          body: true,
        },
      })
    : []
  const headings = headingIds.length
    ? await tx.listHeading.count({ where: { id: { in: headingIds }, ...within } })
    : 0
  const lists = listIds.length
    ? await tx.circulatedList.count({ where: { circulationId, listId: { in: listIds } } })
    : 0
  if (items.length < itemIds.length || headings < headingIds.length || lists < listIds.length)
    throw new Refused('invalid', 'notCirculated', {}, 'target')
  return new Map(
    items.map(({ body, id, listId, language, text, ...named }) => [
      id,
      { id, listId, language, text, name: itemName(id, named), body: readDocument(body) },
    ]),
  )
}
