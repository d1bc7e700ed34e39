import 'server-only'
import { accountsOf } from '@/lib/sessions/bureau/accounts'
import { seatDay } from '@/lib/clock'
import { databaseTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { updateRoom, writeDecision } from './commands'
import { canRule, canShowDecision } from './policy'
import type { HideDecision, RuleInRoom, ShowDecision } from './schema'

/**
 * The presiding officer rules in the room, today, at the meeting that sits: in words, or by a step of the session. The
 * room has the ruling before it at once if the officer wants. Refuses a step that the session's status does not allow.
 */
export function ruleInRoom(actor: SignedIn, input: RuleInRoom): Promise<void> {
  return transaction(actor, async (tx) => {
    const session = await lockSessionOf(tx, input.slug)
    requireAllowed(canRule(actor, session.id, await handedPowers(tx, session.id)))
    const now = await databaseTime(tx)
    const ruling = {
      step: input.step,
      decidedBy: 'chair',
      how: 'ruling',
      decidedOn: seatDay(now),
      meetingId: await meetingAt(tx, session.id, now),
      memberId: await memberOf(tx, actor, session),
      reason: input.words,
      ...NOTHING_ELSE,
    } as const
    await writeDecision(tx, actor, session.id, ruling, { isShown: input.show })
  })
}

/** Puts a decision before the room, over the item. Refuses one that was annulled; idempotent. */
export function showDecision(actor: SignedIn, { slug, decisionId }: ShowDecision): Promise<void> {
  return transaction(actor, async (tx) => {
    const { id: sessionId } = await lockSessionOf(tx, slug)
    requireAllowed(canShowDecision(actor, sessionId, await handedPowers(tx, sessionId)))
    const decision = orNotFound(
      await tx.sessionDecision.findFirst({ where: { id: decisionId, sessionId } }),
    )
    if (decision.annulledAt) throw new Refused('conflict', 'decisionAnnulled')
    if ((await decisionOnScreen(tx, sessionId)) === decisionId) return
    await updateRoom(tx, sessionId, { decisionOnScreenId: decisionId })
    const data = { number: decision.number }
    await record(tx, actor, 'session.decisionShown', { sessionId, subjectId: decisionId, data })
  })
}

/** Takes the decision off the screen: the item, if any, is before the room again. Idempotent. */
export function hideDecision(actor: SignedIn, { slug }: HideDecision): Promise<void> {
  return transaction(actor, async (tx) => {
    const { id: sessionId } = await lockSessionOf(tx, slug)
    requireAllowed(canShowDecision(actor, sessionId, await handedPowers(tx, sessionId)))
    if ((await decisionOnScreen(tx, sessionId)) === null) return
    await updateRoom(tx, sessionId, { decisionOnScreenId: null })
    await record(tx, actor, 'session.decisionTakenOff', { sessionId, subjectId: sessionId })
  })
}

async function lockSessionOf(tx: Tx, slug: string): Promise<{ id: string; groupId: string }> {
  const session = orNotFound(
    await tx.session.findUnique({ where: { slug }, select: { id: true, groupId: true } }),
  )
  await lockRow(tx, 'Session', session.id)
  return session
}

async function decisionOnScreen(tx: Tx, id: string): Promise<string | null> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id },
    select: { decisionOnScreenId: true },
  })
  return session.decisionOnScreenId
}

const NOTHING_ELSE = {
  remotely: false,
  circulatedOn: null,
  startsOn: null,
  endsOn: null,
  format: null,
  formatWords: '',
  documentSymbol: '',
}

/** The meeting of the seat's day that began last, else the first of the day, else none. */
async function meetingAt(tx: Tx, sessionId: string, now: Date): Promise<string | null> {
  const meetings = await tx.meeting.findMany({
    where: { sessionId, date: seatDay(now) },
    orderBy: { number: 'asc' },
    select: { id: true, startsAt: true },
  })
  const begun = meetings.filter(({ startsAt }) => startsAt && startsAt <= now)
  return (begun.at(-1) ?? meetings[0])?.id ?? null
}

/** The actor's place in the Bureau, from which the report takes the officer's name. */
async function memberOf(
  tx: Tx,
  actor: SignedIn,
  { id, groupId }: { id: string; groupId: string },
): Promise<string | null> {
  const members = await tx.bureauMember.findMany({
    where: {
      groupId,
      capacity: { in: ['chair', 'viceChair'] },
      endedAt: null,
      OR: [{ sessionId: null }, { sessionId: id }],
    },
    select: { id: true, personId: true, email: true },
  })
  const accounts = await accountsOf(tx, members)
  return members.find((member) => accounts.get(member.id)?.id === actor.personId)?.id ?? null
}
