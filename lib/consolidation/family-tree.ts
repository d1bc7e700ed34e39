import { INSTRUMENTS, SYNONYMS, THEMES } from './families'
import { stem } from './stem'

const WORDS = 0

type Node = { next: Map<number, Node>; families: number[] }
const node = (): Node => ({ next: new Map(), families: [] })

/** The families, ready to be met: their words as numbers, their phrases as paths of such numbers. */
const FAMILIES = readFamilies()

/** The view that each family belongs to, in the order of the families. */
export const { fields } = FAMILIES

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

/** The number of a word in the families, -1 where it is in none. */
export const keyOf = (word: string): number =>
  FAMILIES.keys.get(beginning(word, FAMILIES.prefixes) ?? stem(word)) ?? -1

/** Meets each family of a text's words: instruments by the longest name that fits, each once at its place; the other families by every name. */
export function meetFamilies(keys: readonly number[], meet: (term: number) => void): void {
  for (let from = 0; from < keys.length; from += 1) {
    // Most words are in no family.
    if (keys[from] === -1) continue
    let at: Node | undefined = FAMILIES.loose
    for (let place = from; place < keys.length && at; place += 1) {
      at = at.next.get(keys[place] ?? -1)
      if (at) for (const family of at.families) meet(family)
    }
  }
  for (let from = 0; from < keys.length; from += 1) {
    if (keys[from] === -1) continue
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
