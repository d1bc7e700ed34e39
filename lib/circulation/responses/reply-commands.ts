import 'server-only'
import { clockTime } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { lockComment } from './load'
import { canReplyToResponse } from './policy'
import type { ReplyToResponse } from './schema'

/**
 * The commenter says whether it accepts the response or maintains its comment. Once: a second reply is refused. Refuses
 * a person who may not submit; the comment of another delegation is not found.
 */
export function replyToResponse(
  actor: SignedIn,
  { commentId, reply, replyText }: ReplyToResponse,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const comment = await lockComment(tx, actor, commentId)
    requireAllowed(canReplyToResponse(actor, comment))
    const { count } = await tx.response.updateMany({
      where: { commentId, reply: null },
      data: { reply, replyText, repliedAt: await clockTime(tx), repliedById: actor.personId },
    })
    if (count === 0) throw new Refused('conflict', 'repliedBefore')
    await record(tx, actor, 'response.replied', {
      sessionId: comment.sessionId,
      subjectId: commentId,
      data: { reply },
      ...(replyText && { textHash: sha256(replyText) }),
    })
  })
}
