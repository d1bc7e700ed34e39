import 'server-only'
import { differenceInHours } from 'date-fns/differenceInHours'
import { max } from 'date-fns/max'
import { listDeadlines } from '@/lib/circulation/queries'
import { getAnswers } from '@/lib/consolidation/coverage/answers'
import { canAdoptUnanswered, canReadConsolidated } from '@/lib/consolidation/policy'
import { listProgress, loadProgress, type Progress } from '@/lib/consolidation/status/progress'
import { db } from '@/lib/db/client'
import { type Actor, holds, type SignedIn } from '@/lib/delegations/actor'
import { takingPart } from '@/lib/delegations/kinds'
import { listHandedPowers } from '@/lib/delegations/powers/queries'
import { notWithdrawn } from '@/lib/proposals/withdrawal/withdrawal'
import { forProposals, type PeriodKind, periodKinds } from '@/lib/sessions/kinds'
import { listSessions, type SessionSummary } from '@/lib/sessions/overview-queries'
import { isOpen } from '@/lib/sessions/periods'
import { type DeskSession, isSettled, type OpenPeriod, type StockTaking } from './desk-view'

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
      groupId: true,
      _count: {
        select: {
          agenda: { where: forProposals },
          proposals: { where: active },
          delegations: { where: { state: takingPart } },
          meetings: true,
          circulations: { where: { openedAt: { not: null } } },
        },
      },
    },
  })
  const unplaced = await db.proposal.groupBy({
    by: ['sessionId'],
    where: { ...active, sessionId: { in: sessions.map(({ id }) => id) }, items: { none: {} } },
    _count: true,
  })
  const stockTakingIds = sessions.filter(({ kind }) => kind === 'stockTaking').map(({ id }) => id)
  const fills = sessions.filter(({ id }) => holds(actor, id, 'secretariat'))
  const [stockTakings, powers, vacant] = await Promise.all([
    listStockTakings(actor, stockTakingIds, now),
    listHandedPowers(stockTakingIds),
    listVacant(fills),
  ])
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
      agendaItems: _count.agenda,
      delegations: _count.delegations,
      meetings: _count.meetings,
      circulated: _count.circulations > 0,
      vacant: vacant.get(session.id) ?? [],
      proposals: _count.proposals,
      unplaced: unplaced.find(({ sessionId }) => sessionId === session.id)?._count ?? 0,
      stockTaking: stockTakings.get(session.id) ?? null,
      powers: powers.get(session.id) ?? null,
    }
  })
}

const FILLED = ['chair', 'rapporteur'] as const

/** The offices of these sessions that nobody holds, neither in the session nor in every session of its group. */
async function listVacant(
  sessions: readonly { id: string; groupId: string }[],
): Promise<Map<string, (typeof FILLED)[number][]>> {
  if (sessions.length === 0) return new Map()
  const offices = await db.office.findMany({
    where: {
      endedAt: null,
      kind: { in: [...FILLED] },
      OR: [
        { sessionId: { in: sessions.map(({ id }) => id) } },
        { sessionId: null, groupId: { in: sessions.map(({ groupId }) => groupId) } },
      ],
    },
    select: { kind: true, sessionId: true, groupId: true },
  })
  const isHeld = (session: { id: string; groupId: string }, kind: string) =>
    offices.some(
      (office) =>
        office.kind === kind &&
        (office.sessionId ? office.sessionId === session.id : office.groupId === session.groupId),
    )
  return new Map(
    sessions.map((session) => [session.id, FILLED.filter((kind) => !isHeld(session, kind))]),
  )
}

async function listStockTakings(
  actor: SignedIn,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, StockTaking>> {
  if (ids.length === 0) return new Map()
  const [rows, progress] = await Promise.all([readSources(ids), loadProgress(ids)])
  const stockTakings = rows.map(async ({ id, ...sources }) => {
    const { items, agreed, adReferendum } = progress.get(id) ?? NO_ITEMS
    const taking = { ...sources, items, agreed, adReferendum, ...NO_COMMENTS }
    const asks = isSettled(taking) && canReadConsolidated(actor, id)
    return [id, { ...taking, ...(asks && (await hinderingComments(actor, id, now))) }] as const
  })
  return new Map(await Promise.all(stockTakings))
}

const NO_ITEMS = { items: 0, agreed: 0, adReferendum: 0 }
const NO_COMMENTS = { receiving: null, unanswered: 0 }

/** The comments for which the adoption of the list is refused. */
async function hinderingComments(
  actor: SignedIn,
  id: string,
  now: Date,
): Promise<Pick<StockTaking, keyof typeof NO_COMMENTS>> {
  const answers = await getAnswers(actor, { id })
  const { receiving, owed } = answers
  return {
    receiving: receiving && {
      until: receiving.until,
      hoursLeft: Math.max(0, differenceInHours(receiving.until, now)),
    },
    unanswered: canAdoptUnanswered(answers).allowed ? 0 : owed,
  }
}

type SourcesRow = Omit<StockTaking, keyof typeof NO_ITEMS | keyof typeof NO_COMMENTS> & {
  id: string
}

const readSources = (ids: readonly string[]) => db.$queryRaw<SourcesRow[]>`
  SELECT s.id, l.id IS NOT NULL AS opened, l."adoptedAt" IS NOT NULL AS adopted,
    (SELECT count(*)::int FROM "PreliminaryList" p JOIN "Session" origin ON origin.id = p."sessionId"
      WHERE origin."groupId" = s."groupId" AND p."issuedAt" IS NOT NULL) AS "issuedLists", sources.total AS sources,
    sources.open AS "withoutOutcome"
  FROM "Session" s
  LEFT JOIN "ConsolidatedList" l ON l."sessionId" = s.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE NOT EXISTS (
      SELECT 1 FROM "Outcome" o
      WHERE o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL))::int AS open
    FROM "CoveredList" covered
    JOIN "Item" i ON i."listId" = covered."preliminaryListId"
    WHERE covered."consolidatedListId" = l.id) sources
  WHERE s.id = ANY(${ids}::uuid[])`
