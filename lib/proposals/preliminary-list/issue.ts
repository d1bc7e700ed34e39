import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRows } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { releaseThing } from '@/lib/documents/things'
import { Refused } from '@/lib/errors'
import { letter } from '@/lib/export/paper'
import { tellIssued } from '@/lib/proposals/letters/withdrawal-and-issue'
import { record, sha256 } from '@/lib/record/record'
import { type LockedList, lockList } from './lock'
import type { IssueList } from './schema'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import { canIssueList } from '@/lib/proposals/policy'

/**
 * Issues the list: headings become numbered paragraphs, items get their letters, and the names of the author and of the
 * co-sponsors who agreed to that very text are kept as they are. From now on it is frozen and public. Refuses an empty
 * list, a list that changed after it was read, and a list with items of a proposal that was withdrawn or revised since.
 */
export function issueList(actor: SignedIn, { slug, version }: IssueList): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug, canIssueList)
    if (list.version !== version) throw new Refused('conflict', 'listMoved')
    await requireUpToDate(tx, list)
    await tx.listHeading.deleteMany({ where: { listId: list.id, items: { none: {} } } })
    const items = await numberItems(tx, list)
    if (items.length === 0) throw new Refused('invalid', 'listNothing')
    await keepAttribution(tx, list)
    const textHash = sha256(items.map(({ text }) => text).join('\n\n'))
    const issuedAt = await clockTime(tx)
    const thing = { kind: 'preliminaryList', preliminaryListId: list.id } as const
    const released = { sessionId: list.sessionId, actor, releasedAt: issuedAt }
    const symbol = await releaseThing(tx, thing, released)
    await markIssued(tx, list.id, { issuedAt, issuedById: actor.personId, textHash, symbol })
    await record(tx, actor, 'list.issued', {
      sessionId: list.sessionId,
      subjectId: list.id,
      data: { items: items.length },
      textHash,
    })
    await tellIssued(tx, list.sessionId, items.length)
  })
}

type Issue = {
  issuedAt: Date
  /** Null if the operator imports a list. */
  issuedById: string | null
  textHash: string
  symbol?: string
  printedOn?: Date | null
}

/**
 * The only writer of an issue, after everything of the list is there: from here on the database refuses
 * every change of the list and its items. Unchecked: the caller must have authorized the actor.
 */
export async function markIssued(
  tx: Tx,
  id: string,
  { issuedAt, issuedById, textHash, ...printed }: Issue,
): Promise<void> {
  await tx.preliminaryList.update({
    where: { id },
    data: { issuedAt, issuedById, textHash, ...printed },
  })
}

/** Refuses proposals that were withdrawn or revised; locked, so that none is until the list is issued. */
async function requireUpToDate(tx: Tx, list: LockedList): Promise<void> {
  const links = await tx.itemProposal.findMany({
    where: { item: { listId: list.id } },
    select: { proposalId: true },
  })
  const ids = links.map(({ proposalId }) => proposalId)
  await lockRows(tx, 'Proposal', ids, 'share')
  const [stale] = await tx.$queryRaw<{ withdrawn: number; revised: number }[]>`
    SELECT count(*) FILTER (WHERE ${withdrawnSql})::int AS withdrawn,
      count(*) FILTER (WHERE NOT ${withdrawnSql}
        AND p."currentNumber" <> ip."revisionNumber")::int AS revised
    FROM "Item" i JOIN "ItemProposal" ip ON ip."itemId" = i.id
    JOIN "Proposal" p ON p.id = ip."proposalId"
    WHERE i."listId" = ${list.id}::uuid`
  const { withdrawn, revised } = stale!
  if (withdrawn) throw new Refused('conflict', 'withdrawnOnList', { items: withdrawn })
  if (revised) throw new Refused('conflict', 'revisedOnList', { items: revised })
}

/** Paragraph numbers by heading and letters within it, both from 1; answers the items in the order of print. */
async function numberItems(tx: Tx, list: LockedList): Promise<{ id: string; text: string }[]> {
  const headings = await tx.listHeading.findMany({
    where: { listId: list.id },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, text: true } },
    },
  })
  const numbered = headings.flatMap(({ items }, index) =>
    items.map((item, place) => ({ ...item, paragraph: index + 1, letter: letter(place + 1) })),
  )
  const ids = numbered.map(({ id }) => id)
  const paragraphs = numbered.map(({ paragraph }) => paragraph)
  const letters = numbered.map((item) => item.letter)
  await tx.$executeRaw`
    UPDATE "Item" i SET paragraph = n.paragraph, letter = n.letter
    FROM unnest(${ids}::uuid[], ${paragraphs}::int[], ${letters}::text[]) AS n(id, paragraph, letter)
    WHERE i.id = n.id`
  return numbered
}

/**
 * In English alphabetical order: the author, the State that took its proposal over, and the co-sponsors that agreed to
 * this very text.
 */
const keepAttribution = (tx: Tx, list: LockedList) =>
  tx.$executeRaw`
    UPDATE "ItemProposal" ip SET attribution = ARRAY(
      SELECT d.name FROM "Delegation" d WHERE d.id = p."delegationId" OR d.id IN (
        SELECT c."delegationId" FROM "CoSponsorship" c
        WHERE c."proposalId" = p.id AND c."leftAt" IS NULL
          AND c."revisionNumber" = ip."revisionNumber")
        OR d.id IN (SELECT t."delegationId" FROM "TakeOver" t
            WHERE t."proposalId" = p.id AND t."endedAt" IS NULL)
      ORDER BY d."sortKey")
    FROM "Proposal" p, "Item" i
    WHERE p.id = ip."proposalId" AND i.id = ip."itemId" AND i."listId" = ${list.id}::uuid`
