import 'server-only'
import { subMilliseconds } from 'date-fns/subMilliseconds'
import { clockTime, databaseTime, db } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { announce } from '@/lib/live/announce'
import type { AtDesk } from './desk'

/** What is announced when a desk changes, or who stands at it. */
export const joiningTopic = (proposalId: string) => `joining:${proposalId}`

/** A stream ends after two minutes and begins anew: whoever was not seen for longer is gone. */
const GONE = 150_000

/** Somebody has the desk open. Answers what `leaveDesk` needs to know that nobody came back meanwhile. */
export function enterDesk(actor: SignedIn, proposalId: string): Promise<Date> {
  return transaction(actor, async (tx) => {
    const seenAt = await databaseTime(tx)
    const key = { subjectId: proposalId, personId: actor.personId }
    await tx.presence.upsert({
      where: { subjectId_personId: key },
      create: { ...key, seenAt },
      update: { seenAt },
    })
    await announce(tx, joiningTopic(proposalId))
    return seenAt
  })
}

/** Somebody closed the desk that was opened then, in the last of the windows in which it stood open. */
export function leaveDesk(actor: SignedIn, proposalId: string, since: Date): Promise<void> {
  return transaction(actor, async (tx) => {
    const left = await tx.presence.deleteMany({
      where: { subjectId: proposalId, personId: actor.personId, seenAt: { lte: since } },
    })
    if (left.count > 0) await announce(tx, joiningTopic(proposalId))
  })
}

/**
 * The desk's saved version and the people who have it open, as the JSON of the live stream. Unchecked:
 * the caller must have authorized the actor.
 */
export async function lookAtDesk(proposalId: string): Promise<string> {
  const [joining] = await db.joining.findMany({
    where: { proposalId, submittedAt: null },
    orderBy: { baseNumber: 'desc' },
    take: 1,
    select: { version: true, updatedById: true },
  })
  const since = subMilliseconds(await clockTime(db), GONE)
  const present = await db.presence.findMany({
    where: { subjectId: proposalId, seenAt: { gt: since } },
    select: { personId: true },
  })
  const people = await db.person.findMany({
    where: {
      id: {
        in: [joining?.updatedById, ...present.map(({ personId }) => personId)].filter(isString),
      },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  const at: AtDesk = {
    version: joining?.version ?? 0,
    savedBy: people.find(({ id }) => id === joining?.updatedById)?.name ?? '',
    present: people.filter(({ id }) => present.some(({ personId }) => personId === id)),
  }
  return JSON.stringify(at)
}

const isString = (id: string | undefined): id is string => id !== undefined
