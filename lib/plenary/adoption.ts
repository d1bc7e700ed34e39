import 'server-only'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { releaseThing } from '@/lib/documents/things'
import { Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { meetingsOf } from '@/lib/sessions/meetings'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { type LockedList, lockList } from '@/lib/consolidation/ledger/lock'
import { lockProposalsOf } from '@/lib/consolidation/ledger/sources'
import { requireAnswers } from '@/lib/consolidation/coverage/answers'
import { requireCoverage } from '@/lib/consolidation/coverage/gate'
import { listWithdrawnItems, settleWithdrawals } from '@/lib/consolidation/outcomes/withdrawals'
import { canAdoptList } from '@/lib/consolidation/policy'
import type { AdoptList } from '@/lib/consolidation/schema'
import { tellAdoption } from './letters'
import { readPresiding } from '@/lib/consolidation/status/presiding'
import { hindersAdoption } from '@/lib/consolidation/status/status-rule'

/**
 * The presiding officer declares the whole list adopted by consensus at a meeting of the session, as it was checked at
 * `version`. Refused if there is no such meeting or the list changed since, while an item of the lists that it covers
 * has no outcome, while lists of the session circulate for comments, while a comment that came in time has no response
 * and the group asks for one, while an item is not agreed, objected to or withdrawn, and for an empty list. Paragraphs
 * and letters are given, and the list never changes again. A second declaration is refused.
 */
export function adoptList(actor: SignedIn, { slug, meeting, version }: AdoptList): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, slug)
    const presiding = await readPresiding(tx, actor, list.sessionId)
    requireAllowed(canAdoptList(actor, list, presiding))
    // The act raised the version by one; the page showed the one before.
    if (version && version !== list.version - 1) throw new Refused('conflict', 'listMovedBefore')
    await requireMeeting(tx, list.sessionId, meeting)
    await lockProposalsOf(tx, { list: { coveredBy: { some: { consolidatedListId: list.id } } } })
    await settleWithdrawals(tx, actor, list)
    await requireCoverage(tx, list)
    await requireAnswers(tx, list)
    await requireAuthors(tx, list)
    await requireNothingHinders(tx, list)
    const texts = await numberItems(tx, list)
    if (texts.length === 0) throw new Refused('conflict', 'listEmpty')
    const textHash = sha256(texts.join('\n\n'))
    await tx.$executeRaw`
      UPDATE "ConsolidatedList" SET "adoptedAt" = clock_timestamp(),
        "adoptedById" = ${actor.personId}::uuid, "adoptedMeeting" = ${meeting},
        "textHash" = ${textHash} WHERE id = ${list.id}::uuid`
    for (const kind of ['consolidatedList', 'concordance', 'decisions'] as const)
      await releaseThing(
        tx,
        { kind, consolidatedListId: list.id },
        { sessionId: list.sessionId, actor },
      )
    await record(tx, actor, 'consolidation.adopted', {
      sessionId: list.sessionId,
      subjectId: list.id,
      data: { items: texts.length, meeting },
      textHash,
    })
    await tellAdoption(tx, list, { items: texts.length, meeting })
  })
}

/** Refuses a meeting that the session does not have. */
async function requireMeeting(tx: Tx, sessionId: string, number: number): Promise<void> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      startsOn: true,
      endsOn: true,
      meetings: { orderBy: { number: 'asc' }, select: { number: true, date: true } },
    },
  })
  const meetings = meetingsOf(session, session.meetings)
  if (!meetings.some((meeting) => meeting.number === number))
    throw new Refused('invalid', 'meetingUnknown', { last: meetings.length }, 'meeting')
}

/** Refuses while the status of an item, or an objection to it, hinders adoption. */
async function requireNothingHinders(tx: Tx, list: LockedList): Promise<void> {
  const items = await tx.$queryRaw<{ kind: StatusKind; objections: number }[]>`
    SELECT coalesce(s.kind, 'pending') AS kind, (SELECT count(*)::int FROM "Objection" o
      WHERE o."itemId" = i.id AND o."withdrawnAt" IS NULL) AS objections
    FROM "ConsolidatedItem" i
    LEFT JOIN "ItemStatus" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
    WHERE i."listId" = ${list.id}::uuid AND i."deletedAt" IS NULL`
  const hindering = items.filter(({ kind, objections }) => hindersAdoption(kind, objections))
  if (hindering.length > 0)
    throw new Refused('conflict', 'statusesHinder', { items: hindering.length })
}

/** Refuses while an item of the list has sources and all of them were withdrawn. */
async function requireAuthors(tx: Tx, list: LockedList): Promise<void> {
  const items = await listWithdrawnItems(tx, list.id)
  if (items.length > 0)
    throw new Refused('conflict', 'withdrawnItemsHinder', { items: items.length })
}

/** Gives paragraphs by heading and letters within them; returns the texts in the order of print. */
async function numberItems(tx: Tx, list: LockedList): Promise<string[]> {
  const rows = await tx.$queryRaw<{ text: string }[]>`
    WITH numbered AS (
      SELECT i.id, h.position AS "headingPosition", i.position,
        dense_rank() OVER (ORDER BY h.position, h.id) AS paragraph,
        row_number() OVER (PARTITION BY h.id ORDER BY i.position, i.id) AS place
      FROM "ConsolidatedItem" i JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
      WHERE i."listId" = ${list.id}::uuid AND i."deletedAt" IS NULL),
    given AS (
      UPDATE "ConsolidatedItem" i SET paragraph = n.paragraph,
        letter = repeat(chr(97 + ((n.place - 1) % 26)::int), ((n.place - 1) / 26 + 1)::int)
      FROM numbered n WHERE n.id = i.id RETURNING i.id, i."currentNumber", n.paragraph, n.place)
    SELECT t.text FROM given g
    JOIN "ConsolidatedText" t ON t."itemId" = g.id AND t.number = g."currentNumber"
    ORDER BY g.paragraph, g.place`
  return rows.map(({ text }) => text)
}
