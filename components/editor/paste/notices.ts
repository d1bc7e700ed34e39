import { firstWords } from '@/lib/text/first-words'
import { oneLine } from '@/lib/text/one-line'

/**
 * The changes of a paste, as keys of the messages `editor.pasted`. Unchanged parts are not named. Those of `quoting`
 * are named with their words.
 */
export const notices = [
  'deleted',
  'inserted',
  'raised',
  'notes',
  'comments',
  'symbols',
  'tables',
  'bullets',
  'pictures',
  'formulas',
  'headings',
  'links',
  'bold',
  'highlighting',
  'underlining',
  'marks',
] as const
export type Notice = (typeof notices)[number]

/** A change with the words that it concerns, in the order of the text. */
export type Noticed = { notice: Notice; words: string[] }

/** Collects the changes of a paste. */
export class Notices {
  private readonly found = new Map<Notice, string[]>()

  /** Notes a change, and the words that it concerns, if any. */
  add(notice: Notice, words = ''): void {
    const texts = this.found.get(notice) ?? []
    const text = oneLine(words)
    if (text !== '' && !texts.includes(text)) texts.push(text)
    this.found.set(notice, texts)
  }

  /** All changes, in the order of `notices`. */
  all(): Noticed[] {
    return notices.flatMap((notice) => {
      const words = this.found.get(notice)
      return words ? [{ notice, words }] : []
    })
  }
}

const MOST_QUOTED = 5
const LONGEST_QUOTED = 80

/** The words of a notice as its sentence quotes them: “…”, “…” and so on, none too long. */
export function quoted(words: readonly string[]): string {
  const quotes = words.slice(0, MOST_QUOTED).map((text) => `“${firstWords(text, LONGEST_QUOTED)}”`)
  return quotes.join(', ') + (words.length > MOST_QUOTED ? ', …' : '')
}
