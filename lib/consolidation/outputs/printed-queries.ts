import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { newestDocument } from '@/lib/documents/head'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { letter } from '@/lib/export/paper'
import {
  type MadeFor,
  madeForSql,
  namesWithGroups,
} from '@/lib/proposals/preliminary-list/item-names'
import { findSession } from '@/lib/sessions/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import type { PrintedCorrigendum, PrintedItem, PrintedList, PrintedSource } from './print-model'
import { readDocument } from '@/lib/text/document/stored'

/** The consolidated list with all that it comes from, for those who take part in the session. */
export async function getPrintedList(actor: SignedIn, session: SessionView): Promise<PrintedList> {
  assertFound(canReadConsolidated(actor, session.id))
  return orNotFound(await readConsolidated(session))
}

/** The same for everybody, once the list is adopted; refused as not found before. */
export async function getAdoptedList(slug: string): Promise<PrintedList> {
  const session = orNotFound(await findSession(slug))
  const list = orNotFound(await readConsolidated(session))
  assertFound(list.adoptedAt)
  return list
}

/** The state of an adopted list by which its cached outputs may be stale; null while it is not adopted. */
export async function findAdoptedState(slug: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ state: string }[]>`
    SELECT l.id || ' ' || (SELECT count(*) FROM "Corrigendum" c
      JOIN "ConsolidatedItem" i ON i.id = c."itemId" WHERE i."listId" = l.id) || ' ' ||
      (SELECT count(*) FROM "RecordEntry" e
        WHERE e."sessionId" = s.id AND e.event LIKE 'powers.%') || ' ' ||
      coalesce((SELECT string_agg(d.symbol, ' ' ORDER BY d."registeredAt", d.id) FROM "Document" d
        WHERE d."consolidatedListId" = l.id AND d."withdrawnAt" IS NULL), '') AS state
    FROM "ConsolidatedList" l JOIN "Session" s ON s.id = l."sessionId"
    WHERE s.slug = ${slug} AND l."adoptedAt" IS NOT NULL`
  return rows[0]?.state ?? null
}

/** The same for code that has checked the permission; null if no list was opened. */
export async function readConsolidated(session: SessionView): Promise<PrintedList | null> {
  const list = await db.consolidatedList.findUnique({
    where: { sessionId: session.id },
    include: { documents: newestDocument },
  })
  if (!list) return null
  const { id, adoptedAt, adoptedMeeting, textHash } = list
  const [rows, sources] = await Promise.all([itemRows(id), sourcesOf(id)])
  const latest = Math.max(list.createdAt.getTime(), ...rows.map(({ at }) => at.getTime()))
  return {
    id,
    // The newest of each kind stands last in the entries, and counts.
    documents: Object.fromEntries(
      list.documents.toReversed().map((document) => [document.kind, document]),
    ),
    session,
    asOf: adoptedAt ?? new Date(latest),
    adoptedAt,
    adoptedMeeting,
    textHash,
    headings: underHeadings(rows),
    sources,
  }
}

type ItemRow = Omit<PrintedItem, 'paragraph' | 'letter' | 'corrigenda'> & {
  headingId: string
  title: string
  at: Date
  corrigenda: (Omit<PrintedCorrigendum, 'issuedAt'> & { issuedAt: string })[]
}

const itemRows = (listId: string) => db.$queryRaw<ItemRow[]>`
  SELECT i.id, i.kind, i.language, t.body, t.text, t."textHash", t."createdAt" AS at,
    i."currentNumber" AS wording, h.id AS "headingId", h.title,
    coalesce(s.kind, 'pending') AS status,
    coalesce((SELECT json_agg(json_build_object('number', c.number, 'body', c.body, 'text', c.text,
        'textHash', c."textHash", 'reason', c.reason, 'issuedAt', c."issuedAt") ORDER BY c.number)
      FROM "Corrigendum" c WHERE c."itemId" = i.id), '[]') AS corrigenda
  FROM "ConsolidatedItem" i
  JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
  JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
  LEFT JOIN "ItemStatus" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
  WHERE i."listId" = ${listId}::uuid AND i."deletedAt" IS NULL
  ORDER BY h.position, h.id, i.position, i.id`

/** Numbers them as the adoption does: a paragraph for each heading that has items, a letter for each item. */
function underHeadings(rows: readonly ItemRow[]): PrintedList['headings'] {
  const headings: (PrintedList['headings'][number] & { id: string })[] = []
  for (const { headingId, title, at: _, corrigenda, body, ...item } of rows) {
    if (headings.at(-1)?.id !== headingId) headings.push({ id: headingId, title, items: [] })
    const { items } = headings.at(-1)!
    items.push({
      ...item,
      body: readDocument(body),
      paragraph: headings.length,
      letter: letter(items.length + 1),
      corrigenda: corrigenda.map((corrigendum) => ({
        ...corrigendum,
        body: readDocument(corrigendum.body),
        issuedAt: new Date(corrigendum.issuedAt),
      })),
    })
  }
  return headings.map(({ title, items }) => ({ title, items }))
}

const sourcesOf = async (listId: string): Promise<PrintedSource[]> =>
  (await sourceRows(listId)).map(({ madeFor, ...source }) => ({
    ...source,
    attribution: namesWithGroups(source.attribution, madeFor),
  }))

const sourceRows = (listId: string) => db.$queryRaw<(PrintedSource & { madeFor: MadeFor[] })[]>`
  SELECT i.id, s.ordinal AS "sessionOrdinal", h.title AS heading, i.paragraph, i.letter,
    i."importedNumber", i.kind, i.language, i.text, i."textHash", o.kind AS outcome,
    coalesce(o.reason, '') AS reason, o."decidedAt", coalesce(b.name, '') AS "decidedBy",
    coalesce((SELECT array_agg(DISTINCT name ORDER BY name) FROM "ItemProposal" x,
      unnest(x.attribution) AS name WHERE x."itemId" = i.id), '{}') AS attribution,
    ${madeForSql(Prisma.sql`i.id`)} AS "madeFor",
    coalesce((SELECT array_agg(DISTINCT e.name) FROM "ItemProposal" x
      JOIN "TakeOver" t ON t."proposalId" = x."proposalId" AND t."endedAt" IS NULL
      JOIN "Delegation" e ON e.id = t."delegationId" WHERE x."itemId" = i.id), '{}') AS "takenOverBy",
    coalesce(u.uses, '[]') AS uses,
    coalesce((SELECT json_agg(json_build_object('by', d.name, 'text', y.text,
        'itemId', y."consolidatedItemId", 'wording', y.wording) ORDER BY y."statedAt", y.id)
      FROM "Disagreement" y JOIN "Delegation" d ON d.id = y."delegationId"
      WHERE y."listId" = l.id AND y."itemId" = i.id AND y."withdrawnAt" IS NULL), '[]')
      AS disagreements
  FROM "ConsolidatedList" l
  JOIN "CoveredList" covered ON covered."consolidatedListId" = l.id
  JOIN "PreliminaryList" p ON p.id = covered."preliminaryListId"
  JOIN "Session" s ON s.id = p."sessionId"
  JOIN "Item" i ON i."listId" = p.id
  JOIN "ListHeading" h ON h.id = i."headingId"
  LEFT JOIN "Outcome" o ON o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL
  LEFT JOIN "Person" b ON b.id = o."decidedById"
  LEFT JOIN (
    SELECT k."itemId", json_agg(json_build_object('itemId', k."consolidatedItemId",
      'taken', k.taken, 'words', k.words) ORDER BY ch.position, ci.position, ci.id) AS uses
    FROM "Lineage" k
    JOIN "ConsolidatedItem" ci ON ci.id = k."consolidatedItemId"
    JOIN "ConsolidatedHeading" ch ON ch.id = ci."headingId"
    WHERE k."listId" = ${listId}::uuid AND k."unlinkedAt" IS NULL GROUP BY k."itemId") u
    ON u."itemId" = i.id
  WHERE l.id = ${listId}::uuid
  ORDER BY s.ordinal, h.position, i.position, i.id`
