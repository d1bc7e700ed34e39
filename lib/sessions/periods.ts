import 'server-only'
import type { Tx } from '@/lib/db/client'
import { noteLock } from '@/lib/db/row-locks'
import type { Actor } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import type { PeriodKind } from './kinds'

/** The `where` of the periods that are open at this instant. */
export const openAt = (now: Date) => ({ closedAt: null, openUntil: { gt: now } })

/** Whether a period is open at this instant of the database's clock. */
export const isOpen = (period: { closedAt: Date | null; openUntil: Date }, now: Date): boolean =>
  period.closedAt === null && period.openUntil > now

/**
 * Refuses with `closed` unless the period was open when the actor's request arrived, and returns that moment, which the
 * act stores. It is by the database's clock: not later than now, and at most two minutes ago, as no body takes longer
 * to arrive and no act to be done. Without a request, or while the clock is unknown, it is now. The rows stay locked to
 * the end of the transaction, so that nobody can close the period in between.
 */
export async function requireOpenPeriod(
  tx: Tx,
  actor: Pick<Actor, 'request'>,
  sessionId: string,
  kind: PeriodKind,
): Promise<Date> {
  noteLock(tx, 'Period')
  const arrivedAt = actor.request?.arrivedAt ?? null
  const periods = await tx.$queryRaw<{ open: boolean; receivedAt: Date }[]>`
    WITH received AS MATERIALIZED (
      SELECT greatest(least(coalesce(${arrivedAt}::timestamptz, now), now), now - interval '2 minutes') AS at
      FROM clock_timestamp() AS now)
    SELECT ("closedAt" IS NULL OR "closedAt" > received.at) AND "openUntil" > received.at AS open,
      received.at AS "receivedAt"
    FROM "Period", received
    WHERE "sessionId" = ${sessionId}::uuid AND "kind" = ${kind}::"PeriodKind"
    FOR SHARE OF "Period"`
  const period = periods.find(({ open }) => open)
  if (!period)
    throw new Refused('closed', kind === 'comments' ? 'commentsClosed' : 'submissionClosed')
  return period.receivedAt
}
