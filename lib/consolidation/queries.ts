import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { found, Refused } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import type { ConsolidatedItemView, ConsolidatedListView, DeskHeading, DeskItem } from './desk-view'
import type { OutcomeKind } from './kinds'
import { type Coverage, coverage } from './ledger'
import { standingDisagreements } from './disagreements'
import { canReadConsolidated } from './policy'
import { readSources } from './source-queries'

/** The consolidated list as it stands, for those who take part in the session; null before it is opened. */
export async function findConsolidatedList(
  actor: SignedIn,
  session: SessionView,
): Promise<ConsolidatedListView | null> {
  if (!canReadConsolidated(actor, session.id)) throw new Refused('not-found', 'notFound')
  const list = await db.consolidatedList.findUnique({
    where: { sessionId: session.id },
    select: { id: true, version: true, adoptedAt: true, adoptedMeeting: true, textHash: true },
  })
  if (!list) return null
  const [headings, items] = await Promise.all([
    db.consolidatedHeading.findMany({
      where: { listId: list.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true },
    }),
    listItems(list.id),
  ])
  const under = new Map<string, DeskHeading>(
    headings.map((heading, index) => [heading.id, { ...heading, position: index + 1, items: [] }]),
  )
  for (const item of items) under.get(item.headingId)?.items.push(item)
  return { ...list, headings: [...under.values()] }
}

const listItems = (listId: string) => db.$queryRaw<DeskItem[]>`
  SELECT i.id, i."headingId", i.position, i.kind, i.language, coalesce(c.text, t.text) AS text,
    coalesce(c.number, 0) AS corrected, i."currentNumber" AS wording,
    i.paragraph, i.letter, coalesce(k.sources, 0)::int AS sources,
    coalesce(s.kind, 'pending') AS standing, coalesce(o.standing, 0)::int AS objections,
    coalesce(d.stated, 0)::int AS disagreements
  FROM "ConsolidatedItem" i
  JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
  LEFT JOIN (SELECT "consolidatedItemId", count(*) AS sources FROM "Lineage"
    WHERE "listId" = ${listId}::uuid AND "unlinkedAt" IS NULL GROUP BY 1) k
    ON k."consolidatedItemId" = i.id
  LEFT JOIN (SELECT DISTINCT ON ("itemId") "itemId", number, text FROM "Corrigendum"
    ORDER BY "itemId", number DESC) c ON c."itemId" = i.id
  LEFT JOIN "ItemStanding" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
  LEFT JOIN (SELECT "itemId", count(*) AS standing FROM "Objection"
    WHERE "withdrawnAt" IS NULL GROUP BY 1) o ON o."itemId" = i.id
  LEFT JOIN (SELECT "consolidatedItemId", count(*) AS stated FROM "Disagreement"
    WHERE "listId" = ${listId}::uuid AND "withdrawnAt" IS NULL GROUP BY 1) d
    ON d."consolidatedItemId" = i.id
  WHERE i."listId" = ${listId}::uuid AND i."deletedAt" IS NULL
  ORDER BY i.position, i.id`

/** How many of the group's preliminary items have which outcome at this stock-taking. */
export async function getCoverage(actor: SignedIn, session: SessionView): Promise<Coverage> {
  if (!canReadConsolidated(actor, session.id)) throw new Refused('not-found', 'notFound')
  const rows = await db.$queryRaw<{ id: string; outcome: OutcomeKind | null }[]>`
    SELECT i.id, o.kind AS outcome
    FROM "Item" i
    JOIN "PreliminaryList" p ON p.id = i."listId" AND p."issuedAt" IS NOT NULL
    JOIN "Session" s ON s.id = p."sessionId" AND s."groupId" = ${session.groupId}::uuid
    LEFT JOIN "ConsolidatedList" l ON l."sessionId" = ${session.id}::uuid
    LEFT JOIN "Outcome" o ON o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL`
  const given = rows.flatMap(({ id, outcome }) => (outcome ? [[id, outcome] as const] : []))
  return coverage(
    rows.map(({ id }) => id),
    new Map(given),
  )
}

/** A consolidated item with its sources and every wording it had, for those who take part in the session. */
export async function getConsolidatedItem(
  actor: SignedIn,
  session: SessionView,
  id: string,
): Promise<ConsolidatedItemView> {
  if (!canReadConsolidated(actor, session.id)) throw new Refused('not-found', 'notFound')
  const item = found(
    await db.consolidatedItem.findFirst({
      where: { id, deletedAt: null, list: { sessionId: session.id } },
      include: {
        heading: true,
        texts: { orderBy: { number: 'desc' } },
        standings: { where: { supersededAt: null } },
        corrigenda: { orderBy: { number: 'asc' } },
        _count: {
          select: {
            objections: { where: { withdrawnAt: null } },
            disagreements: { where: { withdrawnAt: null } },
          },
        },
      },
    }),
  )
  const links = await db.lineage.findMany({
    where: { consolidatedItemId: id, unlinkedAt: null },
    orderBy: { linkedAt: 'asc' },
  })
  const [sources, disagreed, people] = await Promise.all([
    readSources(
      session,
      links.map((link) => link.itemId),
    ),
    standingDisagreements(item.listId),
    db.person.findMany({
      where: { id: { in: item.texts.flatMap((text) => text.createdById ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  const nameOf = new Map(people.map((person) => [person.id, person.name]))
  const current = found(item.texts[0])
  return {
    ...item,
    heading: item.heading.title,
    text: current.text,
    body: current.body as ConsolidatedItemView['body'],
    wording: current.number,
    sources: links.length,
    standing: item.standings[0]?.kind ?? 'pending',
    objections: item._count.objections,
    disagreements: item._count.disagreements,
    corrected: item.corrigenda.length,
    corrigenda: item.corrigenda.map((one) => ({
      ...one,
      body: one.body as ConsolidatedItemView['body'],
    })),
    wordings: item.texts.map((text) => ({
      ...text,
      body: text.body as ConsolidatedItemView['body'],
      createdBy: nameOf.get(text.createdById ?? '') ?? '',
    })),
    disagreed: disagreed.filter((one) => one.consolidatedItemId === id),
    from: sources.map((source) => {
      const link = found(links.find((one) => one.itemId === source.id))
      return { ...source, taken: link.taken, words: link.words }
    }),
  }
}
