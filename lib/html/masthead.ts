import { distributionLines, symbolRoot } from '@/lib/export/masthead'
import type { Paper } from '@/lib/export/paper'
import { phrases } from '@/lib/export/phrases'
import { htmlNote, type Notes } from './runs'
import { html, type SafeHtml } from './safe-html'

/** The head of the first page: organization and symbol, organ and distribution, the meeting body, date and subject. */
export function htmlMasthead(paper: Paper): SafeHtml {
  const { masthead, language } = paper
  const { unitedNations, agendaItem } = phrases(language)
  const root = symbolRoot(masthead.symbol)
  const beside = distributionLines(paper)
    .filter((line) => line !== '')
    .map((line) => html`<p>${line}</p>`)
  const agenda =
    masthead.agendaItem &&
    html`<p>${agendaItem} ${masthead.agendaItem.number}</p><p class="strong">${masthead.agendaItem.title}</p>`
  return html`<header class="masthead">
<div class="first-row"><p>${unitedNations}</p><p class="symbol" dir="ltr"><span class="root">${root}</span>${masthead.symbol.slice(root.length)}</p></div>
<div class="second-row"><p class="organ">${masthead.organ}</p><div class="distribution">${beside}</div></div>
<div class="meeting"><p class="body">${masthead.body}</p>${
    masthead.session ? html`<p class="strong">${masthead.session}</p>` : ''
  }<p>${masthead.datesAndPlace}</p>${agenda}</div>
</header>`
}

/** The title with its note, and the subtitle. */
export function htmlTitle({ title, titleNote, subtitle }: Paper, notes: Notes): SafeHtml {
  const note = titleNote && htmlNote('*', [{ text: titleNote }], notes)
  return html`<h1>${title}${note}</h1>${subtitle && html`<p class="subtitle">${subtitle}</p>`}`
}
