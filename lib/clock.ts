import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { LRUCache } from 'lru-cache'
import { seat } from './seat'

// Limits are stored in UTC and written in the seat's time first, then in the reader's own. Making a formatter costs a
// hundred times as much as using it.
const FULL_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const days = new Intl.DateTimeFormat('en-GB', { ...FULL_DAY, timeZone: 'UTC' })

type SeatClock = {
  days: Intl.DateTimeFormat
  hours: Intl.DateTimeFormat
  /** Printed times by minute: a page of comments or of the record shows many, often the same. */
  times: LRUCache<number, string>
}

const clocks = new LRUCache<string, SeatClock>({ max: 20 })

function clockOf(timeZone: string): SeatClock {
  const cached = clocks.get(timeZone)
  if (cached) return cached
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const clock = {
    days: new Intl.DateTimeFormat('en-GB', { ...FULL_DAY, timeZone }),
    hours: new Intl.DateTimeFormat('en-GB', hour),
    times: new LRUCache<number, string>({ max: 5_000 }),
  }
  clocks.set(timeZone, clock)
  return clock
}

/** "27 July 2020": a date as United Nations documents print it. The input is a date without time (UTC midnight). */
export const printDate = (date: Date): string => days.format(date)

/** "27–29 July 2020", "30 July–2 August 2020": a range with an en rule. */
export function printDateRange(from: Date, until: Date): string {
  if (from.getTime() === until.getTime()) return printDate(from)
  const [day, month, year] = printDate(from).split(' ')
  const [, lastMonth, lastYear] = printDate(until).split(' ')
  if (year !== lastYear) return `${printDate(from)}–${printDate(until)}`
  return `${month === lastMonth ? day : `${day} ${month}`}–${printDate(until)}`
}

/** "27 July 2020, 18:00" in the seat's time, and in the hour that its clock shows twice which it is; the caller adds the place's name. */
export function printSeatTime(instant: Date): string {
  const { days: seatDays, hours, times } = clockOf(seat().timeZone)
  const minute = Math.floor(instant.getTime() / 60_000)
  const cached = times.get(minute)
  if (cached) return cached
  const double = doubleHour(instant)
  const which = double ? ` (${double} time)` : ''
  const sentence = `${seatDays.format(instant)}, ${hours.format(instant)}${which}`
  times.set(minute, sentence)
  return sentence
}

/** "27 July 2020, 17:59:58": the same to the second, for a moment that is judged by a limit of the same minute. */
export const printSeatSecond = (instant: Date): string =>
  printSeatTime(instant).replace(
    /, \d\d:\d\d/,
    (hour) => `${hour}:${String(instant.getUTCSeconds()).padStart(2, '0')}`,
  )

/** "27 July 2020, 16:00" in UTC. */
export const printUtcTime = (instant: Date): string =>
  `${printDate(instant)}, ${instant.toISOString().slice(11, 16)}`

/** "27 July 2020": the day of an instant in the seat's time. */
export const printSeatDate = (instant: Date): string =>
  clockOf(seat().timeZone).days.format(instant)

/** The day of an instant in the seat's time, as a date without time (UTC midnight). */
export const seatDay = (instant: Date): Date =>
  new Date(`${toSeatInput(instant).slice(0, 10)}T00:00:00Z`)

/** "18:00": the hour of an instant in the seat's time. */
export const printSeatHour = (instant: Date): string =>
  clockOf(seat().timeZone).hours.format(instant)

/** "7 April 2021, 6 p.m.": a moment as a status of agreed paragraphs names it, in the seat's time. */
export function printStatusTime(instant: Date): string {
  const local = new TZDate(instant, seat().timeZone)
  const day = format(local, 'd MMMM yyyy')
  const hour = local.getHours()
  const minute = local.getMinutes()
  if (minute === 0 && hour === 12) return `${day}, noon`
  const clock = `${hour % 12 || 12}${minute ? `.${String(minute).padStart(2, '0')}` : ''}`
  return `${day}, ${clock} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}

/** "2020-07-27T18:00" for an input of type datetime-local, in the seat's time. */
export const toSeatInput = (instant: Date, timeZone = seat().timeZone): string =>
  format(new TZDate(instant, timeZone), "yyyy-MM-dd'T'HH:mm")

/** The meaning of a local time: an instant, no time, a skipped hour, or an hour shown twice. */
type SeatInput =
  | { kind: 'instant'; instant: Date }
  | { kind: 'invalid' }
  | { kind: 'skipped' }
  | { kind: 'twice'; summer: Date; winter: Date }

const DAY = 24 * 3_600_000

/** Reads a datetime-local value in the seat's time. On the nights when the clock changes an hour is skipped or shown twice. */
export function readSeatInput(value: string, timeZone = seat().timeZone): SeatInput {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return { kind: 'invalid' }
  const asUtc = Date.parse(`${value}Z`)
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== value)
    return { kind: 'invalid' }
  const offsets = [asUtc - DAY, asUtc + DAY].map((instant) =>
    seatOffset(new Date(instant), timeZone),
  )
  const [first, second] = [...new Set(offsets)]
    .map((minutes) => new Date(asUtc - minutes * 60_000))
    .filter((instant) => toSeatInput(instant, timeZone) === value)
    .toSorted((a, b) => a.getTime() - b.getTime())
  if (!first) return { kind: 'skipped' }
  return second
    ? { kind: 'twice', summer: first, winter: second }
    : { kind: 'instant', instant: first }
}

/** The instant at which the seat's clock shows an hour ("10:00") on a day: the first of two, null if the clock skips it. */
export function seatInstant(day: Date, hour: string, timeZone = seat().timeZone): Date | null {
  const reading = readSeatInput(`${day.toISOString().slice(0, 10)}T${hour}`, timeZone)
  if (reading.kind === 'instant') return reading.instant
  return reading.kind === 'twice' ? reading.summer : null
}

/** The offset of the seat's clock from UTC, in minutes. */
const seatOffset = (instant: Date, timeZone: string): number =>
  -new TZDate(instant, timeZone).getTimezoneOffset()

/** "summer" or "winter" for an instant in the hour that the seat's clock shows twice, else null. */
export function doubleHour(instant: Date): 'summer' | 'winter' | null {
  const reading = readSeatInput(toSeatInput(instant))
  if (reading.kind !== 'twice') return null
  return instant < reading.winter ? 'summer' : 'winter'
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
