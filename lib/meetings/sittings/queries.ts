import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { db } from '@/lib/db/client'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { orNotFound } from '@/lib/errors'
import { stateOf } from '@/lib/sessions/agenda/item-state'

/** The meetings of a session from `getSession` for this actor, with their items and presiding officers. */
export async function listMeetings(session: { id: string }) {
  const meetings = await db.meeting.findMany({
    where: { sessionId: session.id },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      date: true,
      startsAt: true,
      endsAt: true,
      presiding: { select: { id: true, honorific: true, name: true } },
      _count: { select: { attendance: true } },
      suspensions: {
        orderBy: { fromAt: 'asc' },
        select: { id: true, fromAt: true, untilAt: true, reason: true },
      },
      items: {
        orderBy: [{ agendaItem: { number: 'asc' } }, { agendaItem: { letter: 'asc' } }],
        select: {
          id: true,
          confirmed: true,
          fromAt: true,
          untilAt: true,
          agendaItem: { select: { id: true, number: true, letter: true, title: true } },
        },
      },
    },
  })
  const powers = await presidingAt(session)
  return meetings.map(({ _count, ...meeting }) => ({
    ...meeting,
    /** The number of States and organizations noted at it. */
    attended: _count.attendance,
    presidedBy:
      meeting.presiding === null
        ? powers(meeting.startsAt ?? meeting.date)
        : `${meeting.presiding.honorific} ${meeting.presiding.name}`.trim(),
  }))
}
export type MeetingView = Awaited<ReturnType<typeof listMeetings>>[number]

/** One meeting of the session, by its number. */
export async function getMeeting(session: { id: string }, number: number): Promise<MeetingView> {
  const meetings = await listMeetings(session)
  return orNotFound(meetings.find((meeting) => meeting.number === number))
}

/** The holder of the Chair's powers at a time: the recipient of a handover, else the Chair. */
async function presidingAt({ id: sessionId }: { id: string }): Promise<(at: Date) => string> {
  const handovers = await db.powersDelegation.findMany({
    where: { sessionId, toPersonId: { not: null } },
    orderBy: { givenAt: 'desc' },
    select: { toPersonId: true, givenAt: true, endedAt: true },
  })
  const chairs = await db.office.findMany({
    where: { kind: 'chair', ...heldIn(sessionId) },
    orderBy: { appointedAt: 'desc' },
    select: {
      appointedAt: true,
      endedAt: true,
      person: { select: { honorific: true, name: true } },
    },
  })
  const people = await db.person.findMany({
    where: { id: { in: handovers.map(({ toPersonId }) => toPersonId!) } },
    select: { id: true, honorific: true, name: true },
  })
  const covers = (from: Date, until: Date | null, at: Date) => from <= at && (!until || until > at)
  return (at) => {
    const powers = handovers.find(({ givenAt, endedAt }) => covers(givenAt, endedAt, at))
    const person =
      people.find(({ id }) => id === powers?.toPersonId) ??
      chairs.find(({ appointedAt, endedAt }) => covers(appointedAt, endedAt, at))?.person
    return person ? `${person.honorific} ${person.name}`.trim() : ''
  }
}

/** The agenda items of the session with their states, and the Chair's powers, which say who moves them. */
export async function listAgendaStates(session: { id: string }) {
  const items = await db.agendaItem.findMany({
    where: { sessionId: session.id },
    orderBy: [{ number: 'asc' }, { letter: 'asc' }],
    select: {
      id: true,
      number: true,
      letter: true,
      title: true,
      kind: true,
      steps: { orderBy: { recordedAt: 'asc' }, select: { kind: true } },
    },
  })
  return {
    powers: await handedPowers(db, session.id),
    items: items.map(({ steps, ...item }) => ({
      ...item,
      state: stateOf(steps.map(({ kind }) => kind)),
    })),
  }
}
export type AgendaStateView = Awaited<ReturnType<typeof listAgendaStates>>['items'][number]
