import 'server-only'
import { ordinalFigure, seatDay, seatInstant } from '@/lib/clock'
import { databaseTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { stateOf } from '@/lib/sessions/agenda/item-state'
import { raiseVersion } from '@/lib/sessions/commands'
import { locked } from './commands'
import { canKeepMeetings, canSuspendMeeting, canTakeAgendaStep } from './policy'
import type {
  ResumeMeeting,
  SetConsidered,
  SetItemHours,
  SuspendMeeting,
  TakeAgendaStep,
} from './schema'

/**
 * Notes which agenda items a meeting considered. Idempotent: items that stay the same are not recorded again. Refuses an
 * item of substance before the agenda was adopted.
 */
export function setConsidered(
  actor: SignedIn,
  input: SetConsidered,
): Promise<{ slug: string; number: number }> {
  return transaction(actor, async (tx) => {
    const { sessionId, meetingId, items: itemIds } = input
    const { slug } = await locked(tx, actor, input)
    const meeting = orNotFound(await tx.meeting.findFirst({ where: { id: meetingId, sessionId } }))
    const items = await tx.agendaItem.findMany({ where: { sessionId }, include: { steps: true } })
    for (const id of itemIds) {
      const item = orNotFound(items.find((candidate) => candidate.id === id))
      const adopted = item.steps.some(
        ({ kind, date }) => kind === 'adopted' && date <= meeting.date,
      )
      if (item.kind !== 'organizational' && !adopted)
        throw new Refused('conflict', 'beforeAdoption', {
          item: `${item.number}${item.letter && ` (${item.letter})`}`,
        })
    }
    const gone = await tx.meetingItem.deleteMany({
      where: { meetingId, agendaItemId: { notIn: itemIds } },
    })
    // An item known for the day alone now belongs to the meeting.
    const ofDay = await tx.meetingItem.deleteMany({
      where: { sessionId, agendaItemId: { in: itemIds }, meetingId: null, date: meeting.date },
    })
    const rows = await tx.meetingItem.findMany({ where: { meetingId } })
    const confirmed = await tx.meetingItem.updateMany({
      where: { meetingId, confirmed: false },
      data: { confirmed: true },
    })
    const added = await tx.meetingItem.createMany({
      data: itemIds
        .filter((id) => !rows.some(({ agendaItemId }) => agendaItemId === id))
        .map((agendaItemId) => ({ sessionId, meetingId, agendaItemId, date: meeting.date })),
    })
    const isChanged = [gone, ofDay, confirmed, added].some(({ count }) => count > 0)
    if (!isChanged) return { slug, number: meeting.number }
    const data = { meeting: ordinalFigure(meeting.number) }
    await record(tx, actor, 'session.itemsConsidered', { sessionId, subjectId: meetingId, data })
    return { slug, number: meeting.number }
  })
}

/** Notes at which hours a meeting took up an item and left it. Idempotent. */
export function setItemHours(
  actor: SignedIn,
  input: SetItemHours,
): Promise<{ slug: string; number: number }> {
  return transaction(actor, async (tx) => {
    const row = orNotFound(
      await tx.meetingItem.findUnique({
        where: { id: input.meetingItemId },
        include: { meeting: true, session: { select: { slug: true } } },
      }),
    )
    requireAllowed(canKeepMeetings(actor, row.sessionId))
    const at = (hour: string | null) => (hour ? seatInstant(row.date, hour) : null)
    const meeting = orNotFound(row.meeting)
    const hours = { fromAt: at(input.from), untilAt: at(input.until) }
    const place = { slug: row.session.slug, number: meeting.number }
    if (isSameTime(row.fromAt, hours.fromAt) && isSameTime(row.untilAt, hours.untilAt)) return place
    await tx.meetingItem.update({ where: { id: row.id }, data: hours })
    const data = { meeting: ordinalFigure(meeting.number) }
    const act = { sessionId: row.sessionId, subjectId: meeting.id, data }
    await record(tx, actor, 'session.itemsConsidered', act)
    return place
  })
}

const isSameTime = (one: Date | null, other: Date | null): boolean =>
  one?.getTime() === other?.getTime()

/** Suspends a meeting from now. Refuses one that is suspended. */
export function suspendMeeting(
  actor: SignedIn,
  input: SuspendMeeting,
): Promise<{ slug: string; number: number }> {
  return transaction(actor, async (tx) => {
    const meeting = await sitting(tx, actor, input)
    if (meeting.suspensions.some(({ untilAt }) => untilAt === null))
      throw new Refused('conflict', 'meetingSuspended')
    const { meetingId, reason } = input
    await tx.meetingSuspension.create({
      data: { meetingId, reason, fromAt: await databaseTime(tx) },
    })
    return note(tx, actor, input.sessionId, meeting, 'session.meetingSuspended')
  })
}

/** Resumes a meeting that was suspended. */
export function resumeMeeting(
  actor: SignedIn,
  input: ResumeMeeting,
): Promise<{ slug: string; number: number }> {
  return transaction(actor, async (tx) => {
    const meeting = await sitting(tx, actor, input)
    const { count } = await tx.meetingSuspension.updateMany({
      where: { meetingId: input.meetingId, untilAt: null },
      data: { untilAt: await databaseTime(tx) },
    })
    if (count === 0) throw new Refused('conflict', 'meetingNotSuspended')
    return note(tx, actor, input.sessionId, meeting, 'session.meetingResumed')
  })
}

/**
 * Opens, concludes or reopens an agenda item. Refuses a step that does not follow the last. When it is concluded, the meetings
 * that were entered are all that considered it.
 */
export function takeAgendaStep(actor: SignedIn, input: TakeAgendaStep): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, agendaItemId, kind, meetingId, version } = input
    const { slug } = await raiseVersion(tx, sessionId, version)
    const item = orNotFound(
      await tx.agendaItem.findFirst({
        where: { id: agendaItemId, sessionId },
        include: { steps: { orderBy: { recordedAt: 'asc' } } },
      }),
    )
    const state = stateOf(item.steps.map((step) => step.kind))
    const powers = await handedPowers(tx, sessionId)
    requireAllowed(canTakeAgendaStep(actor, { sessionId, state }, kind, powers))
    const meeting = meetingId
      ? orNotFound(await tx.meeting.findFirst({ where: { id: meetingId, sessionId } }))
      : null
    await tx.agendaStep.create({
      data: {
        sessionId,
        agendaItemId,
        kind,
        meetingId,
        date: meeting?.date ?? seatDay(await databaseTime(tx)),
        recordedById: actor.personId,
      },
    })
    await tx.agendaItem.update({
      where: { id: agendaItemId },
      data: { allMeetingsKnown: kind === 'concluded' },
    })
    if (kind === 'concluded')
      await tx.meetingItem.deleteMany({
        where: { agendaItemId, OR: [{ meetingId: null }, { confirmed: false }] },
      })
    const event = STEP_EVENTS[kind]
    const data = { item: `${item.number}${item.letter && ` (${item.letter})`}` }
    await record(tx, actor, event, { sessionId, subjectId: agendaItemId, data })
    return slug
  })
}

const STEP_EVENTS = {
  opened: 'agenda.itemOpened',
  concluded: 'agenda.itemConcluded',
  reopened: 'agenda.itemReopened',
} as const

async function sitting(
  tx: Tx,
  actor: SignedIn,
  { sessionId, meetingId }: { sessionId: string; meetingId: string },
) {
  await lockRow(tx, 'Session', sessionId)
  requireAllowed(canSuspendMeeting(actor, sessionId, await handedPowers(tx, sessionId)))
  return orNotFound(
    await tx.meeting.findFirst({
      where: { id: meetingId, sessionId },
      include: { suspensions: true, session: { select: { slug: true } } },
    }),
  )
}

async function note(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  { id, number, session }: { id: string; number: number; session: { slug: string } },
  event: 'session.meetingSuspended' | 'session.meetingResumed',
) {
  const data = { meeting: ordinalFigure(number) }
  await record(tx, actor, event, { sessionId, subjectId: id, data })
  return { slug: session.slug, number }
}
