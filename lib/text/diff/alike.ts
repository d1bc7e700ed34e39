import { HANGS } from '@/lib/text/words'

/**
 * Offsets between which two texts differ: `fromA` to `untilA` of the first, `fromB` to `untilB` of the second. Each
 * starts at the end of a word and ends at the start of a word, or with the text.
 */
export type Stretch = [fromA: number, untilA: number, fromB: number, untilB: number]

/**
 * Finds the stretches where two texts differ, in order; the rest is equal letter by letter. A text with a few
 * amendments is cut near the amendments, without segmenting the rest.
 */
export function stretchesOf(first: string, second: string): Stretch[] {
  const shorter = Math.min(first.length, second.length)
  let [a, b] = [0, 0]
  const skipAlike = (most: number) => {
    let length = alikeAfter(first, a, second, b, most)
    while (length > 0 && !(wordEnds(first, a + length) && wordEnds(second, b + length))) length -= 1
    a += length
    b += length
  }
  skipAlike(shorter)
  const length = alikeBefore(first, second, shorter - a)
  const [endA, endB] = [first.length - length, second.length - length]

  const stretches: Stretch[] = []
  for (;;) {
    const rejoined = meetAgain(first, a, endA, second, b, endB)
    stretches.push([a, rejoined?.[0] ?? endA, b, rejoined?.[1] ?? endB])
    if (!rejoined) return stretches
    ;[a, b] = rejoined
    const most = Math.min(endA - a, endB - b)
    if (alikeAfter(first, a, second, b, most) === most && endA - a === endB - b) return stretches
    skipAlike(most)
  }
}

// Comparing slices is much faster than comparing letter by letter.
const STEPS = [1024, 128, 16, 1]

/** The number of equal code units after two offsets. */
function alikeAfter(first: string, a: number, second: string, b: number, most: number): number {
  let length = 0
  for (const step of STEPS)
    while (
      length + step <= most &&
      first.slice(a + length, a + length + step) === second.slice(b + length, b + length + step)
    )
      length += step
  return length
}

/** The number of equal code units before both ends, from the start of a word. */
function alikeBefore(first: string, second: string, most: number): number {
  const [a, b] = [first.length, second.length]
  let length = 0
  for (const step of STEPS)
    while (
      length + step <= most &&
      first.slice(a - length - step, a - length) === second.slice(b - length - step, b - length)
    )
      length += step
  while (
    length > 0 &&
    !(length < most && wordBegins(first, a - length) && wordBegins(second, b - length))
  )
    length -= 1
  return length
}

const SAMPLE = 32
const REACH = 600

/**
 * The next place from which both texts are equal again: of all places within reach the one that leaves the least
 * between. Words that stand twice within reach do not count.
 */
function meetAgain(
  first: string,
  a: number,
  endA: number,
  second: string,
  b: number,
  endB: number,
): [number, number] | null {
  const near = first.slice(a, Math.min(endA, a + REACH + SAMPLE))
  const nearSecond = second.slice(b, Math.min(endB, b + REACH + SAMPLE))
  let rejoined: [number, number] | null = null
  let least = REACH
  for (
    let at = nextBeginning(near, 1);
    at < least && at + SAMPLE <= near.length;
    at = nextBeginning(near, at + 1)
  ) {
    const sample = near.slice(at, at + SAMPLE)
    const offset = nearSecond.indexOf(sample)
    if (offset < 0 || at + offset >= least || !wordBegins(nearSecond, offset)) continue
    if (!sample.includes(' ') || isTwice(near, sample) || isTwice(nearSecond, sample)) continue
    rejoined = [a + at, b + offset]
    least = at + offset
  }
  return rejoined
}

const isTwice = (text: string, sample: string): boolean =>
  text.indexOf(sample) !== text.lastIndexOf(sample)

/** The next start of a word at or after an offset, or the end of the text. */
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
