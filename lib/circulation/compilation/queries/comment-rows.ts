import 'server-only'
import { commenterOf, sharedColumns } from '@/lib/circulation/comments/reading/columns'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { readOnBehalf } from '@/lib/sessions/attribution/view'
import type { CompiledCirculation, CompiledComment } from '@/lib/circulation/compilation/views'

export const commentColumns = {
  ...sharedColumns,
  wordingText: true,
  response: {
    select: {
      text: true,
      outcome: true,
      takenIntoId: true,
      takenBackAt: true,
      releasedAt: true,
      reply: true,
      replyText: true,
      repliedAt: true,
    },
  },
} satisfies Prisma.CirculationCommentSelect

type Row = Prisma.CirculationCommentGetPayload<{ select: typeof commentColumns }>

/**
 * A row for its reader. A retracted comment has no words for anybody; a withdrawn one has words for the officers and
 * its own delegation alone.
 */
export const compiledFor =
  ({ seesAll, delegationId }: CompiledCirculation) =>
  ({ delegation, attribution, passageText, ...row }: Row): CompiledComment => {
    const reads = seesAll || row.delegationId === delegationId
    const isGone = row.retractedAt !== null || (row.withdrawnAt !== null && !reads)
    return {
      ...row,
      ...commenterOf(delegation),
      onBehalf: readOnBehalf(attribution),
      passage: isGone ? null : passageText,
      text: isGone ? '' : row.text,
      wordingText: isGone ? null : row.wordingText,
      draft: null,
    }
  }

/** The same comments with the responses in the making. The caller has asked whether the reader writes responses. */
export async function withDrafts(comments: readonly CompiledComment[]): Promise<CompiledComment[]> {
  const drafts = await db.responseDraft.findMany({
    where: {
      commentId: { in: comments.filter((comment) => !comment.response).map(({ id }) => id) },
    },
    select: {
      commentId: true,
      text: true,
      outcome: true,
      takenIntoId: true,
      takenBackAt: true,
      version: true,
      updatedBy: { select: { name: true } },
    },
  })
  const byComment = new Map(
    drafts.map(({ commentId, updatedBy, ...draft }) => [
      commentId,
      { ...draft, writtenBy: updatedBy.name },
    ]),
  )
  return comments.map((comment) => ({ ...comment, draft: byComment.get(comment.id) ?? null }))
}
