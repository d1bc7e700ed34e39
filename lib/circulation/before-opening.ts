import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'

/** A circulation in preparation with its addressees. */
export type Prepared = {
  openUntil: Date
  /** Of a circulation that is posted at a date. */
  postAt: Date | null
  /** The first day of the session. */
  startsOn: Date
  timeZone: string
  addressees: readonly { name: string; contacts: readonly unknown[] }[]
}

/** Doubts about a circulation, and hindrances to its opening. */
export type BeforeOpening = {
  /** The number of letters that will go out. */
  letters: number
  /** The addressees without anybody to write to. */
  withoutContact: string[]
  /** The deadline lies on a Saturday or Sunday at the seat. */
  onWeekend: boolean
  /** Less than fourteen days are left. */
  isShort: boolean
  /** When comments are posted, if that is before the deadline, by a date that was chosen. */
  postedBefore: Date | null
  /** The first day of the session, if the deadline does not lie before it. */
  afterFirstDay: Date | null
  hinders: 'deadlinePassed' | 'noAddressees' | null
}

const FORTNIGHT = 14 * 24 * 3_600_000

/** The Secretariat's check before it opens a circulation. */
export function beforeOpening(
  { openUntil, postAt, startsOn, timeZone, addressees }: Prepared,
  now: Date,
): BeforeOpening {
  const atSeat = new TZDate(openUntil, timeZone)
  const weekday = atSeat.getDay()
  const firstDay = startsOn.toISOString().slice(0, 10)
  const hinders =
    openUntil <= now ? 'deadlinePassed' : addressees.length === 0 ? 'noAddressees' : null
  return {
    letters: addressees.reduce((sum, { contacts }) => sum + contacts.length, 0),
    withoutContact: addressees
      .filter(({ contacts }) => contacts.length === 0)
      .map(({ name }) => name),
    onWeekend: weekday === 0 || weekday === 6,
    isShort: openUntil.getTime() - now.getTime() < FORTNIGHT,
    postedBefore: postAt && postAt < openUntil ? postAt : null,
    afterFirstDay: format(atSeat, 'yyyy-MM-dd') >= firstDay ? startsOn : null,
    hinders,
  }
}

/**
 * The addressee whose letter is shown before the opening, and those among whom one chooses: whoever is written to, or
 * everybody while nobody is.
 */
export function letterShown<
  Addressee extends { delegationId: string; contacts: readonly unknown[] },
>(
  addressees: readonly Addressee[],
  wanted: string | undefined,
): { to: Addressee | undefined; choices: readonly Addressee[] } {
  const written = addressees.filter(({ contacts }) => contacts.length > 0)
  const choices = written.length > 0 ? written : addressees
  return { to: choices.find(({ delegationId }) => delegationId === wanted) ?? choices[0], choices }
}
