import { withoutForbidden } from '@/lib/text/characters'
import { Flattener } from './flatten'
import { takeOutComments, takeOutNotes } from './footnotes'
import { type Noticed, Notices } from './notices'
import { type PastedRun, tidyLines } from './spaces'
import { classStyles, Styles } from './style'

/**
 * Pasted HTML reduced to a text: paragraphs, italics and brackets. Meaning in the form becomes words if it can (the
 * letters of a list, raised figures, lines, cells); every other change is noted, with its words.
 */
export function cleanPaste(html: string): { html: string; noticed: Noticed[] } {
  const page = parseHtml(html)
  const styles = new Styles(classStyles(html))
  const notices = new Notices()
  takeOutComments(page, notices)
  takeOutNotes(page, styles, notices)
  const paragraphs = new Flattener(styles, notices).paragraphsOf(page.body)
  const slice = page.querySelector('[data-pm-slice]')?.getAttribute('data-pm-slice') ?? ''
  const open = OPEN_SLICE.test(slice) ? ` data-pm-slice="${slice}"` : ''
  if (open) keepEdges(paragraphs, page.body.textContent ?? '')
  return {
    html: paragraphs.map((runs, at) => `<p${at === 0 ? open : ''}>${htmlOf(runs)}</p>`).join(''),
    noticed: notices.all(),
  }
}

/** Pasted plain words as a text can take them. */
export function cleanPastedText(text: string): { text: string; noticed: Noticed[] } {
  const notices = new Notices()
  const clean = withoutForbidden(text)
  const tidy = tidyLines(clean)
  const isolates = (words: string) => words.replace(/[^\u2066-\u2069]/g, '').length
  if (clean.length < text.replace(/\r\n/g, '\n').length || isolates(tidy) < isolates(clean))
    notices.add('marks')
  return { text: tidy, noticed: notices.all() }
}

// Words that were copied within a paragraph of an editor like ours: the spaces at their ends belong to them.
const OPEN_SLICE = /^[01] [01] \[\]$/

function keepEdges(paragraphs: PastedRun[][], copied: string): void {
  const [first, last] = [paragraphs[0]?.[0], paragraphs.at(-1)?.at(-1)]
  if (first && /^\s/.test(copied)) first.text = ` ${first.text}`
  if (last && /\s$/.test(copied)) last.text += ' '
}

const htmlOf = (runs: readonly PastedRun[]): string =>
  runs
    .map(({ text, italic, bracket }) => {
      const words = escaped(text)
      const slanted = italic ? `<em>${words}</em>` : words
      return bracket ? `<span data-bracket="${escaped(bracket)}">${slanted}</span>` : slanted
    })
    .join('')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)

// The page's rules let no style in that is not its own, not even in a document that nobody sees.
const parseHtml = (html: string): Document =>
  new DOMParser().parseFromString(
    html
      .replace(/<style[\s\S]*?<\/style>/gi, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<\/?o:p>/g, '')
      .replace(/(<[^>]*?)\sstyle=/gi, '$1 data-style='),
    'text/html',
  )
