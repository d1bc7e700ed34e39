import { readMarked } from '@/lib/text/signs'
import type { Segment } from '@/lib/text/weave/weave'

/** Words of one form in a woven text; `sign` if only the form changes and there are no words. */
export type Part = { text: string; italic: boolean; sign?: 'italicOn' | 'italicOff' }

/** A wish for a place, and the amendments that ask for it. */
export type Wish = { parts: Part[]; by: string[] }

/** A changed place of the text, numbered as a reader meets it. Two wishes are a collision. */
export type Place = { number: number; base: Part[]; wishes: Wish[] }

export type Piece = { kind: 'kept'; part: Part } | { kind: 'changed'; place: Place }

/**
 * A weave of marked texts as drawable paragraphs, and its changed places in order. Kept text stands in the base's
 * paragraphs; a paragraph that an amendment begins or joins is a pilcrow.
 */
export function wovenParagraphs(segments: readonly Segment[]): {
  paragraphs: Piece[][]
  places: Place[]
} {
  const paragraphs: Piece[][] = [[]]
  const places: Place[] = []
  let italic = false
  for (const segment of segments) {
    if (segment.kind === 'kept') {
      segment.text.split('\n').forEach((line, index) => {
        if (index > 0) paragraphs.push([])
        const lineParts = partsOf(line, italic)
        italic = lineParts.italic
        for (const part of lineParts.parts) paragraphs.at(-1)!.push({ kind: 'kept', part })
      })
      continue
    }
    const base = partsOf(segment.base, italic)
    const place: Place = {
      number: places.length + 1,
      base: base.parts,
      wishes: segment.alternatives.map(({ text, by }) => ({
        parts: partsOf(text, italic).parts,
        by,
      })),
    }
    places.push(place)
    paragraphs.at(-1)!.push({ kind: 'changed', place })
    italic = base.italic
    if (segment.base.includes('\n')) paragraphs.push([])
  }
  return { paragraphs: paragraphs.filter((pieces) => pieces.length > 0), places }
}

/** The words of a marked piece by their form. */
export const wordsIn = (marked: string): Part[] => partsOf(marked, false).parts

/** The words of a marked piece by their form, and whether it ends in italics. */
function partsOf(marked: string, startsItalic: boolean): { parts: Part[]; italic: boolean } {
  const parts: Part[] = []
  let italic = startsItalic
  let sign: Part['sign']
  for (const piece of readMarked(marked)) {
    if (piece.kind === 'italic') {
      italic = piece.on
      sign = italic ? 'italicOn' : 'italicOff'
      continue
    }
    const text = piece.kind === 'end' ? '¶' : piece.text
    const last = parts.at(-1)
    if (last && last.italic === italic) last.text += text
    else parts.push({ text, italic })
  }
  if (parts.length === 0 && sign) parts.push({ text: '', italic, sign })
  return { parts, italic }
}
