import { stem } from './stem'
import { rowOf } from './company'
import { INSTRUMENTS, SYNONYMS, THEMES } from './families'

/** The three views in which two texts are compared: their words, their drafting verbs, their subjects. */
export const FIELDS = 3
const WORDS = 0

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
    return FAMILIES.fields.length + this.#stems.size
  }

  fieldOf(term: number): number {
    return FAMILIES.fields[term] ?? WORDS
  }

  /** The row of a word's company (company.ts), -1 where it is not known and for families. */
  rowOf(term: number): number {
    return this.#rows[term - FAMILIES.fields.length] ?? -1
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

type Node = { next: Map<number, Node>; families: number[] }
const node = (): Node => ({ next: new Map(), families: [] })

/** The families, ready to be met: their words as numbers, their phrases as paths of such numbers. */
const FAMILIES = readFamilies()

function readFamilies() {
  const source = [
    { field: WORDS, lines: INSTRUMENTS },
    { field: 1, lines: SYNONYMS },
    { field: 2, lines: THEMES },
  ].flatMap(({ field, lines }) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', list = ''] = line.split(': ')
        return { field, name, phrases: list.split(',').map((phrase) => phrase.trim()) }
      }),
  )
  const beginnings = source
    .flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.split('-')))
    .filter((word) => word.endsWith('*'))
    .map((word) => word.slice(0, -1))
  const fields = source.map(({ field }) => field)
  const keys = new Map<string, number>()
  const prefixes = new Set(beginnings)
  const instruments = new Map<string, number>()
  const about = new Map<number, number[]>()
  const exact = node()
  const loose = node()
  for (const [family, { field, name, phrases }] of source.entries()) {
    if (field === WORDS) instruments.set(name, family)
    for (const phrase of phrases) {
      const instrument = field === WORDS ? undefined : instruments.get(phrase)
      if (instrument !== undefined)
        about.set(instrument, [...(about.get(instrument) ?? []), family])
      else path(field === WORDS ? exact : loose, phrase, prefixes, keys).families.push(family)
    }
  }
  return { fields, keys, prefixes, about, exact, loose }
}

function path(from: Node, phrase: string, prefixes: Set<string>, keys: Map<string, number>): Node {
  let at = from
  for (const word of phrase.split('-')) {
    const form = word.endsWith('*') ? word.slice(0, -1) : (beginning(word, prefixes) ?? stem(word))
    const key = keys.get(form) ?? keys.size
    keys.set(form, key)
    const next = at.next.get(key) ?? node()
    at.next.set(key, next)
    at = next
  }
  return at
}

/** The longest of the known beginnings with which a word begins. */
function beginning(word: string, prefixes: ReadonlySet<string>): string | undefined {
  for (let length = word.length; length > 2; length -= 1)
    if (prefixes.has(word.slice(0, length))) return word.slice(0, length)
  return undefined
}

const keyOf = (word: string): number =>
  FAMILIES.keys.get(beginning(word, FAMILIES.prefixes) ?? stem(word)) ?? -1

/** Instruments by the longest name that fits, each once at its place; the other families by every name. */
function meetFamilies(keys: readonly number[], meet: (term: number) => void): void {
  for (let from = 0; from < keys.length; from += 1) {
    let at: Node | undefined = FAMILIES.loose
    for (let place = from; place < keys.length && at; place += 1) {
      at = at.next.get(keys[place] ?? -1)
      if (at) for (const family of at.families) meet(family)
    }
  }
  for (let from = 0; from < keys.length; from += 1) {
    let at: Node | undefined = FAMILIES.exact
    let longest: { families: number[]; end: number } | undefined
    for (let place = from; place < keys.length && at; place += 1) {
      at = at.next.get(keys[place] ?? -1)
      if (at && at.families.length > 0) longest = { families: at.families, end: place }
    }
    for (const family of longest?.families ?? []) {
      meet(family)
      for (const theme of FAMILIES.about.get(family) ?? []) meet(theme)
    }
    if (longest) from = longest.end
  }
}
