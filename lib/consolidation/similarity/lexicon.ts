import { INSTRUMENTS, SYNONYMS, THEMES } from './lexicon-data'
import type { Numbers } from './numbers'
import { stem } from './stem'

const WORDS = 0

/** Where a path of words leads; `families` are those whose phrase ends there, and most paths do. */
type Node = { next: Map<number, Node> | undefined; families: number[] }
const node = (): Node => ({ next: undefined, families: [] })

/** The first steps of all paths, by the key of the word. */
const firstSteps = (root: Node, keys: number) =>
  Array.from({ length: keys }, (_, key) => root.next?.get(key))

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
  const prefixes = byFirstLetters(beginnings)
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
  return {
    fields,
    keys,
    prefixes,
    about,
    exact: firstSteps(exact, keys.size),
    loose: firstSteps(loose, keys.size),
  }
}

type Prefixes = ReadonlyMap<string, readonly string[]>

/** Beginnings of words under the first three letters, which all of them have, the longest first. */
function byFirstLetters(beginnings: readonly string[]): Prefixes {
  const found = new Map<string, string[]>()
  for (const one of [...new Set(beginnings)].sort((a, b) => b.length - a.length))
    found.set(one.slice(0, 3), [...(found.get(one.slice(0, 3)) ?? []), one])
  return found
}

function path(from: Node, phrase: string, prefixes: Prefixes, keys: Map<string, number>): Node {
  let at = from
  for (const word of phrase.split('-')) {
    const form = word.endsWith('*') ? word.slice(0, -1) : (beginning(word, prefixes) ?? stem(word))
    const key = keys.get(form) ?? keys.size
    keys.set(form, key)
    const next = at.next?.get(key) ?? node()
    at.next = (at.next ?? new Map<number, Node>()).set(key, next)
    at = next
  }
  return at
}

/** The longest of the known beginnings with which a word begins. */
function beginning(word: string, prefixes: Prefixes): string | undefined {
  return prefixes.get(word.slice(0, 3))?.find((one) => word.startsWith(one))
}

/** The number of a word in the families, -1 where it is in none. */
export const keyOf = (word: string): number =>
  FAMILIES.keys.get(beginning(word, FAMILIES.prefixes) ?? stem(word)) ?? -1

/** Appends each family of a text's words: instruments by the longest name that fits, each once at its place; the other families by every name. */
export function meetFamilies(keys: Numbers, found: Numbers): void {
  meetLoose(keys, found)
  meetExact(keys, found)
}

function meetLoose(keys: Numbers, found: Numbers): void {
  for (let from = 0; from < keys.length; from += 1) {
    // Most words are in no family.
    if (keys.values[from] === -1) continue
    let at = FAMILIES.loose[keys.values[from]!]
    for (let place = from + 1; at; place += 1) {
      for (const family of at.families) found.push(family)
      at = place < keys.length ? at.next?.get(keys.values[place]!) : undefined
    }
  }
}

function meetExact(keys: Numbers, found: Numbers): void {
  for (let from = 0; from < keys.length; from += 1) {
    if (keys.values[from] === -1) continue
    let at = FAMILIES.exact[keys.values[from]!]
    let longest: Node | undefined
    let end = from
    for (let place = from + 1; at; place += 1) {
      if (at.families.length > 0) {
        longest = at
        end = place - 1
      }
      at = place < keys.length ? at.next?.get(keys.values[place]!) : undefined
    }
    if (!longest) continue
    for (const family of longest.families) {
      found.push(family)
      const themes = FAMILIES.about.get(family)
      if (themes) for (const theme of themes) found.push(theme)
    }
    from = end
  }
}
