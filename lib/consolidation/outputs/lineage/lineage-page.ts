import { element, escape, inLanguage } from '@/lib/export/html/escape'
import { htmlPage, type PaperLink } from '@/lib/export/html/frame'
import type { Lineage } from './lineage'
import { lineageSvg } from './lineage-svg'
import { type LineageRow, lineageRows, lineageWords } from './lineage-labels'
import type { Translate } from '@/lib/consolidation/outputs/list-document'

/** The drawing and its table as a page without script. */
export function lineagePage(lineage: Lineage, t: Translate, links: readonly PaperLink[]): string {
  const words = lineageWords(lineage, t)
  const columns = ['from', 'items', 'to'].map((key) => t(`lineageOf.${key}`))
  const heads = columns.map((title) => element('th', { scope: 'col' }, escape(title)))
  const notice = t('list.notice')
  return htmlPage({
    title: t('lineageOf.title'),
    links,
    broad: true,
    markup: `${element('h1', {}, escape(t('lineageOf.title')))}
${notice && element('p', { class: 'notice' }, escape(notice))}
${element('p', {}, escape(t('lineageOf.about')))}
<div class="wide">${lineageSvg(lineage, words)}</div>
<table class="ledger"><caption>${escape(t('lineageOf.table'))}</caption>
<colgroup><col width="25%"><col width="60%"><col width="15%"></colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lineageRows(lineage, words)
  .map((row) => bandRow(row, columns))
  .join('\n')}
</tbody></table>`,
  })
}

function bandRow({ id, from, items, to }: LineageRow, columns: readonly string[]): string {
  const listed = items.map(({ number, text, language }) =>
    element(
      'li',
      {},
      `${escape(number)} ${element('span', inLanguage(language), escape(text).replaceAll('\n', '<br>'))}`,
    ),
  )
  const cells = [escape(from), `<ul>${listed.join('')}</ul>`, escape(to.label)]
  const row = cells.map((cell, index) => element('td', { 'data-head': columns[index]! }, cell))
  return element('tr', { id }, row.join(''))
}
