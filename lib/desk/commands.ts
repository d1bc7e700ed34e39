import 'server-only'
import { clockTime } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { announce, deskTopic } from '@/lib/live/announce'
import type { MarkRow } from './schema'

/**
 * Remembers that the actor is done with a row of their own desk, as far as they were shown it: what happens to the
 * matter later brings the row back. It never goes back and never past the present. Only the actor's desk changes.
 */
export function markRow(actor: SignedIn, { subject, until }: MarkRow): Promise<void> {
  return transaction(actor, async (tx) => {
    const { personId } = actor
    const now = await clockTime(tx)
    const untilTime = new Date(until)
    const markedAt = untilTime < now ? untilTime : now
    const key = { personId_subject: { personId, subject } }
    const before = await tx.deskMark.findUnique({ where: key })
    if (before && before.markedAt >= markedAt) return
    await tx.deskMark.upsert({
      where: key,
      create: { personId, subject, markedAt },
      update: { markedAt },
    })
    await announce(tx, deskTopic(personId))
  })
}
