import { stem } from './stem'
import { rowOf } from './company'
import { fields, keyOf, meetFamilies } from './family-tree'

/** The three views in which two texts are compared: their words, their drafting verbs, their subjects. */
export const FIELDS = 3

/** Words so common in every item that sharing them says nothing. */
const SMALL = new Set(
  `the and of to in with on for its a all that by as their at an or from are other is which be under this those it
  such into has have been these also any who against inter alia should shall member states state`.split(
    /\s+/,
  ),
)

/** A word as the index keeps it: its stem's term, and its key in the families, -1 where it has none. */
type Entry = { small: boolean; term: number; key: number }

/**
 * The words of a text in lower case, as they stand in it. Languages that write without spaces are
 * cut by the segmenter, all others at what is no letter or digit.
 */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(lower))
    return lower.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const found: string[] = []
  for (const { segment, isWordLike } of segmenter().segment(lower))
    if (isWordLike) found.push(segment)
  return found
}

let known: Intl.Segmenter | undefined
const segmenter = () => (known ??= new Intl.Segmenter('zh', { granularity: 'word' }))

/** Whether a word says something of an item's matter. */
export const isTelling = (word: string): boolean => !SMALL.has(word) && !/^[a-z]$/.test(word)

/**
 * Numbers for all that texts are compared by. The families come first, the stems of words as they
 * are met; a vocabulary that is `closed` meets nothing new and gives unknown words the number -1.
 */
export class Vocabulary {
  readonly #entries = new Map<string, Entry>()
  readonly #stems = new Map<string, number>()
  readonly #rows: number[] = []
  closed = false

  get size(): number {
    return fields.length + this.#stems.size
  }

  fieldOf(term: number): number {
    return fields[term] ?? 0
  }

  /** The row of a word's company (company.ts), -1 where it is not known and for families. */
  rowOf(term: number): number {
    return this.#rows[term - fields.length] ?? -1
  }

  /** Calls `meet` with each term of a text, as often as it occurs. */
  terms(words: readonly string[], meet: (term: number) => void): void {
    const keys: number[] = []
    for (const word of words) {
      const { small, term, key } = this.#entry(word)
      if (small) continue
      meet(term)
      keys.push(key)
    }
    meetFamilies(keys, meet)
  }

  #entry(word: string): Entry {
    const before = this.#entries.get(word)
    if (before) return before
    const plain = plainForm(word)
    const small = !isTelling(plain)
    const entry = { small, term: small ? -1 : this.#stem(stem(plain)), key: keyOf(plain) }
    if (!this.closed) this.#entries.set(word, entry)
    return entry
  }

  #stem(found: string): number {
    const term = this.#stems.get(found)
    if (term !== undefined || this.closed) return term ?? -1
    const next = this.size
    this.#stems.set(found, next)
    this.#rows.push(rowOf(found))
    return next
  }
}

/** One form of each character; accents and vowel signs are left out, for not everybody types them. */
const plainForm = (word: string): string =>
  /^[a-z]+$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
