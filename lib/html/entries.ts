import { closingOf, type EntryLine } from '@/lib/export/lines'
import type { Language, Paragraph } from '@/lib/export/paper'
import { htmlChange, htmlRuns, type Notes } from './runs'
import { html, inLanguage, openingTag, type SafeHtml } from './safe-html'

/** Entries as lists within each other. Their numbers are words of the text, so that they are copied and read with it. */
export function htmlEntries(
  lines: readonly EntryLine[],
  language: Language,
  notes: Notes,
): SafeHtml {
  const out: SafeHtml[] = []
  let open = -1
  const close = (depth: number) => {
    for (; open > Math.max(depth, 0); open -= 1) out.push(html`</li></ol>`)
    if (open > depth) out.push(html`</div>`)
  }
  for (const line of lines) {
    const { depth } = line
    close(depth)
    if (open === depth) out.push(depth === 0 ? html`</div>` : html`</li>`)
    else if (depth > 0) out.push(html`<ol class="items" role="list">`)
    open = depth
    out.push(entryTag(depth === 0 ? 'div' : 'li', line), htmlText(line, language, notes))
  }
  close(-1)
  return html`${out}`
}

const entryTag = (name: string, { entry, depth, anchor, label }: EntryLine): SafeHtml =>
  openingTag(name, {
    class: `entry depth-${depth}${label ? '' : ' unnumbered'}`,
    id: anchor,
    ...inLanguage(entry.language),
  })

function htmlText(line: EntryLine, language: Language, notes: Notes): SafeHtml {
  const paragraphs = line.entry.text.length ? line.entry.text : [{ runs: [] }]
  const words = paragraphs.map(
    (paragraph, index) =>
      html`${htmlRuns(paragraph.runs, notes)}${htmlEnd(paragraph, index === paragraphs.length - 1)}`,
  )
  return html`<p>${htmlLabel(line)}${words}${closingOf(line, language)}</p>`
}

/** The end of a paragraph before the next: a new one, or the sign of a break that a State inserted or deleted. */
const htmlEnd = ({ end }: Paragraph, last: boolean): SafeHtml | false =>
  !last && (end ? html`${htmlChange(end, '¶')}<br>` : html`</p><p>`)

function htmlLabel({ label, latin, depth }: EntryLine): SafeHtml | false {
  if (!label) return false
  const words =
    latin && depth === 0
      ? html`${label.slice(0, -1)} <i>${latin}</i>.`
      : html`${label}${latin && html` <i>${latin}</i>`}`
  return html`<span class="label">${words} </span>`
}
