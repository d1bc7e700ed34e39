import { htmlPage, type PaperLink } from '@/lib/html/frame'
import {
  element,
  html,
  inLanguage,
  joinHtml,
  linesOfHtml,
  type SafeHtml,
} from '@/lib/html/safe-html'
import type { Lineage } from './lineage'
import { lineageSvg } from './lineage-svg'
import { type LineageRow, lineageRows, lineageWords } from './lineage-labels'
import type { Translate } from '@/lib/consolidation/outputs/list-document'

/** The drawing and its table as a page without script. */
export function lineagePage(lineage: Lineage, t: Translate, links: readonly PaperLink[]): string {
  const words = lineageWords(lineage, t)
  const columns = ['from', 'items', 'to'].map((key) => t(`lineageOf.${key}`))
  const notice = t('list.notice')
  return htmlPage({
    title: t('lineageOf.title'),
    links,
    broad: true,
    content: html`<h1>${t('lineageOf.title')}</h1>
${notice && html`<p class="notice">${notice}</p>`}
<p>${t('lineageOf.about')}</p>
<div class="wide">${lineageSvg(lineage, words)}</div>
<table class="ledger"><caption>${t('lineageOf.table')}</caption>
<colgroup><col width="25%"><col width="60%"><col width="15%"></colgroup>
<thead><tr>${columns.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${joinHtml(
  lineageRows(lineage, words).map((row) => bandRow(row, columns)),
  '\n',
)}
</tbody></table>`,
  })
}

function bandRow({ id, from, items, to }: LineageRow, columns: readonly string[]): SafeHtml {
  const listItems = items.map(
    ({ number, text, language }) =>
      html`<li>${number} ${element('span', inLanguage(language), linesOfHtml(text))}</li>`,
  )
  const cells = [html`${from}`, html`<ul>${listItems}</ul>`, html`${to.label}`]
  const row = cells.map((cell, index) => element('td', { 'data-head': columns[index]! }, cell))
  return element('tr', { id }, row)
}
