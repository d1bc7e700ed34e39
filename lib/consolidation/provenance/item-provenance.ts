import {
  carryProvenance,
  cut,
  type ItemSource,
  joinRuns,
  type Provenance,
  type ProvenanceRun,
} from '@/lib/text/weave/provenance'
import { words } from '@/lib/text/words'
import { isTelling, wordsOf } from '@/lib/consolidation/similarity/tokens'

/** A wording of a consolidated item as a marked string (lib/text/document/marked.ts). */
export type Worded = { number: number; text: string }

/** The words taken of a preliminary item: all, or those of the named part. */
export type TakenWords = { id: string; text: string }

/** Words from one place to another of a text, in UTF-16 units. */
export type Stretch = { from: number; until: number }

/**
 * The source of each run of words of an item's latest wording. Words in sources belong to every source that has them;
 * words kept from wording to wording keep their source, also if their neighbours were changed; all other words belong
 * to the wording that added them.
 */
export function whoseWords(
  wordings: readonly Worded[],
  sources: readonly TakenWords[],
  locale: string,
): Provenance<ItemSource> {
  let before = ''
  let provenance: Provenance<ItemSource> = []
  for (const { number, text } of wordings) {
    const revision = { kind: 'revision' as const, number }
    const carried = carryProvenance<ItemSource>(before, provenance, text, revision, locale)
    provenance = namedBy(text, carried, sources, locale)
    before = text
  }
  return provenance
}

/** The words of one text that another reuses: stretches of the second, in their order. */
export function reusedWords(text: string, of: string, locale: string): Stretch[] {
  const stretches: Stretch[] = []
  const targetTokens = tokensOf(of, locale)
  for (const { from, until } of commonRuns(tokensOf(text, locale), targetTokens)) {
    const last = stretches.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else stretches.push({ from, until })
  }
  return stretches
}

/** Gives to the sources the words that stand in them and are nobody else's yet. */
function namedBy(
  text: string,
  provenance: Provenance<ItemSource>,
  sources: readonly TakenWords[],
  locale: string,
): Provenance<ItemSource> {
  const owners = sources.map(({ id, text: of }) => ({ id, has: reusedWords(text, of, locale) }))
  const bounds = [
    ...new Set([
      0,
      text.length,
      ...owners.flatMap(({ has }) => has.flatMap(({ from, until }) => [from, until])),
    ]),
  ].toSorted((a, b) => a - b)
  const runs: ProvenanceRun<ItemSource>[] = []
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const ids = owners
      .filter(({ has }) => has.some((run) => run.from <= from && from < run.until))
      .map(({ id }) => id)
    const source = { kind: 'items', ids } as const
    for (const run of cut(provenance, from, bounds[index + 1]!))
      runs.push(run.source.kind === 'items' || ids.length === 0 ? run : { ...run, source })
  }
  return joinRuns(withStops(text, joinRuns(runs)))
}

/** Stops and spaces alone have no source of their own: they go with the words before them. */
function withStops(
  text: string,
  runs: readonly ProvenanceRun<ItemSource>[],
): ProvenanceRun<ItemSource>[] {
  let at = 0
  let before: ItemSource | null = null
  return runs.map(({ length, source }) => {
    const piece = text.slice(at, at + length)
    at += length
    if (!before || wordsOf(piece).length > 0) before = source
    return { length, source: before }
  })
}

type Token = { word: string; from: number; until: number }

/** The words of a text that are words, with their places. */
function tokensOf(text: string, locale: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const piece of words(text, locale)) {
    const [word] = wordsOf(piece)
    if (word) tokens.push({ word, from: at, until: at + piece.length })
    at += piece.length
  }
  return tokens
}

/** Words that two texts share by chance, such as "Member States should", prove no source. */
const TELLING = 2

/** The longest runs of words of `text` that stand in `of` as well and say something, in their order. */
function commonRuns(text: readonly Token[], of: readonly Token[]): Stretch[] {
  const places = new Map<string, number[]>()
  for (const [place, { word }] of of.entries())
    places.set(word, [...(places.get(word) ?? []), place])
  const enough = Math.min(TELLING, of.filter(({ word }) => isTelling(word)).length)
  const runs: Stretch[] = []
  let reached = 0
  for (let start = 0; start < text.length; start += 1) {
    let longest = 0
    for (const place of places.get(text[start]!.word) ?? [])
      longest = Math.max(longest, lengthOfRun(text, of, start, place))
    if (start + longest <= reached) continue
    const run = text.slice(start, start + longest)
    if (enough === 0 || run.filter(({ word }) => isTelling(word)).length < enough) continue
    runs.push({ from: run[0]!.from, until: run.at(-1)!.until })
    reached = start + longest
  }
  return runs
}

function lengthOfRun(text: readonly Token[], of: readonly Token[], at: number, place: number) {
  let length = 0
  while (text[at + length] && text[at + length]?.word === of[place + length]?.word) length += 1
  return length
}
