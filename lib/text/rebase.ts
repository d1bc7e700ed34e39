import { type Segment, weave } from './weave'
import { words } from './words'

/** An amendment carried over to another base, and whether it still says what it said. */
export type Rebased = {
  state: 'clean' | 'needs-attention' | 'already-included' | 'obsolete'
  text: string
}

/**
 * Carries an amendment that was made on `base` over to `next`. `clean`: its words stand in `next` as
 * they were, and the text is `next` with the amendment in it. `already-included`: `next` says all of
 * it. `obsolete`: the words that it changed are gone. `needs-attention`: others changed the same
 * words, and the text shows the amendment's own there, for a person to judge; or words of both would
 * run into one, and the text is the amendment as it was. No word comes out that neither side wrote.
 * Plain or marked strings: what comes out of marked ones is a document to `fromMarked`, as in weave.ts.
 */
export function rebase(base: string, amended: string, next: string, locale: string): Rebased {
  if (base === next) return { state: 'clean', text: amended }
  if (amended === next || amended === base) return { state: 'already-included', text: next }
  const segments = weave(
    base,
    [
      { id: 'amendment', text: amended },
      { id: 'next', text: next },
    ],
    locale,
  )
  const sides = segments.map(sidesOf)
  const asked = sides.filter(({ amendment }) => amendment !== null)
  const missing = asked.filter(({ amendment, next: now }) => amendment !== now)
  if (missing.length === 0) return { state: 'already-included', text: next }
  const contested = missing.filter(({ next: now }) => now !== null)
  if (contested.length === missing.length && contested.every((side) => isGone(side, locale)))
    return { state: 'obsolete', text: next }
  const text = sides
    .map(({ base: kept, amendment, next: now }) => amendment ?? now ?? kept)
    .join('')
  if (isGlued(text, [amended, next], locale)) return { state: 'needs-attention', text: amended }
  return { state: contested.length > 0 ? 'needs-attention' : 'clean', text }
}

const HAN = /\p{Script=Han}/u

/** Whether words of the two sides stand so close that they became a word which neither wrote. */
function isGlued(text: string, written: readonly string[], locale: string): boolean {
  const known = new Set(written.flatMap((one) => words(one, locale)))
  return words(text, locale).some((word) => !known.has(word) && !HAN.test(word))
}

type Sides = { base: string; amendment: string | null; next: string | null }

function sidesOf(segment: Segment): Sides {
  if (segment.kind === 'kept') return { base: segment.text, amendment: null, next: null }
  const by = (id: string) => segment.alternatives.find((one) => one.by.includes(id))?.text ?? null
  return { base: segment.base, amendment: by('amendment'), next: by('next') }
}

const IS_WORD = /[\p{L}\p{N}]/u

/** Whether nothing is left in `next` of the words that the amendment changed. */
function isGone({ base, next }: Sides, locale: string): boolean {
  const left = new Set(words(next ?? '', locale))
  const changed = words(base, locale).filter((word) => IS_WORD.test(word))
  return changed.length > 0 && next === '' && !changed.some((word) => left.has(word))
}
