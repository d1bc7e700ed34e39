import 'server-only'
import { subMilliseconds } from 'date-fns/subMilliseconds'
import { clockTime, databaseTime, db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { announce } from '@/lib/live/announce'

/** A stream ends within twenty minutes and reconnects: a person not seen for longer is gone. */
const GONE = 21 * 60_000

/** A subject that can be open: a draft or a desk by its id, and the topic of the notifications of its changes. */
type OpenSubject = { id: string; topic: string }

/** Notes that somebody has the subject open. Returns the time by which `leave` knows that nobody came back meanwhile. */
export function enter(actor: SignedIn, { id, topic }: OpenSubject): Promise<Date> {
  return transaction(actor, async (tx) => {
    const seenAt = await databaseTime(tx)
    const key = { subjectId: id, personId: actor.personId }
    await tx.presence.upsert({
      where: { subjectId_personId: key },
      create: { ...key, seenAt },
      update: { seenAt },
    })
    await announce(tx, topic)
    return seenAt
  })
}

/** Notes that somebody closed the subject opened at `since`, in the last of their open windows. */
export function leave(actor: SignedIn, { id, topic }: OpenSubject, since: Date): Promise<void> {
  return transaction(actor, async (tx) => {
    const result = await tx.presence.deleteMany({
      where: { subjectId: id, personId: actor.personId, seenAt: { lte: since } },
    })
    if (result.count > 0) await announce(tx, topic)
  })
}

/** The ids of the people who have it open. Unchecked: the caller must have authorized the actor. */
export async function listPresent(id: string): Promise<string[]> {
  const since = subMilliseconds(await clockTime(db), GONE)
  const present = await db.presence.findMany({
    where: { subjectId: id, seenAt: { gt: since } },
    select: { personId: true },
  })
  return present.map(({ personId }) => personId)
}

/** A stream that ends and reconnects is no departure. */
const GRACE = 3_000

/** Says that the actor has the subject open for as long as the request lasts. */
export async function stayWhile(
  request: Request,
  actor: SignedIn,
  subject: OpenSubject,
): Promise<void> {
  const since = await enter(actor, subject)
  request.signal.addEventListener('abort', () =>
    setTimeout(() => {
      leave(actor, subject, since).catch((error: unknown) =>
        console.error('Who left could not be told:', subject.id, error),
      )
    }, GRACE),
  )
}
