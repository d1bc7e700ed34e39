import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { clockTime, db } from '@/lib/db/client'
import { type Actor, isSecretariat, takesPart } from '@/lib/delegations/actor'
import { type OfficeKind, takingPart } from '@/lib/delegations/kinds'
import { readRecordedData } from '@/lib/record/record'
import { isOpen, openAt } from './periods'
import type { AgendaItemKind, PeriodKind, SessionKind } from './kinds'

/** A session as one line of the list of sessions. */
export type SessionSummary = {
  id: string
  slug: string
  ordinal: number
  eventWord: string
  groupName: string
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

/** All sessions of the group, the latest first; none for people who do not take part. */
export async function listSessions(actor: Actor): Promise<SessionSummary[]> {
  if (!takesPart(actor)) return []
  const now = await clockTime(db)
  const sessions = await db.session.findMany({
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
      lastProposalNumber: true,
      group: { select: { eventWord: true, name: true } },
      periods: { where: { kind: 'submission', ...openAt(now) }, select: { openUntil: true } },
      preliminaryList: { select: { issuedAt: true } },
      _count: { select: { delegations: { where: { state: takingPart } } } },
    },
  })
  return sessions.map(
    ({ group, periods, preliminaryList, _count, lastProposalNumber, ...session }) => ({
      ...session,
      eventWord: group.eventWord,
      groupName: group.name,
      proposals: lastProposalNumber,
      delegations: _count.delegations,
      submissionUntil: periods[0]?.openUntil ?? null,
      listIssued: Boolean(preliminaryList?.issuedAt),
    }),
  )
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

/** The parts of a session's overview. */
type SessionOverview = {
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
        where: { endedAt: null, ...heldIn(sessionId) },
        orderBy: [{ kind: 'asc' }, { appointedAt: 'asc' }],
        select: { kind: true, person: { select: { honorific: true, name: true } } },
      }),
      listPeriods(session),
      db.delegation.count({ where: { sessionId, state: takingPart } }),
      db.comment.count({ where: { sessionId, replacedById: null, withdrawnAt: null } }),
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

/** Every period that a session had, the latest first; `open` by the database's clock. */
export async function listPeriods(session: { id: string }): Promise<PeriodLine[]> {
  const now = await clockTime(db)
  const periods = await db.period.findMany({
    where: { sessionId: session.id },
    orderBy: [{ openedAt: 'desc' }, { kind: 'asc' }],
    select: { id: true, kind: true, openedAt: true, openUntil: true, closedAt: true },
  })
  return periods.map((period) => ({
    ...period,
    open: isOpen(period, now),
  }))
}

/** A later deadline that a period was given: the deadline before and after, when, and why. */
export type PeriodExtension = {
  extendedAt: Date
  before: Date
  until: Date
  /** Empty for an extension before reasons were asked for. */
  reason: string
}

/** The extensions of a session's periods in their order, by the ids of the periods; the record keeps them. */
export async function listExtensions(session: {
  id: string
}): Promise<ReadonlyMap<string, PeriodExtension[]>> {
  const entries = await db.recordEntry.findMany({
    where: { sessionId: session.id, event: { in: ['period.opened', 'period.extended'] } },
    orderBy: { id: 'asc' },
    select: { at: true, event: true, subjectId: true, data: true },
  })
  const deadlines = new Map<string, Date>()
  const extensions = new Map<string, PeriodExtension[]>()
  for (const { at, event, subjectId, data } of entries) {
    if (!subjectId) continue
    const { until: instant, reason = '' } = readRecordedData(data)
    const until = new Date(instant!)
    const before = deadlines.get(subjectId)
    if (event === 'period.extended' && before) {
      const extension = { extendedAt: at, before, until, reason: String(reason) }
      extensions.set(subjectId, [...(extensions.get(subjectId) ?? []), extension])
    }
    deadlines.set(subjectId, until)
  }
  return extensions
}

/** The groups for which the actor may set up a session, with the next session number. */
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
