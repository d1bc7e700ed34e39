import 'server-only'
import { ordinalWord, printDateRange } from '@/lib/clock'
import { isUniqueViolation, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { noteLock } from '@/lib/db/row-locks'
import { isUnchanged } from '@/lib/db/unchanged'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { setDates } from './decisions/dates'
import { canChangeSession, canCreateSession } from './policy'
import type { ChangeSession, CreateSession, PostponeSession } from './schema'

/** Creates a session of the group and returns its slug. Refuses a number that the group has already. */
export async function createSession(actor: SignedIn, input: CreateSession): Promise<string> {
  authorize(canCreateSession(actor), 'secretariatOnly')
  try {
    return await transaction(actor, async (tx) => {
      const group = orNotFound(await tx.expertGroup.findUnique({ where: { id: input.groupId } }))
      const slug = await freeSlug(tx, sessionSlug(input))
      const { id } = await tx.session.create({
        data: { ...input, groupId: group.id, slug, createdById: actor.personId },
      })
      await record(tx, actor, 'session.created', {
        sessionId: id,
        subjectId: id,
        data: { ordinal: input.ordinal, dates: printDateRange(input.startsOn, input.endsOn) },
      })
      return slug
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('invalid', 'ordinalTaken', {}, 'ordinal')
    throw error
  }
}

/**
 * Changes title, kind, format and place of a session; dates are changed by `postponeSession` only. Idempotent: a session
 * that stays the same is not recorded again.
 */
export function changeSession(actor: SignedIn, input: ChangeSession): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, version, ...change } = input
    const session = await lockSession(tx, actor, sessionId, version)
    if (isUnchanged(session, change)) return session.slug
    if (session.kind !== change.kind) await requireNoConsolidation(tx, sessionId)
    await tx.session.update({ where: { id: sessionId }, data: change })
    await record(tx, actor, 'session.changed', { sessionId, subjectId: sessionId })
    return session.slug
  })
}

/** Gives a session new dates. The earlier dates are kept with the reason. */
export function postponeSession(actor: SignedIn, input: PostponeSession): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, version, startsOn, endsOn, reason } = input
    const session = await lockSession(tx, actor, sessionId, version)
    const before = printDateRange(session.startsOn, session.endsOn)
    const dates = printDateRange(startsOn, endsOn)
    if (before === dates) throw new Refused('invalid', 'datesSame', {}, 'startsOn')
    await setDates(tx, sessionId, { startsOn, endsOn, reason })
    const data = { before, dates, reason }
    await record(tx, actor, 'session.postponed', { sessionId, subjectId: sessionId, data })
    return session.slug
  })
}

type LockedSession = Prisma.SessionGetPayload<object>

/**
 * Increments the version of a session, which locks the row. Refuses with `conflict` if the version is not
 * the one that was read, and actors who may not change the session.
 */
export function lockSession(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  version: number,
): Promise<LockedSession> {
  authorize(canChangeSession(actor, sessionId), 'secretariatOnly')
  return raiseVersion(tx, sessionId, version)
}

/** The same for acts that ask for rights of their own. */
export async function raiseVersion(
  tx: Tx,
  sessionId: string,
  version: number,
): Promise<LockedSession> {
  noteLock(tx, 'Session')
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, version },
    data: { version: { increment: 1 } },
  })
  const session = orNotFound(await tx.session.findUnique({ where: { id: sessionId } }))
  if (count === 0) throw new Refused('conflict', 'sessionChanged')
  return session
}

async function requireNoConsolidation(tx: Tx, sessionId: string): Promise<void> {
  const list = await tx.consolidatedList.findUnique({ where: { sessionId } })
  if (list) throw new Refused('conflict', 'kindFixed', {}, 'kind')
}

/** "sixth-session-2020" */
export const sessionSlug = ({ ordinal, startsOn }: { ordinal: number; startsOn: Date }): string =>
  `${ordinalWord(ordinal)}-session-${startsOn.getUTCFullYear()}`

/** A slug, with a figure behind it if a session of another group has it. */
export async function freeSlug(tx: Tx, plain: string): Promise<string> {
  const sessions = await tx.session.findMany({
    where: { slug: { startsWith: plain } },
    select: { slug: true },
  })
  const slugs = new Set(sessions.map(({ slug }) => slug))
  let slug = plain
  for (let figure = 2; slugs.has(slug); figure++) slug = `${plain}-${figure}`
  return slug
}
