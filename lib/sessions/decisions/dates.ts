import 'server-only'
import { differenceInMilliseconds } from 'date-fns/differenceInMilliseconds'
import { addMilliseconds } from 'date-fns/addMilliseconds'
import { printSeatHour, seatInstant } from '@/lib/clock'
import { databaseTime, type Tx } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { isMeetingUsed, meetingUse } from './meeting-use'

type NewDates = { startsOn: Date; endsOn: Date; reason: string }

/**
 * Gives a session other dates inside an act that holds its lock, and keeps the earlier ones with the reason; equal dates
 * change nothing. Meetings move along, at the same hours
 * of the seat; one beyond the last day is removed, or refuses the dates if anything rests on it.
 */
export async function setDates(tx: Tx, sessionId: string, dates: NewDates): Promise<void> {
  const { startsOn, endsOn, reason } = dates
  const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
  const shift = differenceInMilliseconds(startsOn, session.startsOn)
  if (shift === 0 && session.endsOn.getTime() === endsOn.getTime()) return
  await tx.earlierDates.create({
    data: {
      sessionId,
      startsOn: session.startsOn,
      endsOn: session.endsOn,
      reason,
      supersededAt: await databaseTime(tx),
    },
  })
  await tx.session.update({ where: { id: sessionId }, data: { startsOn, endsOn } })
  await moveMeetings(tx, sessionId, shift, endsOn)
}

async function moveMeetings(tx: Tx, sessionId: string, shift: number, last: Date): Promise<void> {
  const meetings = await tx.meeting.findMany({
    where: { sessionId },
    include: { _count: meetingUse },
  })
  const moved = meetings.map((meeting) => ({
    ...meeting,
    date: addMilliseconds(meeting.date, shift),
  }))
  const beyond = moved.filter(({ date }) => date > last)
  const used = beyond.find(isMeetingUsed)
  if (used) throw new Refused('conflict', 'meetingBeyondDates', { meeting: used.number }, 'endsOn')
  const ids = beyond.map(({ id }) => id)
  await tx.meetingSuspension.deleteMany({ where: { meetingId: { in: ids } } })
  await tx.meeting.deleteMany({ where: { id: { in: ids } } })
  for (const { id, date, startsAt, endsAt } of moved) {
    if (ids.includes(id)) continue
    const times = [startsAt, endsAt].map((at) => at && seatInstant(date, printSeatHour(at)))
    await tx.meeting.update({
      where: { id },
      data: { date, startsAt: times[0]!, endsAt: times[1]! },
    })
  }
}
