import 'server-only'
import type {
  CompiledCirculation,
  CompiledComment,
  ResponseView,
} from '@/lib/circulation/compilation/views'
import { chainEnds } from '@/lib/circulation/comments/reading/chain'
import { db, read } from '@/lib/db/client'
import { attributionOf, onBehalfSql } from '@/lib/sessions/attribution/view'

type CommentRow = Omit<CompiledComment, 'response' | 'draft' | 'isGone'>
type ResponseRow = { [Key in keyof ResponseView as `response_${Key}`]: ResponseView[Key] | null }

/**
 * The comments of these ids for their reader, in the order of the ids. A retracted comment has no words for anybody; a
 * withdrawn one, and what a withdrawn or retracted one had replaced, has words for the officers and its own delegation
 * alone. The words of the reply go with those of the comment. Unchecked: `visibleComments` chooses the ids.
 */
export async function readComments(
  { seesAll, delegationId }: CompiledCirculation,
  ids: readonly string[],
): Promise<CompiledComment[]> {
  const rows = await read<CommentRow & ResponseRow>`
    SELECT c.id, c."delegationId", d.name, ${onBehalfSql(attributionOf('c'))} AS "onBehalf", e.kind,
      d."sortKey", c.category, c.position, c.language, c."passageText" AS passage, c.text, c."wordingText",
      c."releasedAt", c."receivedAt", c.late, c."enteredBySecretariat", c."replacedById", c."withdrawnAt",
      c."retractedAt", CASE WHEN EXISTS (SELECT 1 FROM "Representative" m WHERE m."personId" = c."retractedById"
        AND m."delegationId" = c."delegationId") THEN 'delegation' ELSE 'secretariat' END AS "retractedBy",
      r.text AS response_text, r.outcome AS response_outcome,
      r."takenIntoId" AS "response_takenIntoId", r."takenBackAt" AS "response_takenBackAt",
      r."releasedAt" AS "response_releasedAt", r.reply AS response_reply, r."replyText" AS "response_replyText",
      r."repliedAt" AS "response_repliedAt"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS chosen (id, place)
      JOIN "CirculationComment" c ON c.id = chosen.id JOIN "Delegation" d ON d.id = c."delegationId"
      JOIN "Entity" e ON e.id = d."entityId" LEFT JOIN "Response" r ON r."commentId" = c.id
    ORDER BY chosen.place`
  const readsAll = (row: CommentRow) => seesAll || row.delegationId === delegationId
  const ends = await chainEnds(rows.filter((row) => !readsAll(row)))
  return rows.map((row) => {
    const isEnded = row.withdrawnAt !== null || ends.has(row.id)
    const isGone = row.retractedAt !== null || (isEnded && !readsAll(row))
    return {
      id: row.id,
      delegationId: row.delegationId,
      name: row.name,
      onBehalf: row.onBehalf,
      kind: row.kind,
      sortKey: row.sortKey,
      category: row.category,
      position: row.position,
      language: row.language,
      passage: isGone ? null : row.passage,
      text: isGone ? '' : row.text,
      wordingText: isGone ? null : row.wordingText,
      releasedAt: row.releasedAt,
      receivedAt: row.receivedAt,
      late: row.late,
      enteredBySecretariat: row.enteredBySecretariat,
      replacedById: row.replacedById,
      withdrawnAt: row.withdrawnAt,
      retractedAt: row.retractedAt,
      retractedBy: row.retractedBy,
      isGone,
      response: responseOf(row, { hasText: !isGone || readsAll(row), hasReply: !isGone }),
      draft: null,
    }
  })
}

/** The response of a row; null if the comment has none. Words that the reader may not see are empty. */
const responseOf = (
  row: ResponseRow,
  { hasText, hasReply }: { hasText: boolean; hasReply: boolean },
): ResponseView | null =>
  row.response_outcome && row.response_releasedAt
    ? {
        text: (hasText && row.response_text) || '',
        outcome: row.response_outcome,
        takenIntoId: row.response_takenIntoId,
        takenBackAt: row.response_takenBackAt,
        releasedAt: row.response_releasedAt,
        reply: row.response_reply,
        replyText: (hasReply && row.response_replyText) || '',
        repliedAt: row.response_repliedAt,
      }
    : null

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
