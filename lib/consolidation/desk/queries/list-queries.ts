import 'server-only'
import { db, read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { NUMBER_COLUMNS } from '@/lib/consolidation/ledger/numbers'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import type {
  ConsolidatedListView,
  DeskHeading,
  DeskItem,
  DeskListView,
  ListFacts,
} from '@/lib/consolidation/views'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { pageOfList } from './list-pages'
import { LIST_PAGE } from '@/lib/consolidation/page-size'
import { canReadConsolidated } from '@/lib/consolidation/policy'

/** The consolidated list as it stands, for those who take part in the session; null before it is opened. */
export async function findConsolidatedList(
  actor: SignedIn,
  session: SessionView,
): Promise<ConsolidatedListView | null> {
  const list = await findListFacts(actor, session)
  if (!list) return null
  const [headings, items] = await Promise.all([headingRows(list.id), itemRows(list.id)])
  return { ...list, headings: withItems(headings, items) }
}

/** One page of the same: the page on which the heading `under` begins, else the requested page, or the last. */
export async function findPageOfList(
  actor: SignedIn,
  session: SessionView,
  query: { page: number; under: string },
): Promise<DeskListView | null> {
  const list = await findListFacts(actor, session)
  if (!list) return null
  const allHeadings = await headingRows(list.id)
  const { page, pages, from, headings } = pageOfList(allHeadings, query.page, query.under)
  const items = await itemRows(list.id, from)
  return { ...list, page, pages, all: allHeadings, headings: withItems(headings, items) }
}

/** The most items in one answer to a search. */
const FOUND = 6

/** The items of the list that have this number ("2 (b)"), else the first ones with these words. */
export async function findItems(
  actor: SignedIn,
  session: SessionView,
  query: string,
): Promise<DeskItem[]> {
  const list = await findConsolidatedList(actor, session)
  const items = list?.headings.flatMap((heading) => heading.items) ?? []
  const number = withoutSigns(query)
  const numbered = items.filter((item) => withoutSigns(itemNumber(item)) === number)
  const words = query.toLowerCase().trim()
  if (numbered.length > 0 || words === '') return numbered
  return items.filter(({ text }) => text.toLowerCase().includes(words)).slice(0, FOUND)
}

/** "2 (b)", "2b" and "2(b)" are one number. */
const withoutSigns = (number: string): string => number.toLowerCase().replace(/[\s().]/g, '')

/** Facts of the whole list, for participants of the session; null before it is opened. */
export async function findListFacts(
  actor: SignedIn,
  session: SessionView,
): Promise<ListFacts | null> {
  assertFound(canReadConsolidated(actor, session.id))
  return db.consolidatedList.findUnique({
    where: { sessionId: session.id },
    select: {
      id: true,
      sessionId: true,
      version: true,
      adoptedAt: true,
      adoptedMeeting: true,
      textHash: true,
    },
  })
}

type HeadingRow = Omit<DeskHeading, 'items'> & { count: number }

const headingRows = (listId: string) => read<HeadingRow>`
  SELECT h.id, h.title, count(i.id)::int AS count,
    (row_number() OVER (ORDER BY h.position, h.id))::int AS position
  FROM "ConsolidatedHeading" h
  LEFT JOIN "ConsolidatedItem" i ON i."headingId" = h.id AND i."deletedAt" IS NULL
  WHERE h."listId" = ${listId}::uuid GROUP BY h.id ORDER BY h.position, h.id`

function withItems(rows: readonly HeadingRow[], items: readonly DeskItem[]): DeskHeading[] {
  const headings = rows.map(({ id, title, position }) => ({
    id,
    title,
    position,
    items: [] as DeskItem[],
  }))
  const under = new Map(headings.map((heading) => [heading.id, heading.items]))
  for (const item of items) under.get(item.headingId)?.push(item)
  return headings
}

/** The items of a list in their order, or one page of them. */
const itemRows = (listId: string, from?: number) => read<DeskItem>`
  WITH listed AS (
    SELECT i.id, i."headingId", i.position, i.kind, i.language, i."currentNumber",
      ${NUMBER_COLUMNS}
    FROM "ConsolidatedItem" i JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
    WHERE i."listId" = ${listId}::uuid AND i."deletedAt" IS NULL
    ${from === undefined ? Prisma.empty : Prisma.sql`ORDER BY place LIMIT ${LIMIT} OFFSET ${from}`})
  SELECT i.id, i."headingId", i.position, i.kind, i.language, coalesce(c.text, t.text) AS text,
    coalesce(c.number, 0) AS corrected, i."currentNumber" AS wording,
    i.paragraph, i.letter, coalesce(k.sources, 0)::int AS sources,
    coalesce(s.kind, 'pending') AS status, coalesce(o.open, 0)::int AS objections,
    coalesce(d.stated, 0)::int AS disagreements
  FROM listed i
  JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
  LEFT JOIN (SELECT "consolidatedItemId", count(*) AS sources FROM "Lineage"
    WHERE "listId" = ${listId}::uuid AND "unlinkedAt" IS NULL GROUP BY 1) k
    ON k."consolidatedItemId" = i.id
  LEFT JOIN (SELECT DISTINCT ON ("itemId") "itemId", number, text FROM "Corrigendum"
    ORDER BY "itemId", number DESC) c ON c."itemId" = i.id
  LEFT JOIN "ItemStatus" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
  LEFT JOIN (SELECT "itemId", count(*) AS open FROM "Objection"
    WHERE "withdrawnAt" IS NULL GROUP BY 1) o ON o."itemId" = i.id
  LEFT JOIN (SELECT "consolidatedItemId", count(*) AS stated FROM "Disagreement"
    WHERE "listId" = ${listId}::uuid AND "withdrawnAt" IS NULL GROUP BY 1) d
    ON d."consolidatedItemId" = i.id
  ORDER BY i.place`

// Literal digits in the statement, since PostgreSQL plans anew each time if the limit is a parameter.
const LIMIT = Prisma.raw(String(LIST_PAGE))
