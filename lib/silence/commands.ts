import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { receivedBy } from '@/lib/delegations/arrival'
import { transaction } from '@/lib/delegations/transaction'
import type { SentFile } from '@/lib/documents/files/upload'
import { orNotFound, Refused } from '@/lib/errors'
import { record, sha256OfBytes } from '@/lib/record/record'
import { silenceTopic } from './live'
import { announce } from '@/lib/live/announce'
import { tellRoll } from './letters'
import { lockSilence, type ReadSilence } from './load'
import {
  canBreakSilence,
  canEnterBreak,
  canRemark,
  canWithdrawBreak,
  hasBroken,
  seatOf,
} from './policy'
import { isInTime, isOpened, printReceived } from './result'
import type { BreakSilence, EnterBreak, Remark, WithdrawBreak } from './schema'

/** The address of the procedure, and whether the break counts. */
export type Broken = { slug: string; number: number; inTime: boolean }

/**
 * Breaks the silence for the actor's place on the roll, naming the point and the reason. The arrival time of the
 * request decides: in time, it takes effect at once and all are told. A late one is kept and shown as late. Idempotent.
 */
export function breakSilence(actor: SignedIn, input: BreakSilence): Promise<Broken> {
  return transaction(actor, async (tx) => {
    const { silence, now } = await lockSilence(tx, actor, input.silenceId)
    const seat = seatOf(actor, silence)
    const before = silence.breaks.find(({ id }) => id === input.id)
    if (before && before.memberId === seat?.id) return answer(silence, before)
    requireAllowed(canBreakSilence(actor, silence))
    return write(tx, actor, silence, {
      ...input,
      memberId: seat!.id,
      way: 'page',
      receivedAt: receivedBy(actor, now),
      enteredAt: now,
    })
  })
}

/**
 * Enters a break that came by note or e-mail, with the time of its arrival and its scan. It counts if it arrived before
 * the deadline and is entered before the result is final. Refuses an arrival in the future or before the opening.
 */
export function enterBreak(
  actor: SignedIn,
  { openUntil: receivedAt, ...input }: EnterBreak,
  scan: SentFile | null,
): Promise<Broken> {
  return transaction(actor, async (tx) => {
    const { silence, now } = await lockSilence(tx, actor, input.silenceId)
    requireAllowed(canEnterBreak(actor, silence))
    const before = silence.breaks.find(({ id }) => id === input.id)
    if (before) return answer(silence, before)
    const member = orNotFound(silence.members.find(({ id }) => id === input.memberId))
    if (!member.entitled) throw new Refused('forbidden', 'silenceNotEntitled')
    if (hasBroken(silence, member.id)) throw new Refused('conflict', 'silenceBrokenAlready')
    if (receivedAt > now || receivedAt < silence.openedAt!)
      throw new Refused('invalid', 'silenceReceivedWhen', {}, 'openUntil')
    return write(tx, actor, silence, { ...input, receivedAt, enteredAt: now }, scan)
  })
}

type NewBreak = {
  id: string
  memberId: string
  point: string
  reason: string
  way: 'page' | 'note' | 'email'
  receivedAt: Date
  enteredAt: Date
}

async function write(
  tx: Tx,
  actor: SignedIn,
  silence: ReadSilence,
  { id, memberId, point, reason, way, receivedAt, enteredAt }: NewBreak,
  scan: SentFile | null = null,
): Promise<Broken> {
  const broken = { id, silenceId: silence.id, memberId, point, reason, way, receivedAt, enteredAt }
  await tx.silenceBreak.create({
    data: {
      ...broken,
      enteredById: actor.personId,
      ...(scan && {
        scanName: scan.name,
        scanForm: scan.form,
        scanHash: sha256OfBytes(scan.bytes),
        scan: scan.bytes,
      }),
    },
  })
  const result = answer(silence, { ...broken, withdrawnAt: null })
  const { capacity } = silence.members.find((member) => member.id === memberId)!
  const { sessionId, number } = silence
  await record(tx, actor, result.inTime ? 'silence.broken' : 'silence.brokenLate', {
    sessionId,
    subjectId: silence.id,
    data: { number, capacity, way, received: receivedAt.toISOString() },
  })
  const values = { by: capacity, point, reason, time: printReceived({ way, receivedAt }) }
  if (result.inTime) await tellRoll(tx, silence, { key: 'broken', matter: `broken ${id}`, values })
  else await announce(tx, silenceTopic(silence.id))
  return result
}

const answer = (
  silence: ReadSilence,
  silenceBreak: { receivedAt: Date; enteredAt: Date; withdrawnAt: Date | null },
): Broken => ({
  slug: silence.session.slug,
  number: silence.number,
  inTime: isOpened(silence) && isInTime(silence, silenceBreak),
})

/**
 * Withdraws a break of the actor's own place before the deadline. The procedure stays broken until a conductor
 * resumes it. All are told.
 */
export function withdrawBreak(actor: SignedIn, { id }: WithdrawBreak): Promise<Broken> {
  return transaction(actor, async (tx) => {
    const { silenceId } = orNotFound(
      await tx.silenceBreak.findUnique({ where: { id }, select: { silenceId: true } }),
    )
    const { silence, now } = await lockSilence(tx, actor, silenceId)
    const broken = orNotFound(silence.breaks.find((candidate) => candidate.id === id))
    requireAllowed(canWithdrawBreak(actor, silence, broken, receivedBy(actor, now)))
    await tx.silenceBreak.update({
      where: { id },
      data: { withdrawnAt: now, withdrawnById: actor.personId },
    })
    const { capacity } = silence.members.find((member) => member.id === broken.memberId)!
    const { sessionId, number } = silence
    const data = { number, capacity }
    await record(tx, actor, 'silence.breakWithdrawn', { sessionId, subjectId: silenceId, data })
    const values = { by: capacity, time: printSeatTime(now) }
    await tellRoll(tx, silence, { key: 'withdrawn', matter: `withdrawn ${id}`, values })
    return answer(silence, broken)
  })
}

/** Attaches an explanation of position, a reservation or a question: it breaks nothing, and is printed with the result. */
export function remark(actor: SignedIn, input: Remark): Promise<{ slug: string; number: number }> {
  return transaction(actor, async (tx) => {
    const { silence, now } = await lockSilence(tx, actor, input.silenceId)
    const receivedAt = receivedBy(actor, now)
    requireAllowed(canRemark(actor, silence, receivedAt))
    const { id, kind, text } = input
    const memberId = seatOf(actor, silence)!.id
    const { count } = await tx.silenceRemark.createMany({
      data: [
        {
          id,
          silenceId: silence.id,
          memberId,
          kind,
          text,
          receivedAt,
          enteredById: actor.personId,
        },
      ],
      skipDuplicates: true,
    })
    const { sessionId, number, session } = silence
    const { capacity } = silence.members.find((member) => member.id === memberId)!
    const data = { number, capacity, kind }
    if (count > 0) {
      await record(tx, actor, 'silence.remarked', { sessionId, subjectId: silence.id, data })
      await announce(tx, silenceTopic(silence.id))
    }
    return { slug: session.slug, number }
  })
}
