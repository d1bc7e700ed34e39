import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { requireCoverage } from '@/lib/consolidation/coverage/gate'
import { headingNamed } from '@/lib/consolidation/ledger/headings'
import type { StandingKind } from '@/lib/consolidation/kinds'
import { lockList } from '@/lib/consolidation/ledger/lock'
import { canConsolidate, canReadConsolidated } from '@/lib/consolidation/policy'
import { requirePresiding } from '@/lib/consolidation/status/presiding'
import { hindersAdoption } from '@/lib/consolidation/status/status-rule'
import type { AddConsolidatedHeading, AdoptList } from '@/lib/consolidation/schema'

/** Adds a heading at the end of the list; one that is there already is that one. Returns its id. */
export function addConsolidatedHeading(
  actor: SignedIn,
  { slug, title }: AddConsolidatedHeading,
): Promise<string> {
  return transaction(async (tx) =>
    headingNamed(tx, actor, await lockList(tx, actor, slug, canConsolidate), title),
  )
}

/**
 * The presiding officer declares the whole list adopted by consensus at a numbered meeting. Refused
 * while any item of the lists that it covers has no outcome, an item is not agreed or objected to, or
 * the list is empty. Paragraphs and letters are given, and nothing changes any more. Declared twice,
 * the second is told.
 */
export function adoptList(actor: SignedIn, { slug, meeting }: AdoptList): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, slug, canReadConsolidated)
    const presiding = await requirePresiding(tx, actor, list.sessionId)
    await requireCoverage(tx, list)
    const hindering = (await standingsOf(tx, list)).filter(({ kind, objections }) =>
      hindersAdoption(kind, objections),
    )
    if (hindering.length > 0)
      throw new Refused('conflict', 'standingsHinder', { items: hindering.length })
    const texts = await tx.$queryRaw<{ text: string }[]>`
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
    if (texts.length === 0) throw new Refused('conflict', 'listEmpty')
    const textHash = sha256(texts.map(({ text }) => text).join('\n\n'))
    await tx.$executeRaw`
      UPDATE "ConsolidatedList" SET "adoptedAt" = now(), "adoptedById" = ${actor.personId}::uuid,
        "adoptedMeeting" = ${meeting}, "textHash" = ${textHash} WHERE id = ${list.id}::uuid`
    await record(tx, actor, 'consolidation.adopted', {
      sessionId: list.sessionId,
      subjectId: list.id,
      data: { items: texts.length, meeting, onBehalfOf: presiding.onBehalfOf },
      textHash,
    })
  })
}

/** Where each item of the list stands, and how many object to it. */
const standingsOf = (tx: Tx, list: { id: string }) =>
  tx.$queryRaw<{ kind: StandingKind; objections: number }[]>`
    SELECT coalesce(s.kind, 'pending') AS kind, (SELECT count(*)::int FROM "Objection" o
      WHERE o."itemId" = i.id AND o."withdrawnAt" IS NULL) AS objections
    FROM "ConsolidatedItem" i
    LEFT JOIN "ItemStanding" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
    WHERE i."listId" = ${list.id}::uuid AND i."deletedAt" IS NULL`
