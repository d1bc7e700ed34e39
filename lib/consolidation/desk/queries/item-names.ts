import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { firstWords } from '@/lib/text/first-words'
import { type ItemName, itemInWords } from '@/lib/consolidation/item-name'
import { NUMBER_COLUMNS } from '@/lib/consolidation/ledger/numbers'

type Row = {
  id: string
  paragraph: number | null
  letter: string | null
  text: string
  language: string
  slug: string | null
  ordinal: number | null
}

/**
 * Names the items among some ids: those of the session's consolidated list, and those of issued preliminary
 * lists. For those who take part in the session; nothing for anybody else, and nothing of other ids.
 */
export async function nameItems(
  actor: SignedIn,
  session: { id: string },
  ids: readonly string[],
): Promise<Map<string, ItemName>> {
  if (ids.length === 0 || !canReadConsolidated(actor, session.id)) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    WITH listed AS (
      SELECT i.id, ${NUMBER_COLUMNS}
      FROM "ConsolidatedList" l
      JOIN "ConsolidatedItem" i ON i."listId" = l.id AND i."deletedAt" IS NULL
      JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
      WHERE l."sessionId" = ${session.id}::uuid)
    SELECT c.id, n.paragraph, n.letter, t.text, c.language, NULL AS slug, NULL::int AS ordinal
    FROM "ConsolidatedItem" c
    JOIN "ConsolidatedList" l ON l.id = c."listId" AND l."sessionId" = ${session.id}::uuid
    JOIN "ConsolidatedText" t ON t."itemId" = c.id AND t.number = c."currentNumber"
    LEFT JOIN listed n ON n.id = c.id
    WHERE c.id = ANY (${[...ids]}::uuid[])
    UNION ALL
    SELECT i.id, i.paragraph, i.letter, i.text, i.language, s.slug, s.ordinal
    FROM "Item" i
    JOIN "PreliminaryList" p ON p.id = i."listId" AND p."issuedAt" IS NOT NULL
    JOIN "Session" s ON s.id = p."sessionId"
    WHERE i.id = ANY (${[...ids]}::uuid[])`
  return new Map(
    rows.map(({ id, text, language, slug, ordinal, ...place }) => [
      id,
      {
        id,
        number: itemNumber(place),
        words: firstWords(text),
        language,
        source: slug === null ? null : { slug, ordinal: ordinal ?? 0 },
      },
    ]),
  )
}

/** The name of an item in words, for a message about an act; '' for an item that cannot be named. */
export async function nameItem(actor: SignedIn, slug: string, id: string): Promise<string> {
  const session = await db.session.findUnique({ where: { slug }, select: { id: true } })
  const name = session && (await nameItems(actor, session, [id])).get(id)
  return name ? itemInWords(name) : ''
}
