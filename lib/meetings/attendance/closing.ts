import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { canCloseAttendance, canReopenAttendance } from './policy'
import type { CloseAttendance, ReopenAttendance } from './schema'
import { attendanceState } from './state'

/** Closes the attendance of a session: its counts are final, and nobody is noted any more. Refuses an empty one. */
export function closeAttendance(actor: SignedIn, { sessionId }: CloseAttendance): Promise<void> {
  return transaction(actor, async (tx) => {
    const attendance = await lockAttendance(tx, sessionId)
    const where = { sessionId }
    const isEmpty =
      (await tx.attendance.count({ where })) + (await tx.attendanceCount.count({ where })) === 0
    requireAllowed(canCloseAttendance(actor, { ...attendance, isEmpty }))
    const closing = { sessionId, closedAt: await clockTime(tx), closedById: actor.personId }
    const { id } = await tx.attendanceClosing.create({ data: closing })
    await record(tx, actor, 'session.attendanceClosed', { sessionId, subjectId: id })
  })
}

/** Reopens it with a reason: the counts are provisional again. The closing stays in the history. */
export function reopenAttendance(
  actor: SignedIn,
  { sessionId, reason }: ReopenAttendance,
): Promise<void> {
  return transaction(actor, async (tx) => {
    requireAllowed(canReopenAttendance(actor, await lockAttendance(tx, sessionId)))
    await tx.attendanceClosing.updateMany({
      where: { sessionId, reopenedAt: null },
      data: { reopenedAt: await clockTime(tx), reopenedById: actor.personId, reason },
    })
    await record(tx, actor, 'session.attendanceReopened', {
      sessionId,
      subjectId: sessionId,
      data: { reason },
    })
  })
}

async function lockAttendance(tx: Tx, sessionId: string) {
  assertFound(await lockRow(tx, 'Session', sessionId))
  return attendanceState(tx, sessionId)
}
