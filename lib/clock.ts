import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'

/** Limits are stored in UTC and written in the seat's time first, then in the reader's own. */
export const SEAT_TIME_ZONE = 'Europe/Vienna'

const days = madeOnce({ day: 'numeric', month: 'long', year: 'numeric' })
const times = madeOnce({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The formatter of each time zone. Making one costs a hundred times what using it does. */
function madeOnce(style: Intl.DateTimeFormatOptions) {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone: string): Intl.DateTimeFormat => {
    const formatter = made.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...style, timeZone })
    made.set(timeZone, formatter)
    return formatter
  }
}

/** "27 July 2020": a date as United Nations documents print it. The input is a date without time (UTC midnight). */
export const printDate = (date: Date): string => days('UTC').format(date)

/** "27–29 July 2020", "30 July–2 August 2020": a range with an en rule. */
export function printDateRange(from: Date, until: Date): string {
  if (from.getTime() === until.getTime()) return printDate(from)
  const [day, month, year] = printDate(from).split(' ')
  const [, lastMonth, lastYear] = printDate(until).split(' ')
  if (year !== lastYear) return `${printDate(from)}–${printDate(until)}`
  return `${month === lastMonth ? day : `${day} ${month}`}–${printDate(until)}`
}

/** "27 July 2020, 18:00" in the seat's time; the caller adds the place's name. */
export const printSeatTime = (instant: Date, timeZone = SEAT_TIME_ZONE): string =>
  `${days(timeZone).format(instant)}, ${times(timeZone).format(instant)}`

/** "27 July 2020": the day of an instant in the seat's time. */
export const printSeatDate = (instant: Date, timeZone = SEAT_TIME_ZONE): string =>
  days(timeZone).format(instant)

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
