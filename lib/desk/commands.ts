import 'server-only'
import { clockTime } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { announce, deskTopic } from '@/lib/live/announce'
import type { MarkRow, OneRow } from './schema'

/**
 * Marks a row of the actor's own desk as done, up to the version that they saw: a later event of the matter brings the
 * row back. The mark never goes back, but by `putBackRow`, and never past the present. Only the actor's desk changes.
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

/** Takes the mark of a row of the actor's own desk away: a row that was put away by mistake stands there again, as new. */
export function putBackRow(actor: SignedIn, { subject }: OneRow): Promise<void> {
  return transaction(actor, async (tx) => {
    const { personId } = actor
    await tx.deskMark.deleteMany({ where: { personId, subject } })
    await announce(tx, deskTopic(personId))
  })
}
