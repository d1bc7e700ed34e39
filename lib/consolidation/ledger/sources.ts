import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { lockRows } from '@/lib/db/row-locks'
import { assertFound } from '@/lib/errors'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { TextDocument } from '@/lib/text/document/document'
import { withdrawalsOf } from '@/lib/consolidation/outcomes/outcomes'
import type { LockedList } from './lock'
import { readDocument } from '@/lib/text/document/stored'

/** Locks the proposals that preliminary items stand for against a withdrawal until the act is stored. */
export async function lockProposalsOf(tx: Tx, item: Prisma.ItemWhereInput): Promise<void> {
  const links = await tx.itemProposal.findMany({ where: { item }, select: { proposalId: true } })
  const ids = links.map(({ proposalId }) => proposalId)
  if (ids.length > 0) await lockRows(tx, 'Proposal', ids, 'share')
}

/** A preliminary item as a source: read, never changed. */
export type Source = {
  id: string
  kind: ProposalKind
  language: string
  body: TextDocument
  text: string
  /** The title of its heading on its own list. */
  heading: string
  /** Whether all its authors withdrew it and no other State took it over. */
  withdrawn: boolean
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
  const ids = [...new Set(itemIds)]
  await lockProposalsOf(tx, { id: { in: ids } })
  const rows = await tx.$queryRaw<Omit<Source, 'withdrawn'>[]>`
    SELECT i.id, i.kind, i.language, i.body, i.text, h.title AS heading
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN "Item" i ON i.id = wanted.id
    JOIN "ListHeading" h ON h.id = i."headingId"
    JOIN "CoveredList" c ON c."preliminaryListId" = i."listId"
      AND c."consolidatedListId" = ${list.id}::uuid
    ORDER BY wanted.place`
  assertFound(rows.length === ids.length)
  const withdrawals = await withdrawalsOf(tx, ids)
  return rows.map((row) => ({
    ...row,
    body: readDocument(row.body),
    withdrawn: withdrawals.get(row.id) === 'withdrawn',
  }))
}
