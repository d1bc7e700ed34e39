import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { takesWords } from './kinds'
import { type LockedComment, lockComment } from './load'

/**
 * Notes in which consolidated item a comment's wording stands now: on its released response, or on the one in the
 * making, which then proposes "taken up". In the transaction of the act that took the wording.
 */
export async function noteTaken(
  tx: Tx,
  actor: SignedIn,
  commentId: string,
  takenIntoId: string,
): Promise<void> {
  const response = await tx.response.findUnique({ where: { commentId } })
  if (response) {
    if (response.takenIntoId === null && takesWords(response.outcome))
      await tx.response.update({ where: { commentId }, data: { takenIntoId, takenBackAt: null } })
    return
  }
  const draft = await tx.responseDraft.findUnique({ where: { commentId } })
  const outcome = draft?.outcome ?? 'takenUp'
  await tx.responseDraft.upsert({
    where: { commentId },
    create: { commentId, outcome, takenIntoId, updatedById: actor.personId },
    update: {
      outcome,
      takenIntoId,
      takenBackAt: null,
      version: { increment: 1 },
      updatedById: actor.personId,
    },
  })
}

/**
 * Notes that the act which took a comment's wording into an item was undone: its response, released or draft, names no
 * item any more, and says since when. The text of a released response stays.
 */
export async function noteTakenBack(tx: Tx, commentId: string, takenIntoId: string): Promise<void> {
  const filter = { where: { commentId, takenIntoId } }
  const data = { takenIntoId: null, takenBackAt: await clockTime(tx) }
  await tx.response.updateMany({ ...filter, data })
  await tx.responseDraft.updateMany({
    ...filter,
    data: { ...data, outcome: null, version: { increment: 1 } },
  })
}

/** A comment that counts, with the wording that it proposes for an item of a list. */
type ProposedWording = LockedComment & { wording: unknown; itemId: string }

/**
 * Locks a comment for the act that takes its wording into the list. Refuses one without a wording, and one that was
 * replaced, withdrawn or retracted.
 */
export async function lockProposedWording(
  tx: Tx,
  actor: SignedIn,
  commentId: string,
): Promise<ProposedWording> {
  const comment = await lockComment(tx, actor, commentId)
  const { wording, itemId } = orNotFound(
    await tx.circulationComment.findUnique({
      where: { id: commentId },
      select: { wording: true, itemId: true },
    }),
  )
  if (wording === null || itemId === null) throw new Refused('conflict', 'noProposedWording')
  if (comment.replacedById || comment.withdrawnAt || comment.retractedAt)
    throw new Refused('conflict', 'commentEnded')
  return { ...comment, wording, itemId }
}
