import { TZDate } from '@date-fns/tz'
import { seat } from '@/lib/seat'

/** The hour of the seat's day from which daily letters are sent. */
const HOUR = 7

/** A day's window: events before `from` stand in the letter of `day`, or in an earlier one. */
export type Morning = {
  /** The date in the seat's time, as UTC midnight. */
  day: Date
  from: Date
}

/** The latest morning that has begun; after an outage it is one morning still, not one for each day. */
export function morningOf(now: Date): Morning {
  const { timeZone } = seat()
  const local = new TZDate(now, timeZone)
  const morning = (daysBefore: number) =>
    new TZDate(local.getFullYear(), local.getMonth(), local.getDate() - daysBefore, HOUR, timeZone)
  const today = morning(0)
  const from = today.getTime() <= now.getTime() ? today : morning(1)
  return {
    day: new Date(Date.UTC(from.getFullYear(), from.getMonth(), from.getDate())),
    from: new Date(from.getTime()),
  }
}
