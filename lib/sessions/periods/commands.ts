import 'server-only'
import { clockTime, databaseTime, isUniqueViolation, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRow } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { isOfSomeSecretariat } from '@/lib/delegations/policy'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { PeriodKind } from '../kinds'
import { requireDeadline } from './deadline'
import { tellPeriod } from './letters'
import { canSetPeriods } from '../policy'
import type { ClosePeriod, ExtendPeriod, OpenPeriod } from '../schema'

/**
 * Opens a period from now until its deadline. Refuses a deadline that has passed by the database's
 * clock or is years away, and a second period of the kind while one is open.
 */
export async function openPeriod(actor: SignedIn, input: OpenPeriod): Promise<string> {
  const { sessionId, kind, openUntil } = input
  authorize(canSetPeriods(actor, sessionId), 'secretariatOnly')
  try {
    return await transaction(actor, async (tx) => {
      const session = orNotFound(await tx.session.findUnique({ where: { id: sessionId } }))
      const now = await databaseTime(tx)
      requireDeadline(openUntil, now)
      await endPassed(tx, sessionId, kind, now)
      const { id } = await tx.period.create({
        data: { sessionId, kind, openUntil, openedById: actor.personId },
      })
      await recordPeriod(tx, actor, 'period.opened', { id, sessionId, kind, openUntil })
      await tellPeriod(tx, 'opened', { sessionId, kind, openUntil })
      return session.slug
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('conflict', 'periodOpen')
    throw error
  }
}

/** Gives an open period a later deadline, with a reason that the record and the letters state. Refuses after the deadline; then a new period is opened. */
export function extendPeriod(actor: SignedIn, input: ExtendPeriod): Promise<string> {
  return transaction(actor, async (tx) => {
    const period = await lockPeriod(tx, actor, input.periodId)
    requireDeadline(input.openUntil, await databaseTime(tx), period.openUntil)
    const { openUntil, reason } = input
    await tx.period.update({ where: { id: period.id }, data: { openUntil } })
    await recordPeriod(tx, actor, 'period.extended', { ...period, openUntil, reason })
    await tellPeriod(tx, 'extended', { ...period, openUntil, reason })
    return period.slug
  })
}

/** Closes an open period at once, before its deadline. */
export function closePeriod(actor: SignedIn, input: ClosePeriod): Promise<string> {
  return transaction(actor, async (tx) => {
    const period = await lockPeriod(tx, actor, input.periodId)
    await tx.period.update({
      where: { id: period.id },
      data: { closedAt: await databaseTime(tx), closedById: actor.personId },
    })
    await recordPeriod(tx, actor, 'period.closed', period)
    await tellPeriod(tx, 'closed', period)
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

/** Locks a period that is open at this instant; acts that need it open wait. */
async function lockPeriod(tx: Tx, actor: SignedIn, id: string): Promise<LockedPeriod> {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  await lockRow(tx, 'Period', id)
  const { session, ...period } = orNotFound(
    await tx.period.findUnique({ where: { id }, include: { session: { select: { slug: true } } } }),
  )
  assertFound(canSetPeriods(actor, period.sessionId))
  if (period.closedAt || period.openUntil <= (await clockTime(tx)))
    throw new Refused('closed', 'periodOver')
  return { ...period, slug: session.slug }
}

/** Closes a period at its deadline if that has passed, so that another period of the kind can open. */
async function endPassed(tx: Tx, sessionId: string, kind: PeriodKind, now: Date): Promise<void> {
  const where = { sessionId, kind, closedAt: null, openUntil: { lte: now } }
  const period = await tx.period.findFirst({ where })
  if (period)
    await tx.period.update({ where: { id: period.id }, data: { closedAt: period.openUntil } })
}

function recordPeriod(
  tx: Tx,
  actor: SignedIn,
  event: 'period.opened' | 'period.extended' | 'period.closed',
  {
    reason,
    ...period
  }: Pick<LockedPeriod, 'id' | 'sessionId' | 'kind' | 'openUntil'> & { reason?: string },
): Promise<void> {
  return record(tx, actor, event, {
    sessionId: period.sessionId,
    subjectId: period.id,
    data: { kind: period.kind, until: period.openUntil.toISOString(), ...(reason && { reason }) },
  })
}
