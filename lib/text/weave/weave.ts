import type { Change } from '@/lib/text/diff/change'
import { wordChanges } from '@/lib/text/diff/diff'
import { MAX_STEPS } from '@/lib/text/diff/edits'
import { movedApart, type Owned, withSharedParts } from '@/lib/text/diff/parts'
import { isIsland, isMereSpace } from '@/lib/text/diff/reading'

/** A whole text as somebody wants it to read. */
export type Amended = { id: string; text: string }

/** A piece of the woven text: as it stands, or as some want it otherwise. */
export type Segment =
  | { kind: 'kept'; text: string }
  | { kind: 'changed'; base: string; alternatives: { text: string; by: string[] }[] }

/** The steps of all comparisons of a weave together, and the fewest for one: enough for 300 changed words in a row. */
const ALL_STEPS = 4 * MAX_STEPS
const FEWEST_STEPS = MAX_STEPS / 10

type Region = { from: number; until: number; changes: Owned[] }
type Alternative = { text: string; by: string[] }
type Place = { from: number; until: number; alternatives: Alternative[] }

/**
 * Many whole amended texts over one base. What is kept and the bases of what is changed, in order, are
 * the base; what is kept and an amendment's own alternatives (the base where it has none) are exactly
 * its text. Equal changes are one alternative by all who ask for it; two alternatives are a collision:
 * the same words changed, or different words put in at one place. The order of the amendments changes
 * nothing but the order of names. Plain or marked strings (lib/text/document/marked.ts): any string that comes
 * out of a weave of marked strings is read back by `fromMarked`.
 */
export function weave(base: string, amended: readonly Amended[], locale: string): Segment[] {
  const steps = Math.max(FEWEST_STEPS, Math.min(MAX_STEPS, ALL_STEPS / amended.length))
  const own = amended.flatMap(({ id, text }): Owned[] =>
    wordChanges(base, text, locale, steps).map((change) => ({ ...change, by: id })),
  )
  const changes = withSharedParts(base, movedApart(base, own), locale)
  const segments: Segment[] = []
  let at = 0
  const keep = (until: number) => {
    if (until > at) segments.push({ kind: 'kept', text: base.slice(at, until) })
    at = Math.max(at, until)
  }
  for (const { from, until, alternatives } of joinNeighbours(regionsOf(changes), base, locale)) {
    keep(from)
    segments.push({ kind: 'changed', base: base.slice(from, until), alternatives })
    at = until
  }
  keep(base.length)
  return segments
}

const endOf = ({ at, remove }: Change): number => at + remove.length
const inOrder = (a: Change, b: Change): number => a.at - b.at || endOf(a) - endOf(b)

/**
 * Changes that touch the same words are one region. What is put in between two words touches neither
 * of them, but other words put in at the same place, and a change that reaches across.
 */
function regionsOf(changes: readonly Owned[]): Region[] {
  const regions: Region[] = []
  for (const change of changes.toSorted(inOrder)) {
    const last = regions.at(-1)
    const until = endOf(change)
    const samePlace =
      last && last.from === last.until && change.at === last.from && until === change.at
    if (last && (samePlace || change.at < last.until)) {
      last.changes.push(change)
      last.until = Math.max(last.until, until)
    } else regions.push({ from: change.at, until, changes: [change] })
  }
  return regions
}

/**
 * Neighbours that read as one are joined, where that neither makes a collision nor parts those who agree:
 * two changes by the very same hands a space or a comma apart, or what all but replaces a passage.
 */
function joinNeighbours(regions: readonly Region[], base: string, locale: string): Place[] {
  const joined: Place[] = []
  for (const region of regions) {
    let next: Place = { ...region, alternatives: alternativesOf(base, region) }
    for (
      let last = joined.at(-1);
      last && readAsOne(last, next, base, locale);
      last = joined.at(-1)
    ) {
      next = bothTogether(last, next, base)
      joined.pop()
    }
    joined.push(next)
  }
  return joined
}

function readAsOne(one: Place, other: Place, base: string, locale: string): boolean {
  const between = base.slice(one.until, other.from)
  const [fewer, more] = byHands(one, other)
  const isSameHands = fewer.alternatives.length === more.alternatives.length
  if (!(isSameHands && isMereSpace(between))) {
    const who = fewer.alternatives[0]!.by[0]!
    if (!isIsland(changeBy(who, one, base), between, changeBy(who, other, base), locale))
      return false
  }
  const hands = new Set(more.alternatives.map(handsOf))
  return fewer.alternatives.every((alternative) => hands.has(handsOf(alternative)))
}

const byHands = (one: Place, other: Place): [Place, Place] =>
  one.alternatives.length < other.alternatives.length ? [one, other] : [other, one]

const handsOf = ({ by }: Alternative): string => JSON.stringify(by.toSorted())

/** What a hand makes of a place: what it asks for there, or what stands there. */
const textBy = (who: string, { from, until, alternatives }: Place, base: string): string =>
  alternatives.find(({ by }) => by.includes(who))?.text ?? base.slice(from, until)

const changeBy = (who: string, place: Place, base: string): Change => ({
  at: place.from,
  remove: base.slice(place.from, place.until),
  insert: textBy(who, place, base),
})

function bothTogether(one: Place, other: Place, base: string): Place {
  const between = base.slice(one.until, other.from)
  const alternatives = byHands(one, other)[1].alternatives.map(({ by }) => ({
    text: textBy(by[0]!, one, base) + between + textBy(by[0]!, other, base),
    by,
  }))
  return { from: one.from, until: other.until, alternatives: alternatives.toSorted(byText) }
}

/** What each amendment makes of the region, equal ones together, in the order of their words. */
function alternativesOf(base: string, { from, until, changes }: Region): Alternative[] {
  const own = new Map<string, { text: string; at: number }>()
  for (const change of changes.toSorted(inOrder)) {
    const written = own.get(change.by) ?? { text: '', at: from }
    written.text += base.slice(written.at, change.at) + change.insert
    written.at = endOf(change)
    own.set(change.by, written)
  }
  const alternatives = new Map<string, string[]>()
  for (const change of changes) {
    const written = own.get(change.by)
    if (!written) continue
    own.delete(change.by)
    const text = written.text + base.slice(written.at, until)
    const by = alternatives.get(text)
    if (by) by.push(change.by)
    else alternatives.set(text, [change.by])
  }
  return [...alternatives].map(([text, by]) => ({ text, by })).toSorted(byText)
}

const byText = (a: Alternative, b: Alternative): number =>
  a.text < b.text ? -1 : a.text > b.text ? 1 : 0
