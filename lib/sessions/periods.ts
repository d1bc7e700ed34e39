import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import type { PeriodKind } from './kinds'

/** The `where` of the periods that are open at this instant. */
export const openAt = (now: Date) => ({ closedAt: null, openUntil: { gt: now } })

/** Whether a period is open at this instant of the database's clock. */
export const isOpen = (period: { closedAt: Date | null; openUntil: Date }, now: Date): boolean =>
  period.closedAt === null && period.openUntil > now

/**
 * Refuses with `closed` unless the period is open at this instant of the database's clock. The row
 * stays locked to the end of the transaction, so that nobody can close it in between.
 */
export async function requireOpenPeriod(
  tx: Tx,
  sessionId: string,
  kind: PeriodKind,
): Promise<void> {
  const locked = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT "openUntil" > clock_timestamp() AS open
    FROM "Period"
    WHERE "sessionId" = ${sessionId}::uuid AND "kind" = ${kind}::"PeriodKind" AND "closedAt" IS NULL
    FOR SHARE`
  if (!locked[0]?.open)
    throw new Refused('closed', kind === 'comments' ? 'commentsClosed' : 'submissionClosed')
}
