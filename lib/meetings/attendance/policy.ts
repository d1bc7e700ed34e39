import { seatDay } from '@/lib/clock'
import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'

/** The facts for the rules of an attendance, besides the person. */
export type AttendanceState = {
  sessionId: string
  /** Since when it is closed; null while it is open. */
  closedAt: Date | null
}

const isSecretariat = (actor: Actor, { sessionId }: AttendanceState): Decision =>
  allowedIf(holds(actor, sessionId, 'secretariat'), 'secretariatOnly')

const whileOpen = ({ closedAt }: AttendanceState): Decision =>
  closedAt ? refusal('closed', 'attendanceClosed') : ALLOWED

/** The Secretariat notes who attended, and counts, until it closes the attendance. */
export const canKeepAttendance = (actor: Actor, attendance: AttendanceState): Decision =>
  allOf(isSecretariat(actor, attendance), whileOpen(attendance))

/** The Secretariat closes an attendance in which somebody was noted or counted: its counts are final from then on. */
export const canCloseAttendance = (
  actor: Actor,
  attendance: AttendanceState & { isEmpty: boolean },
): Decision =>
  allOf(
    canKeepAttendance(actor, attendance),
    attendance.isEmpty ? refusal('conflict', 'attendanceEmpty') : ALLOWED,
  )

/** The Secretariat reopens it, with a reason. */
export const canReopenAttendance = (actor: Actor, attendance: AttendanceState): Decision =>
  allOf(
    isSecretariat(actor, attendance),
    attendance.closedAt ? ALLOWED : refusal('conflict', 'attendanceOpen'),
  )

/** The time before a meeting from which a delegation can sign in, in milliseconds. */
const SIGN_IN_BEFORE = 60 * 60_000

/** The time of a meeting; both hours are null if only the day is known. */
export type MeetingTime = { date: Date; startsAt: Date | null; endsAt: Date | null }

/** Whether delegations sign in at a meeting at this time: from an hour before it begins until it ends, or on its day. */
export const takesSignIns = ({ date, startsAt, endsAt }: MeetingTime, at: Date): boolean =>
  startsAt && endsAt
    ? at.getTime() >= startsAt.getTime() - SIGN_IN_BEFORE && at <= endsAt
    : seatDay(at).getTime() === date.getTime()

/** Each delegation signs itself in at a meeting, while the meeting sits and the attendance is open. */
export const canSignIn = (
  actor: Actor,
  attendance: AttendanceState,
  { meeting, at }: { meeting: MeetingTime; at: Date },
): Decision =>
  allOf(
    allowedIf(membershipIn(actor, attendance.sessionId) !== undefined, 'signInOfOwn'),
    whileOpen(attendance),
    takesSignIns(meeting, at) ? ALLOWED : refusal('closed', 'signInNotNow'),
  )
