import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { endPosition, placeRow } from '@/lib/db/ordered-list'
import { lockRows } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, Refused } from '@/lib/errors'
import { record, recordAll } from '@/lib/record/record'
import type { TextDocument } from '@/lib/text/document/document'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import { headingNamed } from './heading-commands'
import { type LockedList, lockList, requireHeading, requireItem } from './lock'
import type { MoveListItem, OneListItem, PlaceProposals } from './schema'
import { readDocument } from '@/lib/text/document/stored'

/**
 * Places proposals under a heading, in the order of their numbers, last: each as a separate item that copies its
 * present text, or, if the list prints that very text already, as one more proposal of that item. A proposal on the
 * list already keeps its place. Refuses withdrawn proposals; those of another session are not found.
 */
export function placeProposals(actor: SignedIn, input: PlaceProposals): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    if (!input.newHeading && !input.headingId)
      throw new Refused('invalid', 'headingMissing', {}, 'headingId')
    if (input.newHeading && input.headingId)
      throw new Refused('invalid', 'headingTwice', {}, 'newHeading')
    const headingId = input.newHeading
      ? await headingNamed(tx, actor, list, input.newHeading)
      : (await requireHeading(tx, list, input.headingId)).id
    const proposals = await loadProposals(tx, list, input.proposalIds)
    const withdrawn = proposals.filter((proposal) => proposal.withdrawn)
    if (withdrawn.length > 0)
      throw new Refused('closed', 'withdrawnNotPlaced', { number: withdrawn[0]!.number })
    const unplaced = proposals.filter(({ placed }) => !placed)
    const items = await itemsFor(tx, list, headingId, unplaced)
    await tx.itemProposal.createMany({
      data: unplaced.map((proposal) => ({
        itemId: items.get(printKey(proposal))!,
        proposalId: proposal.id,
        revisionNumber: proposal.revision,
      })),
    })
    await recordAll(
      tx,
      actor,
      unplaced.map((proposal) => ({
        event: 'list.itemPlaced',
        sessionId: list.sessionId,
        subjectId: items.get(printKey(proposal))!,
        data: { number: proposal.number },
      })),
    )
  })
}

/** Two proposals that print the same are one item. */
const printKey = ({ kind, textHash }: { kind: string; textHash: string }) => `${kind} ${textHash}`

/** The ids of the items that print these proposals, by `printKey`; adds those that do not exist yet, last. */
async function itemsFor(
  tx: Tx,
  list: LockedList,
  headingId: string,
  proposals: readonly Placed[],
): Promise<Map<string, string>> {
  const present = await tx.item.findMany({
    where: { listId: list.id, textHash: { in: proposals.map(({ textHash }) => textHash) } },
    orderBy: { id: 'desc' },
    select: { id: true, kind: true, textHash: true },
  })
  const items = new Map(present.map((item) => [printKey(item), item.id]))
  const end = await endPosition(tx, 'item', headingId)
  const newItems = proposals.flatMap((proposal) => {
    if (items.has(printKey(proposal))) return []
    const id = randomUUID()
    items.set(printKey(proposal), id)
    const { kind, language, body, text, textHash } = proposal
    return [{ id, listId: list.id, headingId, kind, language, body, text, textHash }]
  })
  await tx.item.createMany({
    data: newItems.map((item, index) => ({ ...item, position: end + index })),
  })
  return items
}

/** Puts an item under a heading at a position that counts from 1; past the end means last. */
export function moveListItem(actor: SignedIn, input: MoveListItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const item = await requireItem(tx, list, input.itemId)
    await requireHeading(tx, list, input.headingId)
    const { headingId } = input
    await tx.item.update({ where: { id: item.id }, data: { headingId } })
    const position = await placeRow(tx, 'item', headingId, item.id, { position: input.position })
    if (position === item.position && headingId === item.headingId) return
    await write(tx, actor, list, 'list.itemMoved', item.id, { position })
  })
}

/**
 * Lets an item print the newest revision of its proposal. An item that stands for several proposals
 * is refused: their texts are no longer the same, so take it off and place them again. Idempotent.
 */
export function updateListItem(actor: SignedIn, input: OneListItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const item = await requireItem(tx, list, input.itemId)
    const links = await tx.itemProposal.findMany({ where: { itemId: item.id } })
    if (links.length !== 1) throw new Refused('conflict', 'itemOfSeveral')
    const [proposal] = await loadProposals(tx, list, [links[0]!.proposalId])
    const { kind, language, body, text, textHash, revision, number, id } = proposal!
    if (links[0]!.revisionNumber === revision) return
    await tx.item.update({ where: { id: item.id }, data: { kind, language, body, text, textHash } })
    await tx.itemProposal.update({
      where: { itemId_proposalId: { itemId: item.id, proposalId: id } },
      data: { revisionNumber: revision },
    })
    await write(tx, actor, list, 'list.itemUpdated', item.id, { number, revision })
  })
}

/** Takes an item off the list; its proposals are to be placed again. */
export function removeListItem(actor: SignedIn, input: OneListItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const item = await requireItem(tx, list, input.itemId)
    const { count } = await tx.itemProposal.deleteMany({ where: { itemId: item.id } })
    await tx.item.delete({ where: { id: item.id } })
    await write(tx, actor, list, 'list.itemRemoved', item.id, { proposals: count })
  })
}

type Placed = {
  id: string
  number: number
  kind: 'conclusion' | 'recommendation'
  language: string
  withdrawn: boolean
  placed: boolean
  revision: number
  body: TextDocument
  text: string
  textHash: string
}

/**
 * Proposals of the list's session with their present texts, by number; all, or not found. Locked against
 * a revision or a withdrawal until the act is stored.
 */
async function loadProposals(
  tx: Tx,
  list: LockedList,
  proposalIds: readonly string[],
): Promise<Placed[]> {
  const ids = [...new Set(proposalIds)]
  await lockRows(tx, 'Proposal', ids, 'share')
  const rows = await tx.$queryRaw<Placed[]>`
    SELECT p.id, p.number, p.kind, p."originalLanguage" AS language,
      ${withdrawnSql} AS withdrawn, r.number AS revision, r.body, r.text, r."textHash",
      EXISTS (SELECT 1 FROM "ItemProposal" ip JOIN "Item" i ON i.id = ip."itemId"
        WHERE ip."proposalId" = p.id AND i."listId" = ${list.id}::uuid) AS placed
    FROM "Proposal" p
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
    WHERE p."sessionId" = ${list.sessionId}::uuid AND p.id = ANY (${ids}::uuid[])
    ORDER BY p.number`
  assertFound(rows.length === ids.length)
  return rows.map((row) => ({ ...row, body: readDocument(row.body) }))
}

const write = (
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  event: Parameters<typeof record>[2],
  subjectId: string,
  data: Record<string, string | number>,
) => record(tx, actor, event, { sessionId: list.sessionId, subjectId, data })
