import 'server-only'
import { databaseTime, isUniqueViolation, type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { isOfSomeSecretariat } from '@/lib/delegations/policy'
import { authorize, found, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { PeriodKind } from './kinds'
import { canSetPeriods } from './policy'
import type { ClosePeriod, ExtendPeriod, OpenPeriod } from './schema'

/**
 * Opens a period from now until its deadline. Refuses a deadline that has passed by the database's
 * clock, and a second period of the kind while one is open.
 */
export async function openPeriod(actor: SignedIn, input: OpenPeriod): Promise<string> {
  const { sessionId, kind, openUntil } = input
  authorize(canSetPeriods(actor, sessionId), 'secretariatOnly')
  try {
    return await transaction(async (tx) => {
      const session = found(await tx.session.findUnique({ where: { id: sessionId } }))
      const now = await requireFuture(tx, openUntil)
      await endPassed(tx, sessionId, kind, now)
      const { id } = await tx.period.create({
        data: { sessionId, kind, openUntil, openedById: actor.personId },
      })
      await recordPeriod(tx, actor, 'period.opened', { id, sessionId, kind, openUntil })
      return session.slug
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('conflict', 'periodOpen')
    throw error
  }
}

/** Gives an open period a later deadline. One that has passed is not extended but opened anew. */
export function extendPeriod(actor: SignedIn, input: ExtendPeriod): Promise<string> {
  return transaction(async (tx) => {
    const period = await lockPeriod(tx, actor, input.periodId)
    await requireFuture(tx, input.openUntil)
    if (input.openUntil <= period.openUntil)
      throw new Refused('invalid', 'deadlineNotLater', {}, 'openUntil')
    const { openUntil } = input
    await tx.period.update({ where: { id: period.id }, data: { openUntil } })
    await recordPeriod(tx, actor, 'period.extended', { ...period, openUntil })
    return period.slug
  })
}

/** Closes an open period at once, before its deadline. */
export function closePeriod(actor: SignedIn, input: ClosePeriod): Promise<string> {
  return transaction(async (tx) => {
    const period = await lockPeriod(tx, actor, input.periodId)
    await tx.period.update({
      where: { id: period.id },
      data: { closedAt: await databaseTime(tx), closedById: actor.personId },
    })
    await recordPeriod(tx, actor, 'period.closed', period)
    return period.slug
  })
}

type LockedPeriod = {
  id: string
  sessionId: string
  slug: string
  kind: PeriodKind
  openUntil: Date
}

/** A period that is open at this instant, taken for one change; acts that need it open wait. */
async function lockPeriod(tx: Tx, actor: SignedIn, id: string): Promise<LockedPeriod> {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  const rows = await tx.$queryRaw<(LockedPeriod & { open: boolean })[]>`
    SELECT p.id, p."sessionId", s.slug, p.kind, p."openUntil",
      p."closedAt" IS NULL AND p."openUntil" > clock_timestamp() AS open
    FROM "Period" p JOIN "Session" s ON s.id = p."sessionId"
    WHERE p.id = ${id}::uuid FOR UPDATE OF p`
  const { open, ...period } = found(rows.find(({ sessionId }) => canSetPeriods(actor, sessionId)))
  if (!open) throw new Refused('closed', 'periodOver')
  return period
}

async function requireFuture(tx: Tx, openUntil: Date): Promise<Date> {
  const now = await databaseTime(tx)
  if (openUntil <= now) throw new Refused('invalid', 'deadlinePassed', {}, 'openUntil')
  return now
}

/** A period whose deadline has passed ended then; it makes room for the next one of its kind. */
async function endPassed(tx: Tx, sessionId: string, kind: PeriodKind, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Period" SET "closedAt" = "openUntil"
    WHERE "sessionId" = ${sessionId}::uuid AND kind = ${kind}::"PeriodKind"
      AND "closedAt" IS NULL AND "openUntil" <= ${now}`
}

function recordPeriod(
  tx: Tx,
  actor: SignedIn,
  event: 'period.opened' | 'period.extended' | 'period.closed',
  period: Pick<LockedPeriod, 'id' | 'sessionId' | 'kind' | 'openUntil'>,
): Promise<void> {
  return record(tx, actor, event, {
    sessionId: period.sessionId,
    subjectId: period.id,
    data: { kind: period.kind, until: period.openUntil.toISOString() },
  })
}
