import 'server-only'
import { differenceInHours } from 'date-fns/differenceInHours'
import { max } from 'date-fns/max'
import { listDeadlines } from '@/lib/circulation/queries'
import { listProgress, type Progress } from '@/lib/consolidation/status/progress'
import { db } from '@/lib/db/client'
import type { Actor, SignedIn } from '@/lib/delegations/actor'
import { notWithdrawn } from '@/lib/proposals/withdrawal/withdrawal'
import { type PeriodKind, periodKinds } from '@/lib/sessions/kinds'
import { listSessions, type SessionSummary } from '@/lib/sessions/overview-queries'
import { isOpen } from '@/lib/sessions/periods'
import type { DeskSession, OpenPeriod, StockTaking } from './desk-view'

/** A session as a line of the list of sessions, with the work of a stock-taking in it. */
export type SessionRow = SessionSummary & {
  /** Null without a consolidated list, and for those who may not read it. */
  progress: Progress | null
  /** The next deadline for comments on circulated lists; null if none is open. */
  circulationUntil: Date | null
}

/** All sessions of the group, the latest first; none for people who do not take part. */
export async function listSessionRows(actor: Actor): Promise<SessionRow[]> {
  const [sessions, deadlines, progress] = await Promise.all([
    listSessions(actor),
    listDeadlines(actor),
    listProgress(actor),
  ])
  return sessions.map((session) => ({
    ...session,
    circulationUntil: deadlines.get(session.id) ?? null,
    progress: progress.get(session.id) ?? null,
  }))
}

/** The sessions in which the actor has a seat or an office, the latest first. */
export async function listDeskSessions(actor: SignedIn, now: Date): Promise<DeskSession[]> {
  const inAll = actor.offices.some(({ sessionId }) => sessionId === null)
  const sessionIds = [...actor.memberships, ...actor.offices].flatMap(
    ({ sessionId }) => sessionId ?? [],
  )
  const active = notWithdrawn
  const sessions = await db.session.findMany({
    where: inAll ? {} : { id: { in: sessionIds } },
    orderBy: [{ startsOn: 'desc' }, { ordinal: 'desc' }],
    select: {
      id: true,
      slug: true,
      ordinal: true,
      title: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      place: true,
      group: {
        select: { eventWord: true, observersMayPropose: true, stakeholdersMayComment: true },
      },
      periods: { select: { kind: true, openUntil: true, closedAt: true } },
      preliminaryList: { select: { issuedAt: true } },
      _count: { select: { proposals: { where: active } } },
    },
  })
  const unplaced = await db.proposal.groupBy({
    by: ['sessionId'],
    where: { ...active, sessionId: { in: sessions.map(({ id }) => id) }, items: { none: {} } },
    _count: true,
  })
  const stockTakings = await listStockTakings(
    sessions.filter(({ kind }) => kind === 'stockTaking').map(({ id }) => id),
  )
  return sessions.map(({ group, periods, preliminaryList, _count, ...session }) => {
    const open = (kind: PeriodKind): OpenPeriod | null => {
      const period = periods.find((period) => period.kind === kind && isOpen(period, now))
      return period
        ? { until: period.openUntil, hoursLeft: differenceInHours(period.openUntil, now) }
        : null
    }
    return {
      ...session,
      ...group,
      submission: open('submission'),
      comments: open('comments'),
      submissionOpened: periods.some(({ kind }) => kind === 'submission'),
      ended: periodKinds.flatMap((kind) => {
        const ends = periods
          .filter((period) => period.kind === kind)
          .map(({ closedAt, openUntil }) => closedAt ?? openUntil)
        return open(kind) || ends.length === 0 ? [] : [{ kind, at: max(ends) }]
      }),
      listIssued: Boolean(preliminaryList?.issuedAt),
      proposals: _count.proposals,
      unplaced: unplaced.find(({ sessionId }) => sessionId === session.id)?._count ?? 0,
      stockTaking: stockTakings.get(session.id) ?? null,
    }
  })
}

async function listStockTakings(ids: readonly string[]): Promise<Map<string, StockTaking>> {
  if (ids.length === 0) return new Map()
  const rows = await readStockTakings(ids)
  return new Map(rows.map(({ id, ...stockTaking }) => [id, stockTaking]))
}

const readStockTakings = (ids: readonly string[]) => db.$queryRaw<(StockTaking & { id: string })[]>`
  SELECT s.id, l.id IS NOT NULL AS opened, l."adoptedAt" IS NOT NULL AS adopted,
    (SELECT count(*)::int FROM "PreliminaryList" p JOIN "Session" origin ON origin.id = p."sessionId"
      WHERE origin."groupId" = s."groupId" AND p."issuedAt" IS NOT NULL) AS "issuedLists", sources.total AS sources,
    sources.open AS "withoutOutcome", items.total AS items, items.agreed
  FROM "Session" s
  LEFT JOIN "ConsolidatedList" l ON l."sessionId" = s.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE NOT EXISTS (
      SELECT 1 FROM "Outcome" o
      WHERE o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL))::int AS open
    FROM "CoveredList" covered
    JOIN "Item" i ON i."listId" = covered."preliminaryListId"
    WHERE covered."consolidatedListId" = l.id) sources
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM "ItemStatus" d WHERE d."itemId" = c.id AND d."supersededAt" IS NULL
        AND d.kind = 'agreed'))::int AS agreed
    FROM "ConsolidatedItem" c WHERE c."listId" = l.id AND c."deletedAt" IS NULL) items
  WHERE s.id = ANY(${ids}::uuid[])`
