import { addDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { seatInstant } from '@/lib/clock'

/** The usual hours of a group's meetings, in the seat's time. */
type UsualHours = {
  morningFrom: string
  morningUntil: string
  afternoonFrom: string
  afternoonUntil: string
}
type PlannedMeeting = {
  number: number
  date: Date
  startsAt: Date | null
  endsAt: Date | null
}

/** A morning and an afternoon meeting on each day of a session but on weekends, numbered over the session. */
export function plannedMeetings(
  { startsOn, endsOn }: { startsOn: Date; endsOn: Date },
  hours: UsualHours,
): PlannedMeeting[] {
  const length = differenceInCalendarDays(endsOn, startsOn) + 1
  const days = Array.from({ length }, (_, index) => addDays(startsOn, index))
  const weekdays = days.filter((day) => !WEEKEND.has(day.getUTCDay()))
  return (weekdays.length > 0 ? weekdays : days)
    .flatMap((date) => [
      { date, from: hours.morningFrom, until: hours.morningUntil },
      { date, from: hours.afternoonFrom, until: hours.afternoonUntil },
    ])
    .map(({ date, from, until }, index) => {
      const [startsAt, endsAt] = [seatInstant(date, from), seatInstant(date, until)]
      return { number: index + 1, date, ...(startsAt && endsAt ? { startsAt, endsAt } : NO_HOURS) }
    })
}

const WEEKEND: ReadonlySet<number> = new Set([0, 6])

const NO_HOURS = { startsAt: null, endsAt: null }

type Placed = { id: string; number: number; date: Date; startsAt: Date | null; endsAt: Date | null }

/** Meetings in the order in which they sit: by day, then by hour, then by number. */
export const inOrder = <Meeting extends Placed>(meetings: readonly Meeting[]): Meeting[] =>
  meetings.toSorted(
    (a, b) =>
      a.date.getTime() - b.date.getTime() ||
      (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0) ||
      a.number - b.number,
  )

/** The meeting that would overlap with another in time, or null. */
export const overlapping = (
  { startsAt, endsAt, id }: Pick<Placed, 'id' | 'startsAt' | 'endsAt'>,
  others: readonly Placed[],
): Placed | null =>
  others.find(
    (meeting) =>
      meeting.id !== id &&
      startsAt &&
      endsAt &&
      meeting.startsAt &&
      meeting.endsAt &&
      startsAt < meeting.endsAt &&
      meeting.startsAt < endsAt,
  ) ?? null
