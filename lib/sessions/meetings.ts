import { addDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'

export type MeetingOfSession = { number: number; date: Date }

/**
 * The meetings of a session: those that were entered, else two sittings on each of its days, as such
 * sessions are planned (domain.md 1.1). Numbers run over the whole session.
 */
export const meetingsOf = (
  session: { startsOn: Date; endsOn: Date },
  entered: readonly MeetingOfSession[],
): MeetingOfSession[] => {
  if (entered.length > 0) return [...entered]
  const days = differenceInCalendarDays(session.endsOn, session.startsOn) + 1
  return Array.from({ length: days * 2 }, (_, index) => ({
    number: index + 1,
    date: addDays(session.startsOn, Math.floor(index / 2)),
  }))
}
