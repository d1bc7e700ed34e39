import { htmlEntries } from '@/lib/export/html/entries'
import { element, escape, inLanguage } from '@/lib/export/html/escape'
import { htmlPage, type PaperLink } from '@/lib/export/html/frame'
import { htmlMasthead, htmlTitle } from '@/lib/export/html/masthead'
import { htmlRuns, type Notes } from '@/lib/export/html/runs'
import { type EntryLine, type Line, lines } from '@/lib/export/lines'
import type { Paper, Table } from '@/lib/export/paper'

/**
 * The paper as a page of its own that reads on a small screen and prints as it should. It holds no script and no style of
 * its own but links a style sheet, so that the strictest policy lets it pass; every word of the paper is escaped.
 */
export function paperToHtml(
  paper: Paper,
  { stylesheet, links }: { stylesheet?: string; links?: readonly PaperLink[] } = {},
): string {
  const { masthead, language } = paper
  const notes: Notes = []
  const title = htmlTitle(paper, notes)
  const text = htmlLines(lines(paper), paper, notes)
  const foot = notes.map(({ html }) => html).join('\n')
  return htmlPage({
    title: `${masthead.symbol} ${paper.title}`,
    language,
    links,
    stylesheet,
    markup: `${htmlMasthead(paper)}
${title}
${onEachPage(paper, text)}
${foot && `<section class="notes">\n${foot}\n</section>`}
${masthead.jobNumber ? `<p class="job-number">${escape(masthead.jobNumber)}</p>` : ''}`,
  })
}

/** What browsers repeat on each printed page is the head of a table; to a reader the table is nothing. */
const onEachPage = (
  { masthead, notice }: Paper,
  text: string,
): string => `<table class="sheet" role="presentation">
<thead><tr><td>${element('p', { class: 'running' }, escape(masthead.symbol))}${
  notice ? element('p', { class: 'notice' }, escape(notice)) : ''
}</td></tr></thead>
<tbody><tr><td>
${text}
</td></tr></tbody>
</table>`

function htmlLines(all: readonly Line[], { language }: Paper, notes: Notes): string {
  const out: string[] = []
  let entries: EntryLine[] = []
  const flush = () => {
    if (entries.length) out.push(htmlEntries(entries, language, notes))
    entries = []
  }
  for (const line of all) {
    if (line.kind === 'entry') {
      entries.push(line)
      continue
    }
    flush()
    if (line.kind === 'table') out.push(htmlTable(line.table, notes))
    else {
      const label = line.label && `<span class="label">${escape(line.label)} </span>`
      out.push(element(`h${line.level + 1}`, {}, label + escape(line.text)))
    }
  }
  flush()
  return out.join('\n')
}

function htmlTable(table: Table, notes: Notes): string {
  const head = table.columns.map(({ title }) => `<th scope="col">${escape(title)}</th>`)
  const rows = table.rows.map((cells) => {
    const written = cells.map(
      (cell, index) =>
        `<td data-head="${escape(table.columns[index]?.title ?? '')}" dir="auto">${cell
          .map(({ runs, language }) => element('p', inLanguage(language), htmlRuns(runs, notes)))
          .join('')}</td>`,
    )
    return `<tr>${written.join('')}</tr>`
  })
  const caption = table.title ? `<caption>${escape(table.title)}</caption>` : ''
  return `<div class="wide"><table class="ledger">${caption}${htmlWidths(table)}<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`
}

/** The columns' shares of the whole, where any is given. */
function htmlWidths({ columns }: Table): string {
  if (columns.every(({ width }) => width === undefined)) return ''
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  const shares = columns.map(
    ({ width = 1 }) => `<col width="${Math.round((100 * width) / whole)}%">`,
  )
  return `<colgroup>${shares.join('')}</colgroup>`
}
