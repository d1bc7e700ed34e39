import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import type { CompiledCirculation, OutlineEntry } from '@/lib/circulation/compilation/views'
import { onBehalfJson } from '@/lib/sessions/attribution/attribution'
import { toJson } from '@/lib/export/json'

/** The compilation as JSON, comment by comment: `{ format, version, circulation, comments: [...] }`. */
export async function* compilationJson(
  circulation: CompiledCirculation,
  batches: AsyncIterable<readonly ListedComment[]>,
): AsyncGenerator<string> {
  const { id, title, openUntil } = circulation
  const head = toJson({
    circulation: { id, title, openUntil },
    format: 'stocktake-comments',
    version: 1,
  })
  yield `${head.slice(0, head.lastIndexOf('}')).trimEnd()},\n  "comments": [`
  let isFirst = true
  for await (const batch of batches) {
    const texts = batch.map((comment) => toJson(commentJson(comment)).trimEnd())
    if (texts.length === 0) continue
    yield `${isFirst ? '\n' : ',\n'}${texts.join(',\n')}`
    isFirst = false
  }
  yield isFirst ? ']\n}\n' : '\n  ]\n}\n'
}

/** One comment; README.md explains the names of its keys. */
export const commentJson = (comment: ListedComment) => ({
  id: comment.id,
  entity: comment.name,
  entityKind: comment.kind,
  onBehalfOf: onBehalfJson(comment.onBehalf),
  target: targetJson(comment.entry),
  category: comment.category,
  position: comment.position,
  language: comment.language,
  passage: comment.passage,
  text: comment.text,
  wording: comment.wordingText,
  receivedAt: comment.receivedAt,
  releasedAt: comment.releasedAt,
  late: comment.late,
  enteredBySecretariat: comment.enteredBySecretariat,
  replacedBy: comment.replacedById,
  withdrawnAt: comment.withdrawnAt,
  retractedAt: comment.retractedAt,
  response: comment.response?.text ?? null,
  outcome: comment.response?.outcome ?? null,
  respondedAt: comment.response?.releasedAt ?? null,
  takenInto: comment.response?.takenIntoId ?? null,
  reply: comment.response?.reply ?? null,
  replyText: comment.response?.replyText ?? null,
  repliedAt: comment.response?.repliedAt ?? null,
})

const targetJson = ({ target, sessionOrdinal, heading, number, importedNumber }: OutlineEntry) => ({
  kind: target.kind,
  id: 'id' in target ? target.id : null,
  session: sessionOrdinal,
  heading: target.kind === 'other' ? null : heading || null,
  number: number || null,
  printedAs: importedNumber,
  subject: target.kind === 'other' ? target.subject : null,
})
