import { Refused } from '@/lib/errors'

const DAY = 24 * 3_600_000
/** A deadline that is farther away is a slip of the year. */
const FARTHEST = 2 * 366 * DAY

/**
 * Refuses a new deadline that is not later than the former one, has passed at `now`, which the database says, or is more
 * than two years away.
 */
export function requireDeadline(openUntil: Date, now: Date, former?: Date): void {
  const refuse = (key: 'deadlineNotLater' | 'deadlinePassed' | 'deadlineFar') =>
    new Refused('invalid', key, {}, 'openUntil')
  if (former && openUntil <= former) throw refuse('deadlineNotLater')
  if (openUntil <= now) throw refuse('deadlinePassed')
  if (openUntil.getTime() - now.getTime() > FARTHEST) throw refuse('deadlineFar')
}
