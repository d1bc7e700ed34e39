import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'

/** Limits are stored in UTC and written in the seat's time first, then in the reader's own. */
export const SEAT_TIME_ZONE = 'Europe/Vienna'

/** "27 July 2020": a date as United Nations documents print it. The input is a date without time (UTC midnight). */
export const printDate = (date: Date): string => format(new TZDate(date, 'UTC'), 'd MMMM yyyy')

/** "27–29 July 2020", "30 July–2 August 2020": a range with an en rule. */
export function printDateRange(from: Date, until: Date): string {
  const first = new TZDate(from, 'UTC')
  const last = new TZDate(until, 'UTC')
  if (first.getTime() === last.getTime()) return printDate(from)
  if (first.getFullYear() !== last.getFullYear()) return `${printDate(from)}–${printDate(until)}`
  if (first.getMonth() !== last.getMonth()) return `${format(first, 'd MMMM')}–${printDate(until)}`
  return `${format(first, 'd')}–${printDate(until)}`
}

/** "27 July 2020, 18:00" in the seat's time; the caller adds the place's name. */
export const printSeatTime = (instant: Date, timeZone = SEAT_TIME_ZONE): string =>
  format(new TZDate(instant, timeZone), 'd MMMM yyyy, HH:mm')

/** "27 July 2020": the day of an instant in the seat's time. */
export const printSeatDate = (instant: Date, timeZone = SEAT_TIME_ZONE): string =>
  format(new TZDate(instant, timeZone), 'd MMMM yyyy')

/** "7 April 2021, 6 p.m.": a moment as a status of agreed paragraphs names it, in the seat's time. */
export function printStatusTime(instant: Date, timeZone = SEAT_TIME_ZONE): string {
  const local = new TZDate(instant, timeZone)
  const day = format(local, 'd MMMM yyyy')
  const hour = local.getHours()
  const minute = local.getMinutes()
  if (minute === 0 && hour === 12) return `${day}, noon`
  const clock = `${hour % 12 || 12}${minute ? `.${String(minute).padStart(2, '0')}` : ''}`
  return `${day}, ${clock} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}

/** "2020-07-27T18:00" for an input of type datetime-local, in the seat's time. */
export const toSeatInput = (instant: Date, timeZone = SEAT_TIME_ZONE): string =>
  format(new TZDate(instant, timeZone), "yyyy-MM-dd'T'HH:mm")

/** The instant that a datetime-local value means in the seat's time (summer time minded), or null. */
export function fromSeatInput(value: string, timeZone = SEAT_TIME_ZONE): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(value)
  if (!parts) return null
  const [year, month, day, hour, minute] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const local = new TZDate(year, month - 1, day, hour, minute, timeZone)
  const valid = toSeatInput(new Date(local.getTime()), timeZone) === value
  return valid ? new Date(local.getTime()) : null
}

const WORDS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
]

/** Sessions are counted in words ("sixth"), beyond the twentieth in figures ("21st"). */
export const ordinalWord = (n: number): string => WORDS[n] ?? ordinalFigure(n)

/** Meetings are counted in figures: 1st, 2nd, 3rd, 11th. */
export function ordinalFigure(n: number): string {
  const tens = n % 100
  if (tens >= 11 && tens <= 13) return `${n}th`
  return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`
}
