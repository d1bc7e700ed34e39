import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { TextDocument } from '@/lib/text/document/document'
import type { LockedList } from './lock'

/** A preliminary item as a source: read, never changed. */
export type Source = {
  id: string
  kind: ProposalKind
  language: string
  body: TextDocument
  text: string
  /** The title of its heading on its own list. */
  heading: string
}

/**
 * The items of the lists that the stock-taking covers, in the order given. Refuses as "not found" when
 * one of them is none: of a list that is not covered, or no item at all.
 */
export async function loadSources(
  tx: Tx,
  list: LockedList,
  itemIds: readonly string[],
): Promise<Source[]> {
  const wanted = [...new Set(itemIds)]
  const rows = await tx.$queryRaw<Source[]>`
    SELECT i.id, i.kind, i.language, i.body, i.text, h.title AS heading
    FROM unnest(${wanted}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN "Item" i ON i.id = wanted.id
    JOIN "ListHeading" h ON h.id = i."headingId"
    JOIN "CoveredList" c ON c."preliminaryListId" = i."listId"
      AND c."consolidatedListId" = ${list.id}::uuid
    ORDER BY wanted.place`
  if (rows.length !== wanted.length) throw new Refused('not-found', 'notFound')
  return rows
}
