import 'server-only'
import { sharedColumns } from '@/lib/circulation/comments/reading/columns'
import { readCommenters } from '@/lib/circulation/comments/reading/commenters'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
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
 * The rows for their reader, in the same order. A retracted comment has no words for anybody; a withdrawn one has words
 * for the officers and its own delegation alone.
 */
export async function compileComments(
  { seesAll, delegationId }: CompiledCirculation,
  rows: readonly Row[],
): Promise<CompiledComment[]> {
  const commenterOf = await readCommenters(rows)
  return rows.map((row) => {
    const reads = seesAll || row.delegationId === delegationId
    const isGone = row.retractedAt !== null || (row.withdrawnAt !== null && !reads)
    const { name, sortKey, kind, onBehalf } = commenterOf(row)
    return {
      id: row.id,
      delegationId: row.delegationId,
      name,
      onBehalf,
      kind,
      sortKey,
      category: row.category,
      position: row.position,
      language: row.language,
      passage: isGone ? null : row.passageText,
      text: isGone ? '' : row.text,
      wordingText: isGone ? null : row.wordingText,
      releasedAt: row.releasedAt,
      receivedAt: row.receivedAt,
      late: row.late,
      enteredBySecretariat: row.enteredBySecretariat,
      replacedById: row.replacedById,
      withdrawnAt: row.withdrawnAt,
      retractedAt: row.retractedAt,
      response: row.response,
      draft: null,
    }
  })
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
