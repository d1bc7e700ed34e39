import { HANGS } from '@/lib/text/words'

/**
 * Offsets between which two texts differ: `fromA` to `untilA` of the one, `fromB` to `untilB` of the other.
 * Each begins at the end of a word (or of all words before it) and ends where one begins, or with the text.
 */
export type Stretch = [fromA: number, untilA: number, fromB: number, untilB: number]

/**
 * Where two texts differ, in order; all between is alike, letter for letter. Texts that were amended
 * here and there are cut into what is near to the amendments, without looking for a word in the rest.
 */
export function stretchesOf(one: string, other: string): Stretch[] {
  const shorter = Math.min(one.length, other.length)
  let [a, b] = [0, 0]
  const skipAlike = (most: number) => {
    let same = alikeAfter(one, a, other, b, most)
    while (same > 0 && !(wordEnds(one, a + same) && wordEnds(other, b + same))) same -= 1
    a += same
    b += same
  }
  skipAlike(shorter)
  const same = alikeBefore(one, other, shorter - a)
  const [endA, endB] = [one.length - same, other.length - same]

  const stretches: Stretch[] = []
  for (;;) {
    const met = meetAgain(one, a, endA, other, b, endB)
    stretches.push([a, met?.[0] ?? endA, b, met?.[1] ?? endB])
    if (!met) return stretches
    ;[a, b] = met
    const most = Math.min(endA - a, endB - b)
    if (alikeAfter(one, a, other, b, most) === most && endA - a === endB - b) return stretches
    skipAlike(most)
  }
}

// Comparing slices costs next to nothing, comparing letter by letter does.
const STEPS = [1024, 128, 16, 1]

/** How many code units are alike after two offsets. */
function alikeAfter(one: string, a: number, other: string, b: number, most: number): number {
  let same = 0
  for (const step of STEPS)
    while (
      same + step <= most &&
      one.slice(a + same, a + same + step) === other.slice(b + same, b + same + step)
    )
      same += step
  return same
}

/** How many are alike before both ends, from where a word begins. */
function alikeBefore(one: string, other: string, most: number): number {
  const [a, b] = [one.length, other.length]
  let same = 0
  for (const step of STEPS)
    while (
      same + step <= most &&
      one.slice(a - same - step, a - same) === other.slice(b - same - step, b - same)
    )
      same += step
  while (same > 0 && !(same < most && wordBegins(one, a - same) && wordBegins(other, b - same)))
    same -= 1
  return same
}

const SAMPLE = 32
const REACH = 600

/**
 * The next place at which both texts begin to say the same again: of all within reach the one that leaves
 * the least between. Words that stand twice within reach are no sign of it.
 */
function meetAgain(
  one: string,
  a: number,
  endA: number,
  other: string,
  b: number,
  endB: number,
): [number, number] | null {
  const near = one.slice(a, Math.min(endA, a + REACH + SAMPLE))
  const nearOther = other.slice(b, Math.min(endB, b + REACH + SAMPLE))
  let met: [number, number] | null = null
  let least = REACH
  for (
    let at = nextBeginning(near, 1);
    at < least && at + SAMPLE <= near.length;
    at = nextBeginning(near, at + 1)
  ) {
    const sample = near.slice(at, at + SAMPLE)
    const found = nearOther.indexOf(sample)
    if (found < 0 || at + found >= least || !wordBegins(nearOther, found)) continue
    if (!sample.includes(' ') || isTwice(near, sample) || isTwice(nearOther, sample)) continue
    met = [a + at, b + found]
    least = at + found
  }
  return met
}

const isTwice = (text: string, sample: string): boolean =>
  text.indexOf(sample) !== text.lastIndexOf(sample)

/** The next place at or after an offset where a word begins, or the end of the text. */
export function nextBeginning(text: string, from: number): number {
  let at = from
  while (at < text.length && !wordBegins(text, at)) at += 1
  return at
}

const ANY_SPACE = /\p{White_Space}/u
const isSpace = (code: number): boolean =>
  code <= 0x20 ? code === 0x20 || (code >= 9 && code <= 13) : code >= 0xa0 && isRareSpace(code)
const isRareSpace = (code: number): boolean =>
  (code === 0xa0 || code > 0x167f) && ANY_SPACE.test(String.fromCharCode(code))

const HANGING = new RegExp(HANGS, 'u')
const JOINER = /\p{Cf}/u

/** Whether a word begins here after a space; no word of any language reaches across such a place. */
function wordBegins(text: string, at: number): boolean {
  if (!isSpace(text.charCodeAt(at - 1))) return false
  const code = text.codePointAt(at)!
  return !isSpace(code) && (code < 0xad || !HANGING.test(String.fromCodePoint(code)))
}

/** Whether a word ends here before a space. */
function wordEnds(text: string, at: number): boolean {
  if (!isSpace(text.charCodeAt(at))) return false
  const before = text.charCodeAt(at - 1)
  return !isSpace(before) && (before < 0xad || !JOINER.test(text.charAt(at - 1)))
}
