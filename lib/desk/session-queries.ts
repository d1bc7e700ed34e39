import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { DeskSession, StockTaking } from './desk-view'

type Row = Omit<DeskSession, 'submission' | 'comments' | 'stockTaking'> & {
  submissionUntil: Date | null
  submissionHours: number
  commentsUntil: Date | null
  commentsHours: number
}

/** The sessions in which the actor has a place or an office, the latest first. */
export async function listDeskSessions(actor: SignedIn): Promise<DeskSession[]> {
  const inAll = actor.offices.some(({ sessionId }) => sessionId === null)
  const own = [...actor.places, ...actor.offices].flatMap(({ sessionId }) => sessionId ?? [])
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.slug, s.ordinal, g."eventWord", s.title, s.kind, s."startsOn", s."endsOn", s.place,
      g."observersMayPropose", g."stakeholdersMayComment",
      submission."openUntil" AS "submissionUntil", submission.hours AS "submissionHours",
      comments."openUntil" AS "commentsUntil", comments.hours AS "commentsHours",
      EXISTS (SELECT 1 FROM "Period" p WHERE p."sessionId" = s.id AND p.kind = 'submission')
        AS "submissionOpened",
      EXISTS (SELECT 1 FROM "PreliminaryList" l
        WHERE l."sessionId" = s.id AND l."issuedAt" IS NOT NULL) AS "listIssued",
      made.proposals, made.unplaced
    FROM "Session" s
    JOIN "ExpertGroup" g ON g.id = s."groupId"
    LEFT JOIN LATERAL (
      SELECT p."openUntil",
        floor(extract(epoch FROM p."openUntil" - clock_timestamp()) / 3600)::int AS hours
      FROM "Period" p WHERE p."sessionId" = s.id AND p.kind = 'submission'
        AND p."closedAt" IS NULL AND p."openUntil" > clock_timestamp()) submission ON true
    LEFT JOIN LATERAL (
      SELECT p."openUntil",
        floor(extract(epoch FROM p."openUntil" - clock_timestamp()) / 3600)::int AS hours
      FROM "Period" p WHERE p."sessionId" = s.id AND p.kind = 'comments'
        AND p."closedAt" IS NULL AND p."openUntil" > clock_timestamp()) comments ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS proposals, count(*) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM "ItemProposal" i WHERE i."proposalId" = p.id))::int AS unplaced
      FROM "Proposal" p WHERE p."sessionId" = s.id AND p."withdrawnAt" IS NULL) made
    WHERE ${inAll}::boolean OR s.id = ANY(${own}::uuid[])
    ORDER BY s."startsOn" DESC, s.ordinal DESC`
  const takings = new Map<string, StockTaking>()
  const ids = rows.filter(({ kind }) => kind === 'stockTaking').map(({ id }) => id)
  if (ids.length > 0)
    for (const { id, ...taking } of await listStockTakings(ids)) takings.set(id, taking)
  return rows.map(
    ({ submissionUntil, submissionHours, commentsUntil, commentsHours, ...session }) => ({
      ...session,
      submission: submissionUntil && { until: submissionUntil, hoursLeft: submissionHours },
      comments: commentsUntil && { until: commentsUntil, hoursLeft: commentsHours },
      stockTaking: takings.get(session.id) ?? null,
    }),
  )
}

const listStockTakings = (ids: readonly string[]) => db.$queryRaw<(StockTaking & { id: string })[]>`
  SELECT s.id, l."adoptedAt" IS NOT NULL AS adopted, sources.total AS sources,
    sources.open AS "withoutOutcome", items.total AS items, items.agreed
  FROM "Session" s
  LEFT JOIN "ConsolidatedList" l ON l."sessionId" = s.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE NOT EXISTS (
      SELECT 1 FROM "Outcome" o
      WHERE o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL))::int AS open
    FROM "Item" i
    JOIN "PreliminaryList" p ON p.id = i."listId" AND p."issuedAt" IS NOT NULL
    JOIN "Session" origin ON origin.id = p."sessionId" AND origin."groupId" = s."groupId") sources
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM "ItemStanding" d WHERE d."itemId" = c.id AND d."supersededAt" IS NULL
        AND d.kind = 'agreed'))::int AS agreed
    FROM "ConsolidatedItem" c WHERE c."listId" = l.id AND c."deletedAt" IS NULL) items
  WHERE s.id = ANY(${ids}::uuid[])`
