import data from '@/data/lexicon.json'
import { stem } from './stem'

// Families: relations of words that drafters know and letters do not show. A family is a name and its phrases; a hyphen
// joins the words of a phrase, an asterisk stands for any ending, small words are left out. Instruments, bodies and
// arrangements under all their names are one thing; synonyms are words that drafters use for one another; themes are
// the subjects of items, and the name of an instrument counts there as a word.

/** The view of a text to which a family belongs; instruments count as words. */
export type View = 'words' | 'verbs' | 'themes'

type Family = { view: View; name: string; phrases: readonly string[] }
const familiesOf = (view: View, lines: Record<string, string[]>): Family[] =>
  Object.entries(lines).map(([name, phrases]) => ({ view, name, phrases }))

/** A node of a tree of phrases, word by word; `families` are the families with a phrase that ends here. */
type Node = { next: Map<string, Node>; families: string[] }
const newNode = (): Node => ({ next: new Map(), families: [] })

const families = [
  ...familiesOf('words', data.instruments),
  ...familiesOf('verbs', data.synonyms),
  ...familiesOf('themes', data.themes),
]
const stars = families
  .flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.split('-')))
  .filter((word) => word.endsWith('*'))
  .map((word) => word.slice(0, -1))

/** The beginnings that stand for any ending, by their first three letters, the longest first. */
const beginnings = new Map<string, string[]>()
for (const beginning of [...new Set(stars)].toSorted((a, b) => b.length - a.length)) {
  const key = beginning.slice(0, 3)
  beginnings.set(key, [...(beginnings.get(key) ?? []), beginning])
}

/** The form in which a word stands in phrases: the known beginning, else its stem. */
const formOf = (word: string): string =>
  beginnings.get(word.slice(0, 3))?.find((beginning) => word.startsWith(beginning)) ?? stem(word)

const views = new Map(families.map(({ view, name }) => [idOf(view, name), view]))
const [instruments, others] = [newNode(), newNode()]
const themesOf = new Map<string, string[]>()
const forms = new Set<string>()
for (const { view, name, phrases } of families)
  for (const phrase of phrases) {
    const instrument = idOf('words', phrase)
    if (view !== 'words' && views.has(instrument))
      themesOf.set(instrument, [...(themesOf.get(instrument) ?? []), idOf(view, name)])
    else nodeAt(view === 'words' ? instruments : others, phrase).families.push(idOf(view, name))
  }

function idOf(view: View, name: string): string {
  return `${view}:${name}`
}

function nodeAt(root: Node, phrase: string): Node {
  let node = root
  for (const word of phrase.split('-')) {
    const form = word.endsWith('*') ? word.slice(0, -1) : formOf(word)
    forms.add(form)
    const next = node.next.get(form) ?? newNode()
    node.next.set(form, next)
    node = next
  }
  return node
}

/** The form of a word if some phrase has it, else null. */
export const lexiconForm = (word: string): string | null => {
  const form = formOf(word)
  return forms.has(form) ? form : null
}

/** The view of a family. */
export const viewOf = (family: string): View => views.get(family)!

/**
 * The families that a text's words name, given by their forms: instruments by the longest name that fits, with their
 * themes; the others by every phrase.
 */
export function familiesIn(words: readonly (string | null)[]): string[] {
  const matches: string[] = []
  let skip = 0
  for (let from = 0; from < words.length; from += 1) {
    if (words[from] === null) continue
    for (const { node } of pathsFrom(others, words, from)) matches.push(...node.families)
    if (from < skip) continue
    const longest = pathsFrom(instruments, words, from).findLast(
      ({ node }) => node.families.length > 0,
    )
    if (!longest) continue
    for (const family of longest.node.families)
      matches.push(family, ...(themesOf.get(family) ?? []))
    skip = longest.end
  }
  return matches
}

/** The nodes that the words reach from a place on, with the end of each. */
function pathsFrom(root: Node, words: readonly (string | null)[], from: number) {
  const paths: { node: Node; end: number }[] = []
  let node: Node | undefined = root
  for (let at = from; at < words.length && node; at += 1) {
    const word: string | null = words[at]!
    node = word === null ? undefined : node.next.get(word)
    if (node) paths.push({ node, end: at + 1 })
  }
  return paths
}
