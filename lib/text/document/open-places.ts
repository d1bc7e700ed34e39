import {
  type Paragraph,
  paragraphsOf,
  type Run,
  type TextDocument,
  toDocument,
  withBracketSigns,
} from './document'

/** A place of a text that waits for its words, as it prints: "[...]", "[2nd...]", "[94]". */
export type OpenPlace = { paragraph: number; from: number; to: number; printed: string }

/** The typed stand-ins for unknown words, beside the placeholders that the editor marks. */
export const typedPlaceholders = (text: string): string[] =>
  text.match(/\b(?:TBC|TBD|N\.N\.)|\b[Xx]{2,}\b|\?{2,}|_{2,}|\.{3,}|…/gu) ?? []

const TYPED = /\[([^[\]]*)\]/gu
/** Spaces, or a figure or an ordinal that waits for its confirmation. */
const BLANK_OR_NUMBER = /^\s*(?:\p{N}+\s*(?:st|nd|rd|th)?)?\s*$/iu

const standsOpen = (inside: string): boolean =>
  BLANK_OR_NUMBER.test(inside) ||
  typedPlaceholders(inside.replace(/(?<=\.)\s+(?=\.)/gu, '')).length > 0

/**
 * The open places of a text, in their order: words under the placeholder mark, brackets around a stand-in or a figure,
 * and brackets that print like one of `known`. Brackets around words that are not agreed are none.
 */
export function openPlaces(document: TextDocument, known: readonly string[] = []): OpenPlace[] {
  const paragraphs = paragraphsOf(document).map(shownRuns)
  const marked = paragraphs.map(markedRanges)
  const printed = new Set([
    ...known,
    ...paragraphs.flatMap((runs, at) => marked[at]!.map((range) => textIn(runs, range))),
  ])
  return paragraphs.flatMap((runs, paragraph) => {
    const text = runs.map(({ shown }) => shown).join('')
    const typed = [...text.matchAll(TYPED)]
      .filter(([whole, inside]) => standsOpen(inside!) || printed.has(whole))
      .map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
      .filter(({ from, to }) =>
        marked[paragraph]!.every((mark) => to <= mark.from || mark.to <= from),
      )
    return [...marked[paragraph]!, ...typed]
      .toSorted((a, b) => a.from - b.from)
      .map((range) => ({ paragraph, ...range, printed: text.slice(range.from, range.to) }))
  })
}

/** The paragraphs as they print, cut at these places; `place` is the place's index. */
export const cutAtPlaces = (
  document: TextDocument,
  places: readonly OpenPlace[],
): (Run & { place?: number })[][] =>
  cutsOf(document, places).map((cuts) =>
    cuts.map(({ shown, italic, bracket, place }) => ({
      text: shown,
      ...(italic && { italic }),
      ...(bracket && { bracket }),
      ...(place !== undefined && { place }),
    })),
  )

/** The text with these words in the places, by their indexes; a place without words stays. */
export const fillPlaces = (
  document: TextDocument,
  places: readonly OpenPlace[],
  wordsOf: (place: number) => string | undefined,
): TextDocument =>
  toDocument(
    cutsOf(document, places).map((cuts) =>
      cuts.map(({ text, shown, italic, bracket, place, from }): Run => {
        const words = place === undefined ? undefined : wordsOf(place)
        const slant = { ...(italic && { italic }) }
        const form = { ...slant, ...(bracket && { bracket }) }
        if (words === undefined) return { text, ...form }
        if (places[place!]!.from !== from) return { text: '' }
        // The words replace a bracket with its mark, or stay within one that is around them.
        return { text: words, ...(shown.length > text.length ? slant : form) }
      }),
    ),
  )

type Range = { from: number; to: number }
/** A run, and how it prints: with the signs of its bracket at the bracket's ends. */
type Shown = Run & Range & { shown: string; place?: number }

function shownRuns(runs: Paragraph): Shown[] {
  let at = 0
  return withBracketSigns(runs).map(({ text: shown }, index) => {
    const from = at
    at += shown.length
    return { ...runs[index]!, shown, from, to: at }
  })
}

const textIn = (runs: readonly Shown[], { from, to }: Range): string =>
  runs
    .map(({ shown }) => shown)
    .join('')
    .slice(from, to)

/** The brackets of the placeholder mark, with their signs. */
function markedRanges(runs: readonly Shown[]): Range[] {
  const ranges: Range[] = []
  runs.forEach(({ bracket, from, to }, index) => {
    if (bracket !== 'placeholder') return
    const last = ranges.at(-1)
    if (last && runs[index - 1]?.bracket === bracket) last.to = to
    else ranges.push({ from, to })
  })
  return ranges
}

const cutsOf = (document: TextDocument, places: readonly OpenPlace[]): Shown[][] =>
  paragraphsOf(document).map((runs, paragraph) => {
    const shown = shownRuns(runs)
    return shown.flatMap((run, index) => {
      const opens = run.bracket !== undefined && runs[index - 1]?.bracket !== run.bracket
      const ownFrom = run.from + (opens ? 1 : 0)
      const own = (at: number) => Math.min(Math.max(at - ownFrom, 0), run.text.length)
      const edges = places
        .filter((place) => place.paragraph === paragraph)
        .flatMap(({ from, to }) => [from, to])
        .filter((edge) => edge > run.from && edge < run.to)
      const ends = [...edges, run.to]
      return [run.from, ...edges].map((from, at): Shown => {
        const to = ends[at]!
        const place = places.findIndex(
          (open) => open.paragraph === paragraph && open.from <= from && to <= open.to,
        )
        return {
          ...run,
          text: run.text.slice(own(from), own(to)),
          shown: run.shown.slice(from - run.from, to - run.from),
          from,
          to,
          ...(place !== -1 && { place }),
        }
      })
    })
  })
