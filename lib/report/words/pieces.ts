import type { Placeholder } from '@/lib/report/placeholder'

/** Words of a paragraph in one look: plain, a printed placeholder, or the Secretariat's text in its place after adoption. */
export type Piece = { text: string; open?: Placeholder; filled?: Filled }
/** The brackets as they were adopted, and the day of the completion: "[94]", "2020-08-02". */
export type Filled = { printed: string; on: string }
export type Words = readonly Piece[]

/** Words out of a template: `say\`At its ${meetings}, the ${name} …\``. A value is a string, a number or words. */
export function say(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Words)[]
): Words {
  const pieces: Piece[] = []
  strings.forEach((text, index) => {
    pieces.push({ text })
    const value = values[index]
    if (value === undefined) return
    if (typeof value === 'object') pieces.push(...value)
    else pieces.push({ text: String(value) })
  })
  return tidy(pieces)
}

/** Neighbouring plain pieces become one; empty ones go. */
export function tidy(pieces: Words): Words {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (!piece.open && piece.text === '') continue
    if (last && !last.open && !piece.open) out[out.length - 1] = { text: last.text + piece.text }
    else out.push(piece)
  }
  return out
}

export const none: Words = []
export const words = (text: string): Words => tidy([{ text }])

/** The words as they print. */
export const plainWords = (pieces: Words): string => pieces.map(({ text }) => text).join('')

/** The placeholders in the words, in their order. */
export const openIn = (pieces: Words): Placeholder[] =>
  pieces.flatMap(({ open }) => (open ? [open] : []))

/** Sentences after each other, with a space between; empty ones are left out. */
export const sentences = (list: readonly Words[]): Words =>
  tidy(
    list
      .filter((sentence) => sentence.length > 0)
      .flatMap((sentence, i) => (i ? [{ text: ' ' }, ...sentence] : sentence)),
  )

/** The words with a full stop at their end, unless they end in one. */
export const stopped = (text: string): string => {
  const trimmed = text.trim()
  return /[.!?][”’"')\]]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}
