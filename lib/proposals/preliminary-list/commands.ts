import 'server-only'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { endPosition, placeRow } from '@/lib/db/ordered-list'
import { lockRows } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { TextDocument } from '@/lib/text/document/document'
import { headingNamed } from './heading-commands'
import { type LockedList, lockList, requireHeading, requireItem } from './lock'
import type { MoveListItem, OneListItem, PlaceProposals } from './schema'

/**
 * Places proposals under a heading, in the order of their numbers, last: each as an item of its own
 * that copies its present text, or, where the list prints that very text already, as one more
 * proposal that the item stands for. One that stands on the list already stays where it is. Refuses
 * withdrawn ones; another session's are as if they did not exist.
 */
export function placeProposals(actor: SignedIn, input: PlaceProposals): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    if (!input.newHeading && !input.headingId)
      throw new Refused('invalid', 'headingMissing', {}, 'headingId')
    const headingId = input.newHeading
      ? await headingNamed(tx, actor, list, input.newHeading)
      : (await requireHeading(tx, list, input.headingId)).id
    const proposals = await loadProposals(tx, list, input.proposalIds)
    const withdrawn = proposals.filter((proposal) => proposal.withdrawn)
    if (withdrawn.length > 0)
      throw new Refused('closed', 'withdrawnNotPlaced', { number: withdrawn[0]!.number })
    let position = await endPosition(tx, 'item', headingId)
    for (const proposal of proposals) {
      if (proposal.placed) continue
      const same = await tx.item.findFirst({
        where: { listId: list.id, textHash: proposal.textHash, kind: proposal.kind },
        select: { id: true },
      })
      const itemId = same?.id ?? (await addItem(tx, list, headingId, position++, proposal))
      const { id: proposalId, revision: revisionNumber } = proposal
      await tx.itemProposal.create({ data: { itemId, proposalId, revisionNumber } })
      await write(tx, actor, list, 'list.itemPlaced', itemId, { number: proposal.number })
    }
  })
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
 * is refused: their texts are no longer the same, so take it off and place them again.
 */
export function updateListItem(actor: SignedIn, input: OneListItem): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug)
    const item = await requireItem(tx, list, input.itemId)
    const links = await tx.itemProposal.findMany({ where: { itemId: item.id } })
    if (links.length !== 1) throw new Refused('conflict', 'itemOfSeveral')
    const [proposal] = await loadProposals(tx, list, [links[0]!.proposalId])
    const { kind, language, body, text, textHash, revision, number, id } = proposal!
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
  const wanted = [...new Set(proposalIds)]
  await lockRows(tx, 'Proposal', wanted, 'share')
  const rows = await tx.$queryRaw<Placed[]>`
    SELECT p.id, p.number, p.kind, p."originalLanguage" AS language,
      p."withdrawnAt" IS NOT NULL AS withdrawn, r.number AS revision, r.body, r.text, r."textHash",
      EXISTS (SELECT 1 FROM "ItemProposal" ip JOIN "Item" i ON i.id = ip."itemId"
        WHERE ip."proposalId" = p.id AND i."listId" = ${list.id}::uuid) AS placed
    FROM "Proposal" p
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
    WHERE p."sessionId" = ${list.sessionId}::uuid AND p.id = ANY (${wanted}::uuid[])
    ORDER BY p.number`
  if (rows.length !== wanted.length) throw new Refused('not-found', 'notFound')
  return rows
}

async function addItem(
  tx: Tx,
  list: LockedList,
  headingId: string,
  position: number,
  { kind, language, body, text, textHash }: Placed,
): Promise<string> {
  const data = { listId: list.id, headingId, position, kind, language, body, text, textHash }
  return (await tx.item.create({ data, select: { id: true } })).id
}

const write = (
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  event: Parameters<typeof record>[2],
  subjectId: string,
  data: Record<string, string | number>,
) => record(tx, actor, event, { sessionId: list.sessionId, subjectId, data })
