import { endSentences, timeAtSeat } from '@/lib/circulation/compilation/ends'
import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import { targetName } from '@/lib/circulation/compilation/target-name'
import type { CompiledCirculation } from '@/lib/circulation/compilation/views'
import { writtenLanguage } from '@/lib/text/language'
import { element, html, inLanguage, linesOfHtml, type SafeHtml } from '@/lib/html/safe-html'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'
import { marks } from '@/lib/circulation/compilation/marks'
import { fileLead } from './lead'

/** Its own style: a file that is opened from a disk has no other. */
const STYLE = `body{font:16px/1.5 serif;margin:2rem;color-scheme:light dark}table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}
th,td{border:1px solid #8b8679;padding:.4rem;vertical-align:top;text-align:start;overflow-wrap:anywhere}ins{font-weight:bold}`

/** The compilation as one page: item by item, a table of comments. */
export async function* compilationHtml(
  circulation: CompiledCirculation,
  batches: AsyncIterable<readonly ListedComment[]>,
): AsyncGenerator<string> {
  const t = translations('compilation')
  const title = `${t('title')}: ${circulation.title}`
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${fileLead(circulation)}</p>
`.text
  let open: string | null = null
  for await (const batch of batches) {
    const parts: string[] = []
    for (const comment of batch) {
      if (comment.entry.key !== open) {
        if (open !== null) parts.push('</tbody></table>\n')
        parts.push(headOf(comment).text)
        open = comment.entry.key
      }
      parts.push(rowOf(comment).text)
    }
    yield parts.join('')
  }
  yield `${open === null ? '' : '</tbody></table>\n'}</body>\n</html>\n`
}

function headOf({ entry }: ListedComment): SafeHtml {
  const t = translations('compilation')
  const heads = ['entity', 'position', 'comment', 'wording', 'response'].map(
    (key) => html`<th scope="col">${t(`columns.${key}`)}</th>`,
  )
  const text = entry.text && element('p', inLanguage(entry.language), linesOfHtml(entry.text))
  return html`<h2>${targetName(entry)}</h2>
${text}<table><thead><tr>${heads}</tr></thead><tbody>
`
}

function rowOf(comment: ListedComment): SafeHtml {
  const t = translations('compilation')
  const tc = translations('comments')
  const { id, name, language, passage, text, wordingText, response } = comment
  const ofItem = inLanguage(comment.entry.language)
  const written = (words: string) => inLanguage(writtenLanguage(words, language))
  const ends = [
    ...(comment.late ? [t('late')] : []),
    ...(comment.enteredBySecretariat ? [t('entered')] : []),
    ...endSentences(comment),
    ...(comment.replacedById ? [t('replaced')] : []),
  ].map((end) => html`<p><em>${end}</em></p>`)
  const marked =
    wordingText !== null &&
    marks(comment.entry.text, wordingText, comment.entry.language).map((run) =>
      run.change
        ? element(run.change === 'inserted' ? 'ins' : 'del', {}, linesOfHtml(run.text))
        : linesOfHtml(run.text),
    )
  return html`<tr id="comment-${id}"><th scope="row">${withGroup(name, comment.onBehalf)}</th>
<td>${tc(`positions.${comment.position}`)}<br>${tc(`categories.${comment.category}`)}<br>${timeAtSeat(comment.receivedAt)}</td>
<td>${ends}${passage && element('blockquote', ofItem, linesOfHtml(passage))}${text && element('p', written(text), linesOfHtml(text))}</td>
<td>${marked && element('p', ofItem, html`${marked}`)}</td>
<td>${response && html`<p><strong>${t(`outcomes.${response.outcome}`)}</strong></p>`}${response?.text && element('p', { dir: 'auto' }, linesOfHtml(response.text))}${response?.reply && html`<p>${t(`replies.${response.reply}`, { name })}</p>`}${response?.replyText && element('p', written(response.replyText), linesOfHtml(response.replyText))}</td></tr>
`
}
