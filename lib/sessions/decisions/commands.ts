import 'server-only'
import { ordinalFigure, printDate } from '@/lib/clock'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { requireAllowed } from '@/lib/decision'
import { orNotFound, Refused } from '@/lib/errors'
import { announce, listTopic, screenTopic } from '@/lib/live/announce'
import type { RecordedEvent } from '@/lib/record/events'
import { record, recordByOperator } from '@/lib/record/record'
import { raiseVersion } from '@/lib/sessions/commands'
import { setDates } from './dates'
import type { SessionStep } from '@/lib/sessions/kinds'
import { canAnnulDecision, canRecordDecision } from './policy'
import type { AnnulDecision, DecisionToWrite, RecordDecision } from './schema'
import { hasAdoptedReport } from './queries'
import { mayFollow, standingAfter, standingOn, type Standing } from './status'

/**
 * Enters a decision on a session. Refuses a step that the session's status does not allow, a date before the decisions
 * that it follows, and a meeting of another session. Dates and a format that it sets become those of the session; the
 * adoption of the agenda adopts each item of it.
 */
export function recordDecision(actor: SignedIn, input: RecordDecision): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, version, ...decision } = input
    const session = await raiseVersion(tx, sessionId, version)
    const powers = await handedPowers(tx, sessionId)
    requireAllowed(canRecordDecision(actor, sessionId, decision.step, powers))
    await writeDecision(tx, actor, sessionId, decision)
    return session.slug
  })
}

/**
 * Writes a decision inside another act that holds the lock of the session: the result of a silence procedure, the
 * adoption of a report; `isShown` puts it before the room. Returns its id. Refuses like `recordDecision`, but for the
 * person.
 */
export async function writeDecision(
  tx: Tx,
  by: SignedIn | 'operator',
  sessionId: string,
  decision: DecisionToWrite,
  { isShown = false }: { isShown?: boolean } = {},
): Promise<string> {
  const decisions = await tx.sessionDecision.findMany({ where: { sessionId, annulledAt: null } })
  requireStep(decision, decisions)
  await requireMeeting(tx, sessionId, decision)
  const number = await nextNumber(tx, sessionId)
  const { id } = await tx.sessionDecision.create({
    data: {
      ...decision,
      sessionId,
      number,
      recordedById: by === 'operator' ? null : by.personId,
    },
  })
  await takeEffect(tx, sessionId, decision)
  await updateRoom(tx, sessionId, isShown ? { decisionOnScreenId: id } : {})
  const { step, decidedBy, how, decidedOn } = decision
  const data = { number, step, decidedBy, how, on: printDate(decidedOn) }
  await note(tx, by, 'session.decided', { sessionId, subjectId: id, data })
  return id
}

/** Annuls a decision that was entered wrongly. Refuses if a later decision, or an adopted report, rests on it. */
export function annulDecision(actor: SignedIn, input: AnnulDecision): Promise<string> {
  return transaction(actor, async (tx) => {
    const decision = orNotFound(
      await tx.sessionDecision.findUnique({ where: { id: input.decisionId } }),
    )
    const { sessionId } = decision
    const session = await raiseVersion(tx, sessionId, input.version)
    const isReportAdopted = await hasAdoptedReport(tx, sessionId)
    requireAllowed(canAnnulDecision(actor, { ...decision, isReportAdopted }))
    const remainder = await tx.sessionDecision.findMany({
      where: { sessionId, annulledAt: null, id: { not: decision.id } },
    })
    if (standingAfter(remainder).broken) throw new Refused('conflict', 'decisionNeeded')
    const { count } = await tx.sessionDecision.updateMany({
      where: { id: decision.id, annulledAt: null },
      data: {
        annulledAt: await databaseTime(tx),
        annulledById: actor.personId,
        annulReason: input.reason,
      },
    })
    if (count === 0) throw new Refused('conflict', 'decisionAnnulled')
    await updateRoom(tx, sessionId)
    const data = { number: decision.number, step: decision.step, reason: input.reason }
    await record(tx, actor, 'session.decisionAnnulled', { sessionId, subjectId: decision.id, data })
    return session.slug
  })
}

/**
 * Raises the session's version after a change of its decisions or of the one on the screen, so that forms that were
 * read before are read again, and tells the screens and the consoles.
 */
export async function updateRoom(
  tx: Tx,
  sessionId: string,
  change: { decisionOnScreenId?: string | null } = {},
): Promise<void> {
  const data = { ...change, version: { increment: 1 } }
  await tx.session.update({ where: { id: sessionId }, data })
  await announce(tx, screenTopic(sessionId), listTopic(sessionId))
}

type DatedDecision = { step: SessionStep; decidedOn: Date; number: number }

function requireStep(
  { step, decidedOn }: DecisionToWrite,
  decisions: readonly DatedDecision[],
): void {
  const standing = standingOn(decisions, decidedOn)
  if (!mayFollow(standing, step)) throw stepRefused(standing, step, decidedOn)
  const sequence = [...decisions, { step, decidedOn, number: Number.MAX_SAFE_INTEGER }]
  if (standingAfter(sequence).broken)
    throw new Refused('conflict', 'decisionTooLate', {}, 'decidedOn')
}

const stepRefused = ({ status }: Standing, step: SessionStep, decidedOn: Date) =>
  new Refused('conflict', 'stepNotNow', { status, step, day: printDate(decidedOn) }, 'step')

async function requireMeeting(
  tx: Tx,
  sessionId: string,
  { meetingId, memberId, decidedOn, how }: DecisionToWrite,
): Promise<void> {
  if (memberId) {
    const { groupId } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
    orNotFound(
      await tx.bureauMember.findFirst({
        where: { id: memberId, groupId, OR: [{ sessionId: null }, { sessionId }] },
      }),
    )
  }
  if (!meetingId) return
  const meeting = orNotFound(
    await tx.meeting.findFirst({
      where: { id: meetingId, sessionId },
      select: { date: true, number: true },
    }),
  )
  if (how === 'silence') throw new Refused('invalid', 'silenceAtMeeting', {}, 'meetingId')
  if (meeting.date.getTime() !== decidedOn.getTime()) {
    const values = { meeting: ordinalFigure(meeting.number), date: printDate(meeting.date) }
    throw new Refused('invalid', 'decisionDayOfMeeting', values, 'decidedOn')
  }
}

async function nextNumber(tx: Tx, sessionId: string): Promise<number> {
  const { _max } = await tx.sessionDecision.aggregate({
    where: { sessionId },
    _max: { number: true },
  })
  return (_max.number ?? 0) + 1
}

async function takeEffect(tx: Tx, sessionId: string, decision: DecisionToWrite): Promise<void> {
  const { step, startsOn, endsOn, format, decidedOn, meetingId, reason } = decision
  if (startsOn && endsOn) await setDates(tx, sessionId, { startsOn, endsOn, reason })
  if (format) await tx.session.update({ where: { id: sessionId }, data: { format } })
  if (step === 'agendaAdopted') {
    const items = await tx.agendaItem.findMany({ where: { sessionId }, select: { id: true } })
    if (items.length === 0) throw new Refused('conflict', 'agendaMissing')
    await tx.agendaStep.createMany({
      data: items.map(({ id }) => ({
        sessionId,
        agendaItemId: id,
        kind: 'adopted' as const,
        date: decidedOn,
        meetingId,
      })),
    })
  }
}

const note = (
  tx: Tx,
  by: SignedIn | 'operator',
  event: RecordedEvent,
  act: { sessionId: string; subjectId: string; data: Record<string, string | number> },
): Promise<void> =>
  by === 'operator' ? recordByOperator(tx, event, act) : record(tx, by, event, act)
