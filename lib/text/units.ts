import { words } from './words'

/**
 * A text, or its middle, as what is compared: each word or sign, without the space that follows it.
 * Unit 0 is the empty word before the text, so that a space at the beginning follows something.
 * `starts` has one more entry: where the last gap ends.
 */
export type Units = { words: string[]; starts: number[]; ends: number[] }

/** The units of the text between two offsets. */
export function unitsOf(text: string, from: number, until: number, locale: string): Units {
  const units: Units = { words: [''], starts: [from], ends: [from] }
  units.starts.push(from)
  addUnits(units, text, until, locale)
  return units
}

/** Takes the text up to `until` into the units. Both ends are places where `isCut` holds. */
export function addUnits(units: Units, text: string, until: number, locale: string): void {
  let at = units.starts.pop()!
  while (at < until) {
    const end = blockEnd(text, at, until)
    const block = blockOf(text.slice(at, end), locale)
    for (let i = 0; i < block.words.length; i += 1) {
      units.words.push(block.words[i]!)
      units.starts.push(at + block.starts[i]!)
      units.ends.push(at + block.ends[i]!)
    }
    at = end
  }
  units.starts.push(until)
}

/**
 * Where a block of a few words ends: before a word, after a space and a sign whose number is a multiple
 * of eight. So two texts have the same blocks wherever they have the same words.
 */
function blockEnd(text: string, from: number, until: number): number {
  for (let at = text.indexOf(' ', from); at >= 0 && at < until; at = text.indexOf(' ', at + 1))
    if ((text.charCodeAt(at - 1) & 7) === 0 && at + 1 < until && isCut(text, at + 1)) return at + 1
  return until
}

// What was cut once is kept: texts that are compared have most of their blocks in common.
const KEPT = 20_000
const kept = new Map<string, Map<string, Units>>()
const SPACE = /^\s+$/

function blockOf(text: string, locale: string): Units {
  let known = kept.get(locale)
  if (!known || known.size > KEPT) kept.set(locale, (known = new Map()))
  let block = known.get(text)
  if (block) return block
  block = { words: [], starts: [], ends: [] }
  let at = 0
  for (const word of words(text, locale)) {
    if (!SPACE.test(word)) {
      block.words.push(word)
      block.starts.push(at)
      block.ends.push(at + word.length)
    }
    at += word.length
  }
  if (text.length < 1_000) known.set(text, block)
  return block
}

/** What stands between a unit and the next: spaces and line ends, or nothing. */
export const gapAfter = (text: string, { starts, ends }: Units, unit: number): string =>
  text.slice(ends[unit]!, starts[unit + 1]!)

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 32 || code === 10
}
const JOINS = /[\p{M}\p{Cf}]/u

/** Whether a word begins here after a space; no word of any language reaches across such a place. */
const isCut = (text: string, at: number): boolean =>
  isSpace(text, at - 1) &&
  !isSpace(text, at) &&
  !JOINS.test(String.fromCodePoint(text.codePointAt(at)!))

/** The next such place at or after an offset, or the end of the text. */
export function nextCut(text: string, from: number): number {
  let at = from
  while (at < text.length && !isCut(text, at)) at += 1
  return at
}

/**
 * Where two texts differ: they are alike up to `from` and after `baseEnd` and `nextEnd`. The middle
 * begins with the space after a word and ends before a word.
 */
export function middle(
  base: string,
  next: string,
): [from: number, baseEnd: number, nextEnd: number] {
  const shorter = Math.min(base.length, next.length)
  let from = 0
  while (from < shorter && base.charCodeAt(from) === next.charCodeAt(from)) from += 1
  const endsWord = (text: string) => isSpace(text, from) && !isSpace(text, from - 1)
  while (from > 0 && !(endsWord(base) && endsWord(next))) from -= 1
  let same = 0
  const most = shorter - from
  while (
    same < most &&
    base.charCodeAt(base.length - 1 - same) === next.charCodeAt(next.length - 1 - same)
  )
    same += 1
  while (
    same > 0 &&
    !(same < most && isCut(base, base.length - same) && isCut(next, next.length - same))
  )
    same -= 1
  return [from, base.length - same, next.length - same]
}

/** Whether the other text has most of some samples of this one, taken between two offsets. */
export function hasSamples(text: string, from: number, until: number, other: string): boolean {
  let found = 0
  for (let k = 1; k <= 8; k += 1) {
    const at = from + Math.floor(((until - from) * k) / 9)
    if (other.includes(text.slice(at, at + 24), from)) found += 1
  }
  return found >= 6
}
