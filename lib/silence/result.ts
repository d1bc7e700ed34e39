import { addHours } from 'date-fns/addHours'
import { addMilliseconds } from 'date-fns/addMilliseconds'
import { addMinutes } from 'date-fns/addMinutes'
import { max } from 'date-fns/max'
import { printSeatSecond, printSeatTime } from '@/lib/clock'
import type { SilenceWay } from './kinds'

/** The receipt of a break, to the second, so that everybody sees why it counts or is late; that of a note or an e-mail is typed to the minute. */
export const printReceived = ({
  way,
  receivedAt,
}: {
  way: SilenceWay
  receivedAt: Date
}): string => (way === 'page' ? printSeatSecond(receivedAt) : printSeatTime(receivedAt))

/** The facts of a procedure on which its result depends: nothing else does, and no job decides. */
export type Course = {
  openedAt: Date | null
  /** The first deadline. */
  deadline: Date | null
  graceMinutes: number | null
  declaredAt: Date | null
  /** Later deadlines, the earliest given first. */
  extensions: readonly { givenAt: Date; until: Date; resumes: boolean }[]
  breaks: readonly BreakTimes[]
}
export type BreakTimes = { receivedAt: Date; enteredAt: Date; withdrawnAt: Date | null }

/**
 * The state of a procedure at an instant. `open`: silence lasts. `waiting`: the deadline has passed in silence, but a
 * note that came in time may still be entered. `broken`: a break stands, or was withdrawn and the procedure not
 * resumed.
 */
export type Standing = 'prepared' | 'open' | 'broken' | 'waiting' | 'approved'

/** A request is written at most so long after it arrived; until then nobody declares a result. */
export const LAST_REQUEST_MINUTES = 2
/** A resumption leaves at least so long. */
const RESUMED_HOURS = 24

type Opened = Course & { openedAt: Date; deadline: Date; graceMinutes: number }
export const isOpened = <C extends Course>(course: C): course is C & Opened =>
  course.openedAt !== null && course.deadline !== null && course.graceMinutes !== null

/** The deadline that was in force at an instant: the first one, or that of the last extension given by then. */
export function deadlineAt(course: Opened, instant: Date): Date {
  const extensions = course.extensions.filter(({ givenAt }) => givenAt <= instant)
  return extensions.at(-1)?.until ?? course.deadline
}

/** The last deadline of all that were given. */
export const lastDeadline = (course: Opened): Date =>
  course.extensions.at(-1)?.until ?? course.deadline

/** The time at which the result is final: by the declaration of the presiding officer, or when the grace has passed. */
export const finalAt = (course: Opened, deadline = lastDeadline(course)): Date =>
  course.declaredAt ?? addMinutes(deadline, Math.max(course.graceMinutes, LAST_REQUEST_MINUTES))

/**
 * Whether a break came before the deadline of its time, and was entered before the result was final by the deadline of
 * that time: a late break stays late if the procedure is resumed.
 */
export const isInTime = (course: Opened, { receivedAt, enteredAt }: BreakTimes): boolean =>
  receivedAt >= course.openedAt &&
  receivedAt < deadlineAt(course, receivedAt) &&
  enteredAt < finalAt(course, deadlineAt(course, enteredAt))

/** A break in time counts until it is withdrawn and the procedure then resumed. */
const breaksStill = (course: Opened, silenceBreak: BreakTimes): boolean => {
  const { withdrawnAt } = silenceBreak
  if (!isInTime(course, silenceBreak)) return false
  if (withdrawnAt === null) return true
  return !course.extensions.some(({ resumes, givenAt }) => resumes && givenAt >= withdrawnAt)
}

export const isBroken = (course: Opened): boolean =>
  course.breaks.some((silenceBreak) => breaksStill(course, silenceBreak))

/** The state of a procedure at this instant of the database's clock. */
export function standingAt(course: Course, now: Date): Standing {
  if (!isOpened(course)) return 'prepared'
  if (isBroken(course)) return 'broken'
  if (now < lastDeadline(course)) return 'open'
  return now < finalAt(course) ? 'waiting' : 'approved'
}

/** Whether nothing that anybody may still do changes the result, but for a resumption. */
export const isFinal = (course: Course, now: Date): boolean =>
  isOpened(course) && now >= finalAt(course)

/** Whether all breaks that came in time were withdrawn, so that a conductor may resume it. */
export const mayResume = (course: Course): boolean =>
  isOpened(course) &&
  isBroken(course) &&
  course.breaks.every(
    (silenceBreak) => silenceBreak.withdrawnAt !== null || !isInTime(course, silenceBreak),
  )

/** The earliest deadline of a resumption at this instant: the time that remained at the first break, and a day at least. */
export function earliestResumption(course: Opened, now: Date): Date {
  const counting = course.breaks.filter((silenceBreak) => breaksStill(course, silenceBreak))
  const remaining = counting.map(
    ({ receivedAt }) => deadlineAt(course, receivedAt).getTime() - receivedAt.getTime(),
  )
  const whole = addMilliseconds(now, Math.max(0, ...remaining))
  return max([whole, addHours(now, RESUMED_HOURS)])
}

/** The earliest deadline of an opening at this instant. */
export const earliestDeadline = (now: Date, hours: number): Date => addHours(now, hours)
