import 'server-only'
import { db } from '@/lib/db/client'

/** The topic under which releases, replacements and withdrawals on a proposal are announced. */
export const commentsTopic = (proposalId: string): string => `comments:${proposalId}`

/** A number that every release, replacement and withdrawal raises. Unchecked: the caller must have authorized the actor. */
export async function loadCommentsStamp(proposalId: string): Promise<string> {
  const { _count } = await db.comment.aggregate({
    where: { proposalId },
    _count: { id: true, replacedById: true, withdrawnAt: true },
  })
  return String(_count.id + _count.replacedById + _count.withdrawnAt)
}
