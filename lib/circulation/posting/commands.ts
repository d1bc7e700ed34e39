import 'server-only'
import { tellRetracted } from '@/lib/circulation/comments/letters'
import { lockCirculation } from '@/lib/circulation/comments/load'
import { canRetract } from '@/lib/circulation/comments/policy'
import type { OneReleased } from '@/lib/circulation/comments/schema'
import { clockTime } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { isPosted } from './posted'

/**
 * Takes a posted comment down, for its delegation or for the Secretariat at its request: a line names the actor and the
 * time, and its words appear nowhere. Refuses an unposted comment, which its delegation withdraws.
 */
export function retractComment(
  actor: SignedIn,
  { id }: OneReleased,
): Promise<{ slug: string; circulationId: string }> {
  return transaction(actor, async (tx) => {
    const { circulationId, delegationId } = orNotFound(
      await tx.circulationComment.findUnique({
        where: { id },
        select: { circulationId: true, delegationId: true },
      }),
    )
    const circulation = await lockCirculation(tx, circulationId, delegationId)
    const comment = await tx.circulationComment.findUniqueOrThrow({ where: { id } })
    const now = await clockTime(tx)
    requireAllowed(
      canRetract(actor, circulation, { ...comment, isPosted: isPosted(circulation, now) }),
    )
    const { count } = await tx.circulationComment.updateMany({
      where: { id, withdrawnAt: null, retractedAt: null },
      data: { retractedAt: now, retractedById: actor.personId },
    })
    if (count === 0) throw new Refused('conflict', 'commentEnded')
    const { sessionId, slug } = circulation
    await record(tx, actor, 'circulation.commentRetracted', { sessionId, subjectId: id })
    if (!comment.replacedById) await announceChange(tx, [comment.attributionId], 'withdrawn')
    await tellRetracted(tx, circulation, { delegationId, retractedAt: now })
    return { slug, circulationId }
  })
}
