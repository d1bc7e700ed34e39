import 'server-only'
import { ordinalFigure, printDate, printDateRange, printSeatHour, seatInstant } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { isUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { isMeetingUsed, meetingUse } from '@/lib/sessions/decisions/meeting-use'
import { raiseVersion } from '@/lib/sessions/commands'
import { inOrder, overlapping, plannedMeetings } from './plan'
import { canKeepMeetings } from './policy'
import type { AddMeeting, ChangeMeeting, MakeMeetings, RemoveMeeting } from './schema'

/** Makes the meetings of a session out of its dates and the group's usual hours. Refuses a session that has meetings. */
export function makeMeetings(actor: SignedIn, input: MakeMeetings): Promise<string> {
  return transaction(actor, async (tx) => {
    const session = await locked(tx, actor, input)
    if ((await tx.meeting.count({ where: { sessionId: input.sessionId } })) > 0)
      throw new Refused('conflict', 'meetingsThere')
    const group = await tx.expertGroup.findUniqueOrThrow({ where: { id: session.groupId } })
    const meetings = plannedMeetings(session, group)
    await tx.meeting.createMany({
      data: meetings.map((meeting) => ({ ...meeting, sessionId: input.sessionId })),
    })
    return recordMeetings(tx, actor, input.sessionId, session.slug)
  })
}

/** Adds a meeting; the numbers follow the order in which the meetings sit. */
export function addMeeting(actor: SignedIn, input: AddMeeting): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId } = input
    const session = await locked(tx, actor, input)
    const last = await tx.meeting.aggregate({ where: { sessionId }, _max: { number: true } })
    const number = (last._max.number ?? 0) + 1
    const times = hoursOf(input)
    await requireFree(tx, session, { id: '', sessionId, ...times })
    await tx.meeting.create({ data: { sessionId, number, ...times } })
    await renumber(tx, sessionId)
    return recordMeetings(tx, actor, sessionId, session.slug)
  })
}

/** Gives a meeting other hours or another presiding officer. Idempotent: a meeting that stays the same is not recorded again. */
export function changeMeeting(actor: SignedIn, input: ChangeMeeting): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, meetingId, presidingId } = input
    const session = await locked(tx, actor, input)
    const meeting = orNotFound(await tx.meeting.findFirst({ where: { id: meetingId, sessionId } }))
    if (presidingId)
      orNotFound(
        await tx.bureauMember.findFirst({
          where: {
            id: presidingId,
            groupId: session.groupId,
            capacity: { in: ['chair', 'viceChair'] },
            OR: [{ sessionId: null }, { sessionId }],
          },
        }),
      )
    const times = hoursOf(input)
    if (isUnchanged(meeting, { ...times, presidingId })) return session.slug
    await requireFree(tx, session, { id: meetingId, sessionId, ...times })
    await tx.meeting.update({ where: { id: meetingId }, data: { ...times, presidingId } })
    await renumber(tx, sessionId)
    return recordMeetings(tx, actor, sessionId, session.slug)
  })
}

/** Takes off a meeting that did not sit. Refuses one that considered, decided, heard or counted anything. */
export function removeMeeting(actor: SignedIn, input: RemoveMeeting): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, meetingId } = input
    const session = await locked(tx, actor, input)
    const meeting = orNotFound(
      await tx.meeting.findFirst({
        where: { id: meetingId, sessionId },
        include: { _count: meetingUse },
      }),
    )
    if (isMeetingUsed(meeting))
      throw new Refused('conflict', 'meetingUsed', { meeting: ordinalFigure(meeting.number) })
    await tx.meetingSuspension.deleteMany({ where: { meetingId } })
    await tx.meeting.delete({ where: { id: meetingId } })
    await renumber(tx, sessionId)
    return recordMeetings(tx, actor, sessionId, session.slug)
  })
}

/** Locks the session; checks the rights first. */
export async function locked(
  tx: Tx,
  actor: SignedIn,
  { sessionId, version }: { sessionId: string; version: number },
) {
  requireAllowed(canKeepMeetings(actor, sessionId))
  return raiseVersion(tx, sessionId, version)
}

async function recordMeetings(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  slug: string,
): Promise<string> {
  const meetings = await tx.meeting.count({ where: { sessionId } })
  await record(tx, actor, 'session.meetingsSet', {
    sessionId,
    subjectId: sessionId,
    data: { meetings },
  })
  return slug
}

type Typed = { date: Date; from: string | null; until: string | null }

function hoursOf({ date, from, until }: Typed) {
  if (!from || !until) return { date, startsAt: null, endsAt: null }
  const [startsAt, endsAt] = [seatInstant(date, from), seatInstant(date, until)]
  if (!startsAt || !endsAt)
    throw new Refused('invalid', 'hourSkipped', {}, startsAt ? 'until' : 'from')
  return { date, startsAt, endsAt }
}

type MeetingToPlace = {
  id: string
  sessionId: string
  date: Date
  startsAt: Date | null
  endsAt: Date | null
}

async function requireFree(
  tx: Tx,
  { startsOn, endsOn }: { startsOn: Date; endsOn: Date },
  meeting: MeetingToPlace,
): Promise<void> {
  if (meeting.date < startsOn || meeting.date > endsOn) {
    const dates = printDateRange(startsOn, endsOn)
    throw new Refused('invalid', 'meetingOutside', { dates }, 'date')
  }
  const others = await tx.meeting.findMany({ where: { sessionId: meeting.sessionId } })
  const overlap = overlapping(meeting, others)
  if (overlap?.startsAt && overlap.endsAt) {
    const hours = `${printDate(overlap.date)}, ${printSeatHour(overlap.startsAt)}–${printSeatHour(overlap.endsAt)}`
    const values = { meeting: ordinalFigure(overlap.number), hours }
    throw new Refused('invalid', 'meetingOverlap', values, 'from')
  }
}

/** Numbers the meetings in the order in which they sit. */
async function renumber(tx: Tx, sessionId: string): Promise<void> {
  const meetings = inOrder(await tx.meeting.findMany({ where: { sessionId } }))
  const wrong = meetings.flatMap(({ id, number }, index) =>
    number === index + 1 ? [] : [{ id, number: index + 1 }],
  )
  // Numbers are unique, so those that change are moved out of the way first.
  for (const { id, number } of wrong)
    await tx.meeting.update({ where: { id }, data: { number: number + 10_000 } })
  for (const { id, number } of wrong) await tx.meeting.update({ where: { id }, data: { number } })
}
