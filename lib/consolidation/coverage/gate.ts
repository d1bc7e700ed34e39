import 'server-only'
import { ordinalWord } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { placeOnList } from '@/lib/consolidation/views'
import type { LockedList } from '@/lib/consolidation/ledger/lock'

/** The most items to name in a refusal. */
const NAMED = 3

type Open = {
  open: number
  ordinal: number
  heading: string
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
}

/** Refuses, naming them, while items of the lists that the stock-taking covers have no outcome. */
export async function requireCoverage(tx: Tx, list: LockedList): Promise<void> {
  const rows = await tx.$queryRaw<Open[]>`
    SELECT (count(*) OVER ())::int AS open, s.ordinal, h.title AS heading, i.paragraph, i.letter,
      i."importedNumber"
    FROM "CoveredList" c
    JOIN "PreliminaryList" p ON p.id = c."preliminaryListId"
    JOIN "Session" s ON s.id = p."sessionId"
    JOIN "Item" i ON i."listId" = p.id
    JOIN "ListHeading" h ON h.id = i."headingId"
    WHERE c."consolidatedListId" = ${list.id}::uuid AND NOT EXISTS (SELECT 1 FROM "Outcome" o
      WHERE o."listId" = ${list.id}::uuid AND o."itemId" = i.id AND o."supersededAt" IS NULL)
    ORDER BY s.ordinal, h.position, i.position, i.id LIMIT ${NAMED}`
  const [first] = rows
  if (!first) return
  const names = rows.map(
    ({ ordinal, ...place }) => `${ordinalWord(ordinal)} session, ${placeOnList(place)}`,
  )
  const items = names.join('; ') + (first.open > NAMED ? '; …' : '')
  throw new Refused('conflict', 'outcomesMissing', { open: first.open, items })
}
