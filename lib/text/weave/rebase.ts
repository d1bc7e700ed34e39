import { wordChanges } from '@/lib/text/diff/diff'
import { type Segment, weave } from './weave'
import { words } from '@/lib/text/words'

/** An amendment carried over to another base, and whether it still has the same meaning. */
export type Rebased = {
  state: 'clean' | 'needs-attention' | 'already-included' | 'obsolete'
  text: string
}

/**
 * Carries an amendment that was made on `base` over to `next`. `clean`: its words stand in `next` as they were, and the
 * text is `next` with the amendment in it. `already-included`: `next` has all of it. `obsolete`: the words that it
 * changed are gone. `needs-attention`: others changed the same words, and the text shows the amendment's own there, for
 * a person to judge; or words of both would run into one, and the text is the amendment as it was. The result has no
 * word that neither side wrote. Plain or marked strings: `fromMarked` parses the result for marked ones, as in
 * weave.ts.
 */
export function rebase(base: string, amended: string, next: string, locale: string): Rebased {
  if (base === next) return { state: 'clean', text: amended }
  if (amended === next || amended === base) return { state: 'already-included', text: next }
  const merged = merge(base, amended, next, locale)
  if (merged.missing.length === 0 || isWithout(base, amended, next, locale))
    return { state: 'already-included', text: next }
  if (merged.missing.every((side) => isGone(side, locale))) return { state: 'obsolete', text: next }
  if (isGlued(merged.text, [amended, next], locale))
    return { state: 'needs-attention', text: amended }
  return { state: merged.isContested ? 'needs-attention' : 'clean', text: merged.text }
}

type Sides = { base: string; amendment: string | null; next: string | null }

/** Both changes of the base in one text, the amendment's own if they collide; and the part of it that `next` lacks. */
function merge(base: string, amendment: string, next: string, locale: string) {
  const amended = [
    { id: 'amendment', text: amendment },
    { id: 'next', text: next },
  ]
  const sides = weave(base, amended, locale).map(sidesOf)
  const missing = sides.filter((side) => side.amendment !== null && side.amendment !== side.next)
  return {
    text: sides.map((side) => side.amendment ?? side.next ?? side.base).join(''),
    missing,
    isContested: missing.some((side) => side.next !== null),
  }
}

function sidesOf(segment: Segment): Sides {
  if (segment.kind === 'kept') return { base: segment.text, amendment: null, next: null }
  const by = (id: string) =>
    segment.alternatives.find((alternative) => alternative.by.includes(id))?.text ?? null
  return { base: segment.base, amendment: by('amendment'), next: by('next') }
}

/**
 * Whether `next` is some other text with the amendment put into it: the same words may stand for several changes, and
 * the amendment need not be found at its own place.
 */
function isWithout(base: string, amended: string, next: string, locale: string): boolean {
  const without = merge(amended, base, next, locale)
  if (without.isContested || without.text === next) return false
  // Such a text is nearer to the base than `next`, which has the amendment as well.
  if (distance(base, without.text, locale) >= distance(base, next, locale)) return false
  const merged = merge(base, amended, without.text, locale)
  return !merged.isContested && merged.text === next
}

/** The count of words, signs and spaces between texts. */
const distance = (base: string, next: string, locale: string): number =>
  wordChanges(base, next, locale).reduce(
    (sum, { remove, insert }) => sum + words(remove, locale).length + words(insert, locale).length,
    0,
  )

/** Whether words of the two sides stand so close that they became a word which neither wrote. */
function isGlued(text: string, sides: readonly string[], locale: string): boolean {
  const knownWords = new Set(sides.flatMap((text) => words(text, locale)))
  return words(text, locale).some((word) => !knownWords.has(word))
}

const IS_WORD = /[\p{L}\p{N}]/u

/** Whether nothing is left in `next` of the words that the amendment changed. */
function isGone({ base, next }: Sides, locale: string): boolean {
  const nextWords = new Set(words(next ?? '', locale))
  const changed = words(base, locale).filter((word) => IS_WORD.test(word))
  return changed.length > 0 && next === '' && !changed.some((word) => nextWords.has(word))
}
