import type { Change } from '@/lib/text/diff/change'
import { isIsland, isMereSpace } from '@/lib/text/diff/reading'
import { type Alternative, byText, partsOf, type Place, placesBetween, textBy } from './places'

/** A whole text as somebody wants it to read. */
export type Amended = { id: string; text: string }

/**
 * A piece of the woven text: as it stands, or as some want it otherwise. `parts` are the smaller pieces that it was
 * joined of, which can be decided one by one.
 */
export type Segment =
  | { kind: 'kept'; text: string }
  | { kind: 'changed'; base: string; alternatives: Alternative[]; parts?: Segment[] }

/**
 * Many whole amended texts over one base. The kept pieces and the bases of changed ones, in order, are the base; the
 * kept pieces and an amendment's own alternatives (the base if it has none) are exactly its text. Equal changes are one
 * alternative by all who ask for it; two alternatives are a collision: the same words changed, or different words put
 * in at one place. The order of the amendments changes nothing but the order of names. Plain or marked strings
 * (lib/text/document/marked.ts): `fromMarked` parses any string from a weave of marked strings.
 */
export const weave = (base: string, amended: readonly Amended[], locale: string): Segment[] =>
  segmentsOf(base, joinNeighbours(placesBetween(base, amended, locale), base, locale))

/** The base from one offset to another as segments: the places within it, and the kept text between them. */
export function segmentsOf(
  base: string,
  places: readonly Place[],
  from = 0,
  until = base.length,
): Segment[] {
  const segments: Segment[] = []
  let at = from
  const keep = (end: number) => {
    if (end > at) segments.push({ kind: 'kept', text: base.slice(at, end) })
    at = Math.max(at, end)
  }
  for (const place of places) {
    keep(place.from)
    const stands = base.slice(place.from, place.until)
    const { alternatives, parts } = place
    segments.push({
      kind: 'changed',
      base: stands,
      alternatives,
      ...(parts && { parts: segmentsOf(base, parts, place.from, place.until) }),
    })
    at = place.until
  }
  keep(until)
  return segments
}

/**
 * Neighbours that read as one are joined, if that neither makes a collision nor separates those who agree: two changes
 * by the same hands a space or a comma apart, or changes that almost replace a passage.
 */
export function joinNeighbours(places: readonly Place[], base: string, locale: string): Place[] {
  const joined: Place[] = []
  for (const place of places) {
    let next = place
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

function readAsOne(earlier: Place, later: Place, base: string, locale: string): boolean {
  const between = base.slice(earlier.until, later.from)
  const [fewer, more] = byHands(earlier, later)
  const isSameHands = fewer.alternatives.length === more.alternatives.length
  if (!(isSameHands && isMereSpace(between))) {
    const author = fewer.alternatives[0]!.by[0]!
    if (!isIsland(changeBy(author, earlier, base), between, changeBy(author, later, base), locale))
      return false
  }
  const hands = new Set(more.alternatives.map(handsOf))
  return fewer.alternatives.every((alternative) => hands.has(handsOf(alternative)))
}

const byHands = (earlier: Place, later: Place): [Place, Place] =>
  earlier.alternatives.length < later.alternatives.length ? [earlier, later] : [later, earlier]

const handsOf = ({ by }: Alternative): string => JSON.stringify(by.toSorted())

const changeBy = (author: string, place: Place, base: string): Change => ({
  at: place.from,
  remove: base.slice(place.from, place.until),
  insert: textBy(author, place, base),
})

function bothTogether(earlier: Place, later: Place, base: string): Place {
  const between = base.slice(earlier.until, later.from)
  const alternatives = byHands(earlier, later)[1].alternatives.map(({ by }) => ({
    text: textBy(by[0]!, earlier, base) + between + textBy(by[0]!, later, base),
    by,
  }))
  return {
    from: earlier.from,
    until: later.until,
    alternatives: alternatives.toSorted(byText),
    parts: [...partsOf(earlier), ...partsOf(later)],
  }
}
