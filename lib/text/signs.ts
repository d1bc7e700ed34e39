/**
 * The private characters that stand for form in a marked string (lib/text/document/marked.ts). They are refused in
 * what people write (see characters.ts), so that they can't be mistaken.
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

/** What a reader meets in a marked string: words and brackets, italics that begin or end, the end of a paragraph. */
export type Met =
  | { kind: 'words'; text: string }
  | { kind: 'italic'; on: boolean }
  | { kind: 'end' }

/** A marked string as a reader meets it, in order; brackets are words of their own, none is empty. */
export const readMarked = (marked: string): Met[] =>
  cutAtSigns(marked).flatMap((piece): Met[] => {
    if (piece === OPEN.italic || piece === CLOSE.italic)
      return [{ kind: 'italic', on: piece === OPEN.italic }]
    if (piece === '\n') return [{ kind: 'end' }]
    return piece === '' ? [] : [{ kind: 'words', text: PRINTED[piece] ?? piece }]
  })

/** A marked string as plain words, its brackets written out. */
export const shownWords = (marked: string): string =>
  marked.replace(SIGNS, (sign) => PRINTED[sign] ?? '')

/** A marked string without its marks: for counting and searching, not for printing. */
export const withoutMarks = (marked: string): string => marked.replace(SIGNS, '')
