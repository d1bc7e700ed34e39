import { escape } from '@/lib/export/html/escape'
import { htmlNote, type Notes } from '@/lib/export/html/runs'
import { distributionLines, symbolRoot } from '@/lib/export/masthead'
import type { Paper } from '@/lib/export/paper'
import { phrases } from '@/lib/export/phrases'

/** The head of the first page: organization and symbol, organ and distribution, who meets, when and on what. */
export function htmlMasthead(paper: Paper): string {
  const { masthead, language } = paper
  const { unitedNations, agendaItem } = phrases(language)
  const root = symbolRoot(masthead.symbol)
  const beside = distributionLines(paper)
    .filter((line) => line !== '')
    .map((line) => `<p>${escape(line)}</p>`)
  const agenda = masthead.agendaItem
    ? `<p>${agendaItem} ${escape(masthead.agendaItem.number)}</p><p class="strong">${escape(masthead.agendaItem.title)}</p>`
    : ''
  return `<header class="masthead">
<div class="first-row"><p>${unitedNations}</p><p class="symbol" dir="ltr"><span class="root">${escape(root)}</span>${escape(masthead.symbol.slice(root.length))}</p></div>
<div class="second-row"><p class="organ">${escape(masthead.organ ?? '')}</p><div class="distribution">${beside.join('')}</div></div>
<div class="meeting"><p class="body">${escape(masthead.body)}</p>${
    masthead.session ? `<p class="strong">${escape(masthead.session)}</p>` : ''
  }<p>${escape(masthead.datesAndPlace)}</p>${agenda}</div>
</header>`
}

/** The title with its note, and the subtitle. */
export function htmlTitle({ title, titleNote, subtitle }: Paper, notes: Notes): string {
  const note = titleNote ? htmlNote('*', [{ text: titleNote }], notes) : ''
  return `<h1>${escape(title)}${note}</h1>${subtitle ? `<p class="subtitle">${escape(subtitle)}</p>` : ''}`
}
