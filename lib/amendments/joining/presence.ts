import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { enter, leave, listPresent } from '@/lib/proposals/presence'
import type { AtDesk } from './desk'

/** The topic of a desk's changes and its people. */
export const joiningTopic = (proposalId: string) => `joining:${proposalId}`

const deskOf = (proposalId: string) => ({ id: proposalId, topic: joiningTopic(proposalId) })

/** Notes that somebody has the desk open. Returns the time by which `leaveDesk` knows that nobody came back meanwhile. */
export const enterDesk = (actor: SignedIn, proposalId: string): Promise<Date> =>
  enter(actor, deskOf(proposalId))

/** Somebody closed the desk that was opened then, in the last of the windows in which it stood open. */
export const leaveDesk = (actor: SignedIn, proposalId: string, since: Date): Promise<void> =>
  leave(actor, deskOf(proposalId), since)

/**
 * The desk's saved version and the people who have it open, as the JSON of the live stream. Unchecked:
 * the caller must have authorized the actor.
 */
export async function loadDeskPresence(proposalId: string): Promise<string> {
  const [joining] = await db.joining.findMany({
    where: { proposalId, submittedAt: null },
    orderBy: { baseNumber: 'desc' },
    take: 1,
    select: { version: true, updatedById: true },
  })
  const present = await listPresent(proposalId)
  const people = await db.person.findMany({
    where: {
      id: {
        in: [joining?.updatedById, ...present].filter(isString),
      },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  const at: AtDesk = {
    version: joining?.version ?? 0,
    savedBy: people.find(({ id }) => id === joining?.updatedById)?.name ?? '',
    present: people.filter(({ id }) => present.includes(id)),
  }
  return JSON.stringify(at)
}

const isString = (id: string | undefined): id is string => id !== undefined
