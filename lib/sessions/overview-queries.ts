import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, isSecretariat, takesPart } from '@/lib/delegations/actor'
import type { OfficeKind } from '@/lib/delegations/kinds'
import type { AgendaItemKind, PeriodKind, SessionKind } from './kinds'

/** A session as one line of the list of sessions. */
export type SessionSummary = {
  slug: string
  ordinal: number
  eventWord: string
  groupShortName: string
  title: string
  kind: SessionKind
  startsOn: Date
  endsOn: Date
  place: string
  proposals: number
  delegations: number
  /** The deadline of submission, if it is open. */
  submissionUntil: Date | null
  listIssued: boolean
}

/** All sessions of the group, the latest first; none for whoever takes no part. */
export async function listSessions(actor: Actor): Promise<SessionSummary[]> {
  if (!takesPart(actor)) return []
  return db.$queryRaw<SessionSummary[]>`
    SELECT s.slug, s.ordinal, g."eventWord", g."shortName" AS "groupShortName", s.title, s.kind,
      s."startsOn", s."endsOn", s.place, s."lastProposalNumber" AS proposals,
      (SELECT count(*)::int FROM "Delegation" d
        WHERE d."sessionId" = s.id AND d.state <> 'withdrawn') AS delegations,
      (SELECT p."openUntil" FROM "Period" p WHERE p."sessionId" = s.id AND p.kind = 'submission'
        AND p."closedAt" IS NULL AND p."openUntil" > clock_timestamp()) AS "submissionUntil",
      EXISTS (SELECT 1 FROM "PreliminaryList" l
        WHERE l."sessionId" = s.id AND l."issuedAt" IS NOT NULL) AS "listIssued"
    FROM "Session" s JOIN "ExpertGroup" g ON g.id = s."groupId"
    ORDER BY s."startsOn" DESC, s.ordinal DESC`
}

export type AgendaItemView = {
  id: string
  number: number
  letter: string
  title: string
  kind: AgendaItemKind
  proposals: number
  panellists: { honorific: string; name: string; affiliation: string }[]
}
export type PeriodLine = {
  id: string
  kind: PeriodKind
  open: boolean
  openedAt: Date
  openUntil: Date
  closedAt: Date | null
}

/** What the overview of a session shows beside its own particulars. */
export type SessionOverview = {
  earlierDates: { startsOn: Date; endsOn: Date; reason: string; supersededAt: Date }[]
  agenda: AgendaItemView[]
  meetings: { number: number; date: Date }[]
  officers: { kind: OfficeKind; honorific: string; name: string }[]
  periods: PeriodLine[]
  delegations: number
  comments: number
}

/** The overview of a session that `getSession` answered to this actor. */
export async function getOverview(session: { id: string }): Promise<SessionOverview> {
  const sessionId = session.id
  const [earlierDates, agenda, meetings, officers, periods, delegations, comments] =
    await Promise.all([
      db.earlierDates.findMany({
        where: { sessionId },
        orderBy: { supersededAt: 'asc' },
        select: { startsOn: true, endsOn: true, reason: true, supersededAt: true },
      }),
      db.agendaItem.findMany({
        where: { sessionId },
        orderBy: [{ number: 'asc' }, { letter: 'asc' }],
        select: {
          id: true,
          number: true,
          letter: true,
          title: true,
          kind: true,
          panellists: {
            orderBy: { position: 'asc' },
            select: { honorific: true, name: true, affiliation: true },
          },
          _count: { select: { proposals: true } },
        },
      }),
      db.meeting.findMany({
        where: { sessionId },
        orderBy: { number: 'asc' },
        select: { number: true, date: true },
      }),
      db.office.findMany({
        where: { endedAt: null, OR: [{ sessionId }, { sessionId: null }] },
        orderBy: [{ kind: 'asc' }, { appointedAt: 'asc' }],
        select: { kind: true, person: { select: { honorific: true, name: true } } },
      }),
      listPeriods(session),
      db.delegation.count({ where: { sessionId, state: { not: 'withdrawn' } } }),
      db.comment.count({ where: { sessionId } }),
    ])
  return {
    earlierDates,
    agenda: agenda.map(({ _count, ...item }) => ({ ...item, proposals: _count.proposals })),
    meetings,
    officers: officers.map(({ kind, person }) => ({ kind, ...person })),
    periods,
    delegations,
    comments,
  }
}

/** Every period that a session had, the latest first; whether one is open, the database says. */
export const listPeriods = (session: { id: string }): Promise<PeriodLine[]> =>
  db.$queryRaw<PeriodLine[]>`
    SELECT p.id, p.kind, p."closedAt" IS NULL AND p."openUntil" > clock_timestamp() AS open,
      p."openedAt", p."openUntil", p."closedAt"
    FROM "Period" p WHERE p."sessionId" = ${session.id}::uuid
    ORDER BY p."openedAt" DESC, p.kind`

/** The groups for which the actor may set up a session, with the number that would come next. */
export async function listGroups(
  actor: Actor,
): Promise<{ id: string; name: string; next: number; seat: string }[]> {
  if (!isSecretariat(actor)) return []
  const groups = await db.expertGroup.findMany({
    orderBy: { name: 'asc' },
    include: { sessions: { orderBy: { ordinal: 'desc' }, take: 1, select: { ordinal: true } } },
  })
  return groups.map(({ id, name, seat, sessions }) => ({
    id,
    name,
    seat,
    next: (sessions[0]?.ordinal ?? 0) + 1,
  }))
}
