import { isMereSpace } from '@/lib/text/diff/reading'
import { CLOSE, OPEN } from '@/lib/text/signs'
import { compoundsOf, type Span } from './compounds'
import { type Alternative, byText, partsOf, type Place, placesBetween, textBy } from './places'
import { type Amended, joinNeighbours, type Segment, segmentsOf } from './weave'

/**
 * The same as `weave`, with its changed pieces joined to choices, so that one suggestion is one choice. Any
 * combination of whole choices gives only text that somebody proposed:
 *
 * 1. A choice reads as the base does or as one amendment does, from its beginning to its end.
 * 2. Two changes of one amendment are in one choice if only a space or a comma is between them, if they lie
 *    in one compound (compounds.ts), and if the one begins and the other ends italics or a bracket.
 * 3. Each compound of the joined text stands in the base or in one of the amendments.
 *
 * A choice of several smaller places has them as `parts`, for a hand that takes a part of it.
 */
export function choicesOf(base: string, amended: readonly Amended[], locale: string): Segment[] {
  const reading = reader(base, amended)
  const joined: Place[] = []
  for (const place of joinNeighbours(placesBetween(base, amended, locale), base, locale)) {
    let next = place
    for (
      let last = joined.at(-1);
      last && (areOneChoice(last, next, reading) || meetsAcross(joined, next, base));
      last = joined.at(-1)
    ) {
      next = bothTogether(last, next, base)
      joined.pop()
    }
    joined.push(next)
  }
  return segmentsOf(base, joined)
}

type Reader = { base: string; spans: readonly Span[] }

const reader = (base: string, amended: readonly Amended[]): Reader => ({
  base,
  spans: amended.length > 0 ? compoundsOf(base) : [],
})

function areOneChoice(earlier: Place, later: Place, reading: Reader): boolean {
  const between = reading.base.slice(earlier.until, later.from)
  const shared = handsAt(earlier).filter((hand) => handsAt(later).includes(hand))
  if (shared.length > 0) {
    if (isMereSpace(between)) return true
    if (shared.some((hand) => beginsWhatEnds(hand, earlier, later, reading.base))) return true
  }
  return (
    isInOneSpan(earlier, later, reading.spans) || makesNewCompound([earlier, later], reading.base)
  )
}

const handsAt = ({ alternatives }: Place): string[] => alternatives.flatMap(({ by }) => by)

const FORMS = ['italic', 'notAgreed', 'placeholder'] as const

/** Whether a hand begins a form at one place and ends it at the other, or takes both ends away. */
function beginsWhatEnds(hand: string, earlier: Place, later: Place, base: string): boolean {
  const depthChange = (place: Place, form: (typeof FORMS)[number]) =>
    depthOf(textBy(hand, place, base), form) - depthOf(base.slice(place.from, place.until), form)
  return FORMS.some(
    (form) =>
      depthChange(earlier, form) !== 0 && depthChange(earlier, form) === -depthChange(later, form),
  )
}

const depthOf = (marked: string, form: (typeof FORMS)[number]): number =>
  marked.split(OPEN[form]).length - marked.split(CLOSE[form]).length

/** Whether one compound of the base reaches into both. */
const isInOneSpan = (earlier: Place, later: Place, spans: readonly Span[]): boolean =>
  spans.some((span) => overlaps(earlier, span) && overlaps(later, span))

const overlaps = (place: Place, { from, until }: Span): boolean =>
  place.from < until && from < place.until

/** No compound reaches farther than this. */
const FAR = 40

/** The widest gap that words may meet across. */
const THIN = 4

/** Whether words of a place before the last would meet those of the next, if the places between are left out. */
function meetsAcross(joined: readonly Place[], next: Place, base: string): boolean {
  const places = [next]
  for (const place of joined.toReversed()) {
    places.unshift(place)
    if (places.length > 2 && makesNewCompound(places, base)) return true
    if (thinnest(place, base).length > THIN) return false
  }
  return false
}

const stands = (place: Place, base: string) => base.slice(place.from, place.until)

const textsAt = (place: Place, base: string): string[] => [
  stands(place, base),
  ...place.alternatives.map(({ text }) => text),
]

const thinnest = (place: Place, base: string): string =>
  textsAt(place, base).reduce((thin, text) => (text.length < thin.length ? text : thin))

/**
 * Whether the alternatives at the first and the last of these places would make a compound that is in no text, neither
 * in the base nor in an amendment of either place; the text between is as short as possible.
 */
function makesNewCompound(places: readonly Place[], base: string): boolean {
  const [earlier, later] = [places[0]!, places.at(-1)!]
  const before = base.slice(Math.max(0, earlier.from - FAR), earlier.from)
  const after = base.slice(later.until, later.until + FAR)
  const gap = (textAt: (place: Place) => string) =>
    places
      .slice(1)
      .map((place, index) => {
        const stretch = base.slice(places[index]!.until, place.from)
        return place === later ? stretch : stretch + textAt(place)
      })
      .join('')
  const between = gap((place) => thinnest(place, base))
  if (between.length > FAR || between.includes('\n')) return false
  const compounds = (first: string, within: string, second: string): string[] => {
    const text = (before + first).slice(-2 * FAR) + within + (second + after).slice(0, 2 * FAR)
    return compoundsOf(text).map(({ from, until }) => text.slice(from, until))
  }
  const knownCompounds = new Set(
    compounds(
      stands(earlier, base),
      gap((place) => stands(place, base)),
      stands(later, base),
    ),
  )
  for (const hand of new Set(places.flatMap(handsAt))) {
    const ownGap = gap((place) => textBy(hand, place, base))
    for (const compound of compounds(
      textBy(hand, earlier, base),
      ownGap,
      textBy(hand, later, base),
    ))
      knownCompounds.add(compound)
  }
  return textsAt(earlier, base).some((first) =>
    textsAt(later, base).some((second) =>
      compounds(first, between, second).some((compound) => !knownCompounds.has(compound)),
    ),
  )
}

/** Two places and the kept text between them as one, with each hand's version of the whole. */
function bothTogether(earlier: Place, later: Place, base: string): Place {
  const between = base.slice(earlier.until, later.from)
  const alternatives = new Map<string, Alternative>()
  for (const hand of new Set([...handsAt(earlier), ...handsAt(later)])) {
    const text = textBy(hand, earlier, base) + between + textBy(hand, later, base)
    const alternative = alternatives.get(text)
    if (alternative) alternative.by.push(hand)
    else alternatives.set(text, { text, by: [hand] })
  }
  return {
    from: earlier.from,
    until: later.until,
    alternatives: [...alternatives.values()].toSorted(byText),
    parts: [...partsOf(earlier), ...partsOf(later)],
  }
}
