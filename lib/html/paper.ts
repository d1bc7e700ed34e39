import { type EntryLine, type Line, lines } from '@/lib/export/lines'
import type { Paper, Table } from '@/lib/export/paper'
import { htmlEntries } from './entries'
import { htmlPage, type PaperLink } from './frame'
import { htmlMasthead, htmlTitle } from './masthead'
import { htmlRuns, type Notes } from './runs'
import { element, html, inLanguage, joinHtml, type SafeHtml } from './safe-html'

/**
 * The paper as a separate page for small screens and for print. It has no script and no inline style but links a style
 * sheet, so that the strictest policy lets it pass; every word of the paper is escaped.
 */
export function paperToHtml(
  paper: Paper,
  { stylesheet, links }: { stylesheet?: string; links?: readonly PaperLink[] } = {},
): string {
  const { masthead, language } = paper
  const notes: Notes = []
  const title = htmlTitle(paper, notes)
  const text = htmlLines(lines(paper), paper, notes)
  const foot = joinHtml(
    notes.map((note) => note.html),
    '\n',
  )
  return htmlPage({
    title: `${masthead.symbol} ${paper.title}`,
    language,
    links,
    stylesheet,
    content: html`${htmlMasthead(paper)}
${title}
${onEachPage(paper, text)}
${notes.length > 0 && html`<section class="notes">\n${foot}\n</section>`}
${masthead.jobNumber && html`<p class="job-number">${masthead.jobNumber}</p>`}`,
  })
}

/** Browsers repeat the head of a table on each printed page; to a reader the table is nothing. */
const onEachPage = (
  { masthead, notice }: Paper,
  text: SafeHtml,
): SafeHtml => html`<table class="sheet" role="presentation">
<thead><tr><td><p class="running">${masthead.symbol}</p>${
  notice && html`<p class="notice">${notice}</p>`
}</td></tr></thead>
<tbody><tr><td>
${text}
</td></tr></tbody>
</table>`

function htmlLines(lines: readonly Line[], { language }: Paper, notes: Notes): SafeHtml {
  const out: SafeHtml[] = []
  let entries: EntryLine[] = []
  const flush = () => {
    if (entries.length) out.push(htmlEntries(entries, language, notes))
    entries = []
  }
  for (const line of lines) {
    if (line.kind === 'entry') {
      entries.push(line)
      continue
    }
    flush()
    if (line.kind === 'table') out.push(htmlTable(line.table, notes))
    else {
      const label = line.label && html`<span class="label">${line.label} </span>`
      out.push(element(`h${line.level + 1}`, {}, html`${label}${line.text}`))
    }
  }
  flush()
  return joinHtml(out, '\n')
}

function htmlTable(table: Table, notes: Notes): SafeHtml {
  const head = table.columns.map(({ title }) => html`<th scope="col">${title}</th>`)
  const rows = table.rows.map((cells) => {
    const htmlCells = cells.map(
      (cell, index) =>
        html`<td data-head="${table.columns[index]?.title}" dir="auto">${cell.map(
          ({ runs, language }) => element('p', inLanguage(language), htmlRuns(runs, notes)),
        )}</td>`,
    )
    return html`<tr>${htmlCells}</tr>`
  })
  const caption = table.title && html`<caption>${table.title}</caption>`
  return html`<div class="wide"><table class="ledger">${caption}${htmlWidths(table)}<thead><tr>${head}</tr></thead>
<tbody>
${joinHtml(rows, '\n')}
</tbody></table></div>`
}

/** The columns' shares of the whole, if any is given. */
function htmlWidths({ columns }: Table): SafeHtml | false {
  if (columns.every(({ width }) => width === undefined)) return false
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  const shares = columns.map(
    ({ width = 1 }) => html`<col width="${Math.round((100 * width) / whole)}%">`,
  )
  return html`<colgroup>${shares}</colgroup>`
}
