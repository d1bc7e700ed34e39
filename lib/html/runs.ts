import type { Run, Tracked } from '@/lib/export/paper'
import { element, html, linesOfHtml, type SafeHtml } from './safe-html'

/** The notes of a page being written, in the order in which the text refers to them. */
export type Notes = { mark: string; html: SafeHtml }[]

/** A run, its note after it. A change shows as the United Nations print it, under its State's name. */
function htmlRun(run: Run, notes: Notes): SafeHtml {
  const words = linesOfHtml(run.text)
  const italic = run.italic ? html`<i>${words}</i>` : words
  const bold = run.bold ? html`<b>${italic}</b>` : italic
  const content = run.tracked ? htmlChange(run.tracked, bold) : bold
  if (!run.note) return content
  const mark = String(notes.filter(({ mark }) => mark !== '*').length + 1)
  return html`${content}${htmlNote(mark, run.note, notes)}`
}

export const htmlRuns = (runs: readonly Run[], notes: Notes): SafeHtml =>
  html`${runs.map((run) => htmlRun(run, notes))}`

/** Words that a State inserted or deleted. */
export const htmlChange = ({ kind, author, date }: Tracked, inner: SafeHtml | string): SafeHtml =>
  element(kind === 'inserted' ? 'ins' : 'del', { title: author, datetime: date }, inner)

/** A reference to a note, which goes to the foot of the page. */
export function htmlNote(mark: string, note: readonly Run[], notes: Notes): SafeHtml {
  const id = mark === '*' ? 'title' : mark
  const index = notes.push({ mark, html: html`` }) - 1
  const words = note.map((run) => htmlRun({ ...run, note: undefined }, notes))
  const back = html`<a href="#ref-${id}">${mark}</a>`
  notes[index] = { mark, html: html`<p class="note" id="note-${id}">${back} ${words}</p>` }
  return html`<sup><a id="ref-${id}" href="#note-${id}">${mark}</a></sup>`
}
