import type { ContentsList } from '@/lib/circulation/comments/reading/views'
import { addressOf } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { onBehalfJson } from '@/lib/sessions/attribution/attribution'
import { plainText } from '@/lib/text/document/document'
import { hasWords, type PostedCirculation, type PostedComment } from './views'

/** A public comment as machines read it. */
export const commentJson = (comment: PostedComment) => ({
  id: comment.id,
  entity: { id: comment.delegationId, name: comment.name, kind: comment.kind },
  onBehalfOf: onBehalfJson(comment.onBehalf),
  target: {
    kind: comment.target,
    ...(comment.itemId && { item: comment.itemId }),
    ...(comment.headingId && { heading: comment.headingId }),
    ...(comment.listId && { list: comment.listId }),
    ...(comment.subject && hasWords(comment) && { subject: comment.subject }),
  },
  ...(hasWords(comment) && {
    category: comment.category,
    position: comment.position,
    language: comment.language,
    passage: comment.passage,
    text: comment.text,
    wording: comment.wording && plainText(comment.wording),
  }),
  releasedAt: comment.releasedAt.toISOString(),
  receivedAt: comment.receivedAt.toISOString(),
  late: comment.late,
  enteredBySecretariat: comment.enteredBySecretariat,
  replacedBy: comment.replacedById,
  withdrawnAt: comment.withdrawnAt?.toISOString() ?? null,
  retractedAt: comment.retractedAt?.toISOString() ?? null,
  ...(comment.retractedAt && { retractedBy: comment.retractedBy }),
  response: comment.response && {
    outcome: comment.response.outcome,
    text: comment.response.text,
    releasedAt: comment.response.releasedAt.toISOString(),
    reply: comment.response.reply,
    replyText: comment.response.replyText,
  },
})

/** The circulated lists: symbols, headings and numbers of the ids that comments name. */
const listJson = ({ id, symbol, slug, ordinal, headings }: ContentsList) => ({
  id,
  symbol,
  session: ordinal,
  address: addressOf(paths.publicList(slug)),
  headings: headings.map(({ id: headingId, title, items }) => ({
    id: headingId,
    title,
    items: items.map((item) => ({
      id: item.id,
      number: item.number,
      ...(item.importedNumber && { printedAs: item.importedNumber }),
    })),
  })),
})

/** The circulated lists and all public comments on them as one JSON document, piece by piece. */
export async function* postedJson(
  { id, title, openUntil }: PostedCirculation,
  lists: readonly ContentsList[],
  batches: AsyncIterable<readonly PostedComment[]>,
): AsyncGenerator<string> {
  const about = { id, title, openUntil: openUntil.toISOString(), lists: lists.map(listJson) }
  yield `{"circulation":${JSON.stringify(about)},"comments":[`
  let isFirst = true
  for await (const batch of batches) {
    const text = batch.map((comment) => JSON.stringify(commentJson(comment))).join(',\n')
    yield `${isFirst ? '\n' : ',\n'}${text}`
    isFirst = false
  }
  yield '\n]}\n'
}
