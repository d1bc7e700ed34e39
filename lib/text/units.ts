import { chunksOf, memoizeByChunk, words } from './words'

/**
 * The units of a text that are compared: its words and signs, without the spaces between them. Unit 0 is an empty
 * word before the text, so that a space at the beginning follows a unit. `starts` has one more entry: the end of the
 * last gap.
 */
export type Units = { words: string[]; starts: number[]; ends: number[] }

/** The units of the text between two offsets. */
export function unitsOf(text: string, from: number, until: number, locale: string): Units {
  const units: Units = { words: [''], starts: [from], ends: [from] }
  units.starts.push(from)
  addUnits(units, text, until, locale)
  return units
}

/** Appends the units of the text up to `until`. Both ends must be the start or the end of a word. */
export function addUnits(units: Units, text: string, until: number, locale: string): void {
  let at = units.starts.pop()!
  for (const chunk of chunksOf(text.slice(at, until)))
    for (const piece of piecesOf(chunk, locale)) {
      if (!SPACE.test(piece)) {
        units.words.push(piece)
        units.starts.push(at)
        units.ends.push(at + piece.length)
      }
      at += piece.length
    }
  units.starts.push(until)
}

/** The gap between a unit and the next: spaces and line ends, or nothing. */
export const gapAfter = (text: string, { starts, ends }: Units, unit: number): string =>
  text.slice(ends[unit], starts[unit + 1])

const SPACE = /^\p{White_Space}+$/u

// In these scripts words and grapheme clusters end at the same places. Elsewhere a word may end within a cluster: a
// number sign of Arabic, flags and faces that a joiner joins.
const ORDINARY =
  /^(?:(?!\p{Cf})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{P}\p{Zs}\p{N}\p{Co}\n])*$/u
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The words of a chunk and the text between them; none ends within a grapheme cluster. */
const piecesOf = memoizeByChunk((chunk, locale) => {
  const pieces = words(chunk, locale)
  return ORDINARY.test(chunk) ? pieces : withWholeCharacters(pieces)
})

function withWholeCharacters(pieces: readonly string[]): string[] {
  const whole: string[] = []
  for (const word of pieces) {
    const last = whole.at(-1)
    if (last !== undefined && isWithinCharacter(last, word)) whole[whole.length - 1] = last + word
    else whole.push(word)
  }
  return whole
}

// Enough to tell a flag from the next one, and quick with endless sequences.
const CONTEXT = 64

function isWithinCharacter(before: string, after: string): boolean {
  const end = Math.min(before.length, CONTEXT)
  const around = before.slice(-CONTEXT) + after.slice(0, CONTEXT)
  return characters.segment(around).containing(end)?.index !== end
}
