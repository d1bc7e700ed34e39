import data from '@/data/font-coverage.json'

/** The characters that fonts of a family have, by the part of the family: ranges in hexadecimal. */
type Coverage = Record<string, Record<string, string>>

/** A part of a font family, which is a separate file; fonts in a single file have one part. */
export type FontPart = { family: string; part: string }

type Span = { from: number; to: number; part: FontPart }

let spans: Span[] | undefined

/** All spans of characters in the order of the families; within a family no two overlap. */
const allSpans = (): Span[] =>
  (spans ??= Object.entries(data as Coverage).flatMap(([family, parts]) =>
    Object.entries(parts).flatMap(([part, ranges]) =>
      ranges.split(' ').map((range) => {
        const [from, to] = range.split('-').map((hex) => Number.parseInt(hex, 16))
        return { from: from!, to: to ?? from!, part: { family, part } }
      }),
    ),
  ))

/** All characters of a part of a font that no earlier font has. */
export const charactersOf = ({ family, part }: FontPart): string =>
  allSpans()
    .filter((span) => span.part.family === family && span.part.part === part)
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
    .map((code) => String.fromCodePoint(code))
    .join('')

const fontParts = new Map<string, FontPart | null>()

/** The first font that has a character, or null. */
export function fontOf(character: string): FontPart | null {
  const memoized = fontParts.get(character)
  if (memoized !== undefined) return memoized
  const code = character.codePointAt(0)!
  const part = allSpans().find(({ from, to }) => from <= code && code <= to)?.part ?? null
  fontParts.set(character, part)
  return part
}

const INVISIBLE = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/**
 * The characters of a text that a PDF would print as boxes, each once, in order. Pure: it knows the shipped fonts
 * by data/font-coverage.json.
 */
export const unprintable = (text: string): string[] =>
  [...new Set(text.normalize('NFC'))].filter(
    (character) => !INVISIBLE.test(character) && fontOf(character) === null,
  )
