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
 * A row as its reader sees it. What was retracted has no words any more, for anybody; what was withdrawn has none but for
 * the officers and its own delegation.
 */
export const compiledFor =
  ({ seesAll, own }: CompiledCirculation) =>
  (row: Row): CompiledComment => {
    const reads = seesAll || row.delegationId === own
    const gone = row.retractedAt !== null || (row.withdrawnAt !== null && !reads)
    const { name, kind, sortKey } = commenterOf(row.delegation)
    // Written out, as a page may have hundreds and copying all properties of a row is slow.
    return {
      id: row.id,
      delegationId: row.delegationId,
      name,
      onBehalf: readOnBehalf(row.attribution),
      kind,
      sortKey,
      category: row.category,
      position: row.position,
      language: row.language,
      passage: gone ? null : row.passageText,
      text: gone ? '' : row.text,
      wordingText: gone ? null : row.wordingText,
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
  }

/** The same comments with the responses in the making. The caller has asked whether the reader writes responses. */
export async function withDrafts(comments: readonly CompiledComment[]): Promise<CompiledComment[]> {
  const drafts = await db.responseDraft.findMany({
    where: { commentId: { in: comments.filter((one) => !one.response).map(({ id }) => id) } },
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
  return comments.map((one) => ({ ...one, draft: byComment.get(one.id) ?? null }))
}
