import { subHours } from 'date-fns/subHours'
import { type Course, isOpened, lastDeadline, standingAt } from '@/lib/silence/result'

/** The time before its deadline at which the roll of a procedure is reminded. */
export const HOURS_BEFORE = 24
/** A silence that lasts no longer than this was opened, or resumed, so shortly before that a reminder would repeat it. */
const SHORTEST = 48
/** A letter about the deadline that is sent within this time before it takes the place of the reminder. */
export const TOLD_HOURS = 36

/**
 * The deadline of which the roll is to be reminded at this instant: the last one that was given, while silence lasts
 * and less than a day is left. Null before that and after it, for a short silence, and if the extension to this deadline
 * was told in its last hours.
 */
export function reminderDue(course: Course, now: Date): Date | null {
  if (standingAt(course, now) !== 'open' || !isOpened(course)) return null
  const deadline = lastDeadline(course)
  const began = course.extensions.findLast(({ resumes }) => resumes)?.givenAt ?? course.openedAt
  const extendedAt = course.extensions.at(-1)?.givenAt
  const isShort = began >= subHours(deadline, SHORTEST)
  const isTold = extendedAt !== undefined && extendedAt >= subHours(deadline, TOLD_HOURS)
  return now >= subHours(deadline, HOURS_BEFORE) && !isShort && !isTold ? deadline : null
}
