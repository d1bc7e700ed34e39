import 'server-only'
import { printSeatTime, seatDay } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { presides } from '@/lib/delegations/powers/powers'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { requireDeadline } from '@/lib/sessions/periods/deadline'
import type { RecordedEvent } from '@/lib/record/events'
import { record } from '@/lib/record/record'
import { writeDecision } from '@/lib/sessions/decisions/commands'
import { tellRoll } from '@/lib/silence/letters'
import { silenceTopic } from '@/lib/silence/live'
import { lockSilence, type ReadSilence } from '@/lib/silence/load'
import {
  canConductSilence,
  canDecideSilence,
  canDeclareResult,
  canExtendSilence,
  canResumeSilence,
  STEP_OF,
} from '@/lib/silence/policy'
import { earliestResumption, isOpened, lastDeadline, standingAt } from '@/lib/silence/result'
import type { ExtendSilence, NoteSilence, OneSilence } from '@/lib/silence/schema'
import type { SilencePlace } from './preparing'

/** Gives more time, before the deadline has passed by the database's clock; all are told. */
export function extendSilence(actor: SignedIn, input: ExtendSilence): Promise<SilencePlace> {
  return act(actor, input.id, async (tx, silence, now) => {
    requireAllowed(canExtendSilence(actor, silence, now))
    if (!isOpened(silence)) throw new Refused('closed', 'silenceNotOpen')
    requireDeadline(input.openUntil, now, lastDeadline(silence))
    await giveTime(tx, actor, silence, { ...input, now, resumes: false })
  })
}

/**
 * Resumes a procedure after the withdrawal of all its breaks. The new deadline leaves at least the time that remained
 * at the first break, and a day; all are told.
 */
export function resumeSilence(actor: SignedIn, input: ExtendSilence): Promise<SilencePlace> {
  return act(actor, input.id, async (tx, silence, now) => {
    requireAllowed(canResumeSilence(actor, silence))
    if (!isOpened(silence)) throw new Refused('closed', 'silenceNotOpen')
    const earliest = earliestResumption(silence, now)
    if (input.openUntil < earliest)
      throw new Refused(
        'invalid',
        'silenceResumeLater',
        { time: printSeatTime(earliest) },
        'openUntil',
      )
    requireDeadline(input.openUntil, now)
    await giveTime(tx, actor, silence, { ...input, now, resumes: true })
  })
}

async function giveTime(
  tx: Tx,
  actor: SignedIn,
  silence: ReadSilence,
  {
    openUntil: until,
    reason,
    now,
    resumes,
  }: { openUntil: Date; reason: string; now: Date; resumes: boolean },
): Promise<void> {
  const { id: silenceId, number } = silence
  const { id } = await tx.silenceExtension.create({
    data: { silenceId, resumes, until, reason, givenAt: now, givenById: actor.personId },
  })
  const event = resumes ? 'silence.resumed' : 'silence.extended'
  await note(tx, actor, silence, event, { number, until: until.toISOString(), reason })
  const broken = standingAt(silence, now) === 'broken'
  const key = resumes ? 'resumed' : broken ? 'extendedBroken' : 'extended'
  const values = { until: printSeatTime(until), reason }
  await tellRoll(tx, silence, { key, matter: `${key} ${id}`, values })
}

/** The presiding officer declares the result before the grace has passed: later notes do not count. */
export function declareResult(actor: SignedIn, { id }: OneSilence): Promise<SilencePlace> {
  return act(actor, id, async (tx, silence, now) => {
    const isPresiding = presides(actor, silence.sessionId, silence.powers)
    requireAllowed(canDeclareResult(silence, { presides: isPresiding, now }))
    await tx.silence.update({
      where: { id },
      data: { declaredAt: now, declaredById: actor.personId },
    })
    await note(tx, actor, silence, 'silence.declared', { number: silence.number })
    await announce(tx, silenceTopic(id))
  })
}

/**
 * Enters the approval of a procedure as a decision of the session, on the day of its deadline by the seat's clock.
 * Refuses while the result is not final, and a second time.
 */
export function decideSilence(actor: SignedIn, { id }: OneSilence): Promise<SilencePlace> {
  return transaction(actor, async (tx) => {
    const { sessionId } = orNotFound(
      await tx.silence.findUnique({ where: { id }, select: { sessionId: true } }),
    )
    await lockRow(tx, 'Session', sessionId)
    const { silence, now } = await lockSilence(tx, actor, id)
    requireAllowed(canDecideSilence(actor, silence, now))
    if (!isOpened(silence)) throw new Refused('closed', 'silenceNotOpen')
    const decisionId = await writeDecision(tx, actor, sessionId, {
      step: STEP_OF[silence.subject],
      decidedBy: silence.roll === 'extendedBureau' ? 'extendedBureau' : 'group',
      how: 'silence',
      decidedOn: seatDay(lastDeadline(silence)),
      circulatedOn: seatDay(silence.openedAt),
      startsOn: silence.startsOn,
      endsOn: silence.endsOn,
      format: silence.format,
      formatWords: silence.formatWords,
      meetingId: null,
      memberId: null,
      remotely: false,
      reason: '',
      documentSymbol: '',
    })
    await tx.silence.update({ where: { id }, data: { decisionId } })
    await note(tx, actor, silence, 'silence.decided', { number: silence.number })
    await announce(tx, silenceTopic(id))
    return placeOf(silence)
  })
}

/** The group took note of a result at one of its meetings. Idempotent. */
export function noteSilence(
  actor: SignedIn,
  { id, meetingId }: NoteSilence,
): Promise<SilencePlace> {
  return act(actor, id, async (tx, silence) => {
    authorize(canConductSilence(actor, silence), 'silenceConductorsOnly')
    const { number: meeting } = orNotFound(
      await tx.meeting.findFirst({ where: { id: meetingId, sessionId: silence.sessionId } }),
    )
    assertFound(silence.openedAt)
    const { count } = await tx.silence.updateMany({
      where: { id, OR: [{ notedMeetingId: null }, { notedMeetingId: { not: meetingId } }] },
      data: { notedMeetingId: meetingId },
    })
    if (count > 0)
      await note(tx, actor, silence, 'silence.noted', { number: silence.number, meeting })
  })
}

const placeOf = ({ session, number }: ReadSilence): SilencePlace => ({ slug: session.slug, number })

const note = (
  tx: Tx,
  actor: SignedIn,
  { sessionId, id }: ReadSilence,
  event: RecordedEvent,
  data: Record<string, string | number>,
): Promise<void> => record(tx, actor, event, { sessionId, subjectId: id, data })

function act(
  actor: SignedIn,
  id: string,
  does: (tx: Tx, silence: ReadSilence, now: Date) => Promise<void>,
): Promise<SilencePlace> {
  return transaction(actor, async (tx) => {
    const { silence, now } = await lockSilence(tx, actor, id)
    await does(tx, silence, now)
    return placeOf(silence)
  })
}
