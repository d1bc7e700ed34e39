import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { AttendanceState } from './policy'

/** The state of the attendance of a session. An act reads it after it has locked the session. */
export async function attendanceState(
  tx: Pick<Tx, 'attendanceClosing'>,
  sessionId: string,
): Promise<AttendanceState> {
  const closing = await tx.attendanceClosing.findFirst({
    where: { sessionId, reopenedAt: null },
    select: { closedAt: true },
  })
  return { sessionId, closedAt: closing?.closedAt ?? null }
}
