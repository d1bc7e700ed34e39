import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import { type HandedPowers, presides } from '@/lib/delegations/powers/powers'
import { stepsTo, type Standing } from '@/lib/sessions/decisions/status'
import type { SessionStep } from '@/lib/sessions/kinds'
import type { SilenceSubject } from '@/lib/silence/kinds'
import { addMinutes } from 'date-fns/addMinutes'
import {
  LAST_REQUEST_MINUTES,
  deadlineAt,
  isFinal,
  isOpened,
  lastDeadline,
  mayResume,
  standingAt,
} from './result'
import { type BreakTimes, type Course, isInTime } from './result'

/** A place of the roll, and its present actor: a person who holds the capacity, or a delegation. */
export type Seat = {
  id: string
  entitled: boolean
  personId: string | null
  delegationId: string | null
}

/** The rules' facts beside the person and the moment. */
export type SilenceState = Omit<Course, 'breaks'> & {
  sessionId: string
  /** The Chair's powers as they are handed over now. */
  powers: HandedPowers
  /** The people to whom the Chair's powers were ever handed over in the session. */
  heldPowers: readonly string[]
  discardedAt: Date | null
  seats: readonly Seat[]
  breaks: readonly (BreakTimes & { memberId: string })[]
  hasLater: boolean
  decisionId: string | null
}

/**
 * The Secretariat and the presiding officer put questions under silence, extend and resume: the Chair, or the Vice-Chair
 * who has the Chair's powers.
 */
export const canConductSilence = (
  actor: Actor,
  { sessionId, powers }: { sessionId: string; powers: HandedPowers },
): boolean => holds(actor, sessionId, 'secretariat') || presides(actor, sessionId, powers)

/** The place of the roll for which the actor acts: for a delegation, a person who may submit for it. */
export const seatOf = (actor: Actor, { sessionId, seats }: SilenceState): Seat | undefined => {
  const place = membershipIn(actor, sessionId)
  return (
    seats.find(({ personId }) => personId !== null && personId === actor.personId) ??
    seats.find(({ delegationId }) => delegationId && delegationId === place?.delegationId)
  )
}

/**
 * The Chair and those who conduct a procedure read it; once it is opened, the roll too, and a Vice-Chair from whom the
 * powers of the Chair were taken back. A Chair who handed them over reads on.
 */
export const canReadSilence = (actor: Actor, silence: SilenceState): boolean =>
  canConductSilence(actor, silence) ||
  holds(actor, silence.sessionId, 'chair') ||
  (silence.openedAt !== null && (seatOf(actor, silence) !== undefined || hasLed(actor, silence)))

const hasLed = (actor: Actor, { sessionId, heldPowers }: SilenceState): boolean =>
  holds(actor, sessionId, 'viceChair') && heldPowers.some((id) => id === actor.personId)

const speaks = (actor: Actor, silence: SilenceState): Decision => {
  const seat = seatOf(actor, silence)
  const speaksForDelegation = Boolean(seat?.delegationId)
  return allOf(
    allowedIf(seat !== undefined, 'silenceNotOnRoll'),
    allowedIf(
      !speaksForDelegation || membershipIn(actor, silence.sessionId)?.maySubmit === true,
      'silenceNotSpeaker',
    ),
  )
}

const afterOpening = (silence: SilenceState): Decision =>
  silence.openedAt ? ALLOWED : refusal('closed', 'silenceNotOpen')

/** By which step of the session an approval takes effect; that of a text leaves its status as it was. */
export const STEP_OF: Record<SilenceSubject, SessionStep> = {
  dates: 'datesApproved',
  agenda: 'agendaApproved',
  format: 'formatApproved',
  organizationOfWork: 'organizationOfWorkApproved',
  text: 'textApproved',
}

/** A question is put while its approval can still become a decision of the session: dates are not, once it is open. */
export const canPutSubject = (subject: SilenceSubject, standing: Standing): Decision =>
  stepsTo(standing, STEP_OF[subject])
    ? ALLOWED
    : refusal('conflict', 'silenceSubjectPast', { subject, status: standing.status })

/** Before the opening a conductor changes everything. */
export const canPrepareSilence = (actor: Actor, silence: SilenceState): Decision =>
  allOf(
    allowedIf(canConductSilence(actor, silence), 'silenceConductorsOnly'),
    silence.openedAt ? refusal('closed', 'silenceFrozen') : ALLOWED,
    silence.discardedAt ? refusal('closed', 'silenceDiscarded') : ALLOWED,
  )

/**
 * An entitled member breaks the silence, also if another did before. The arrival time decides whether it is in time: a
 * late break is kept and shown as late.
 */
export const canBreakSilence = (actor: Actor, silence: SilenceState): Decision =>
  allOf(
    speaks(actor, silence),
    allowedIf(seatOf(actor, silence)?.entitled === true, 'silenceNotEntitled'),
    afterOpening(silence),
    hasBroken(silence, seatOf(actor, silence)?.id ?? '')
      ? refusal('conflict', 'silenceBrokenAlready')
      : ALLOWED,
  )

/** Whether a break of this member stands. */
export const hasBroken = (silence: SilenceState, memberId: string): boolean =>
  isOpened(silence) &&
  silence.breaks.some(
    (silenceBreak) =>
      silenceBreak.memberId === memberId &&
      silenceBreak.withdrawnAt === null &&
      isInTime(silence, silenceBreak),
  )

/** The Secretariat enters a break that came by note or e-mail. */
export const canEnterBreak = (actor: Actor, silence: SilenceState): Decision =>
  allOf(
    allowedIf(holds(actor, silence.sessionId, 'secretariat'), 'secretariatOnly'),
    afterOpening(silence),
  )

/** The member that broke the silence withdraws its break before the deadline. */
export const canWithdrawBreak = (
  actor: Actor,
  silence: SilenceState,
  broken: { memberId: string; withdrawnAt: Date | null },
  now: Date,
): Decision =>
  allOf(
    speaks(actor, silence),
    allowedIf(seatOf(actor, silence)?.id === broken.memberId, 'silenceBreakOfOther'),
    broken.withdrawnAt ? refusal('conflict', 'silenceBreakWithdrawn') : ALLOWED,
    isOpened(silence) && now < deadlineAt(silence, now)
      ? ALLOWED
      : refusal('closed', 'silenceDeadlinePassed'),
  )

/** A member explains its position, reserves or asks, until the result is final: that breaks nothing. */
export const canRemark = (actor: Actor, silence: SilenceState, now: Date): Decision =>
  allOf(
    speaks(actor, silence),
    afterOpening(silence),
    isFinal(silence, now) ? refusal('closed', 'silenceOver') : ALLOWED,
  )

/** A conductor gives more time, only before the deadline. */
export const canExtendSilence = (actor: Actor, silence: SilenceState, now: Date): Decision =>
  allOf(
    allowedIf(canConductSilence(actor, silence), 'silenceConductorsOnly'),
    afterOpening(silence),
    isOpened(silence) && now < lastDeadline(silence)
      ? ALLOWED
      : refusal('closed', 'silenceDeadlinePassed'),
  )

/** Once all breaks were withdrawn, a conductor resumes it, unless a revised text took its place. */
export const canResumeSilence = (actor: Actor, silence: SilenceState): Decision =>
  allOf(
    allowedIf(canConductSilence(actor, silence), 'silenceConductorsOnly'),
    silence.hasLater ? refusal('conflict', 'silenceRevised') : ALLOWED,
    mayResume(silence) ? ALLOWED : refusal('conflict', 'silenceNotResumable'),
  )

/** The presiding officer declares the result before the grace has passed, once no request can still be on its way. */
export const canDeclareResult = (
  silence: SilenceState,
  { presides, now }: { presides: boolean; now: Date },
): Decision =>
  allOf(
    allowedIf(presides, 'notPresiding'),
    afterOpening(silence),
    standingAt(silence, now) === 'waiting' ? ALLOWED : refusal('conflict', 'silenceNotWaiting'),
    isOpened(silence) && now > addMinutes(lastDeadline(silence), LAST_REQUEST_MINUTES)
      ? ALLOWED
      : refusal('closed', 'silenceTooEarly'),
  )

/** A result that is final and an approval becomes a decision, once. */
export const canDecideSilence = (actor: Actor, silence: SilenceState, now: Date): Decision =>
  allOf(
    allowedIf(canConductSilence(actor, silence), 'silenceConductorsOnly'),
    standingAt(silence, now) === 'approved' ? ALLOWED : refusal('conflict', 'silenceNotApproved'),
    silence.decisionId ? refusal('conflict', 'silenceDecided') : ALLOWED,
  )

/** A procedure that is broken is followed by one with a revised text, once. */
export const canReviseSilence = (actor: Actor, silence: SilenceState, now: Date): Decision =>
  allOf(
    allowedIf(canConductSilence(actor, silence), 'silenceConductorsOnly'),
    standingAt(silence, now) === 'broken' ? ALLOWED : refusal('conflict', 'silenceNotBroken'),
    silence.hasLater ? refusal('conflict', 'silenceRevised') : ALLOWED,
  )
