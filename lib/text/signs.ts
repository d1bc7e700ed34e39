/**
 * The private characters that stand for form in a marked string (lib/text/document/marked.ts). They are refused in
 * typed text (see characters.ts), so that they are unambiguous.
 */
export const OPEN = { italic: '\uE000', notAgreed: '\uE002', placeholder: '\uE004' } as const
export const CLOSE = { italic: '\uE001', notAgreed: '\uE003', placeholder: '\uE005' } as const

const SIGN = /([\uE000-\uE005\n])/
const SIGNS = /[\uE000-\uE005]/g
const PRINTED: Record<string, string> = {
  [OPEN.notAgreed]: '[',
  [CLOSE.notAgreed]: ']',
  [OPEN.placeholder]: '[',
  [CLOSE.placeholder]: ']',
}

/** The pieces of a marked string: words, and each sign or paragraph end by itself. */
export const cutAtSigns = (marked: string): string[] => marked.split(SIGN)

/** A part of a marked string: words or a bracket, the beginning or end of italics, the end of a paragraph. */
type MarkedPart =
  | { kind: 'words'; text: string }
  | { kind: 'italic'; on: boolean }
  | { kind: 'end' }

/** The parts of a marked string in order; a bracket is a separate part, no part is empty. */
export const readMarked = (marked: string): MarkedPart[] =>
  cutAtSigns(marked).flatMap((piece): MarkedPart[] => {
    if (piece === OPEN.italic || piece === CLOSE.italic)
      return [{ kind: 'italic', on: piece === OPEN.italic }]
    if (piece === '\n') return [{ kind: 'end' }]
    return piece === '' ? [] : [{ kind: 'words', text: PRINTED[piece] ?? piece }]
  })

/** A marked string as plain words with written brackets, as a reader sees it. */
export const visibleWords = (marked: string): string =>
  marked.replace(SIGNS, (sign) => PRINTED[sign] ?? '')

/** A marked string without its marks: for counting and searching, not for printing. */
export const withoutMarks = (marked: string): string => marked.replace(SIGNS, '')
