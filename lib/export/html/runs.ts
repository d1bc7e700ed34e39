import { element, escape } from '@/lib/export/html/escape'
import type { Run, Tracked } from '@/lib/export/paper'

/** The notes of a page being written, in the order in which the text refers to them. */
export type Notes = { mark: string; html: string }[]

/** A run as markup, its note after it. A change shows as the United Nations print it, under its State's name. */
export function htmlRun(run: Run, notes: Notes): string {
  const words = escape(run.text).replaceAll('\n', '<br>')
  const italic = run.italic ? `<i>${words}</i>` : words
  const bold = run.bold ? `<b>${italic}</b>` : italic
  const own = run.tracked ? htmlChange(run.tracked, bold) : bold
  if (!run.note) return own
  const mark = String(notes.filter(({ mark }) => mark !== '*').length + 1)
  return own + htmlNote(mark, run.note, notes)
}

export const htmlRuns = (runs: readonly Run[], notes: Notes): string =>
  runs.map((run) => htmlRun(run, notes)).join('')

/** Words that a State put in or took out. */
export const htmlChange = ({ kind, author, date }: Tracked, inner: string): string =>
  element(kind === 'inserted' ? 'ins' : 'del', { title: author, datetime: date }, inner)

/** A reference to a note, which goes to the foot of the page. */
export function htmlNote(mark: string, note: readonly Run[], notes: Notes): string {
  const id = mark === '*' ? 'title' : mark
  const place = notes.push({ mark, html: '' }) - 1
  const back = `<a href="#ref-${id}">${mark}</a>`
  const words = note.map((run) => htmlRun({ ...run, note: undefined }, notes)).join('')
  notes[place] = { mark, html: `<p class="note" id="note-${id}">${back} ${words}</p>` }
  return `<sup><a id="ref-${id}" href="#note-${id}">${mark}</a></sup>`
}
