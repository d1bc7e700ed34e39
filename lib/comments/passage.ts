/** Where a passage stands in a text: UTF-16 offsets, the end not included. */
export type Passage = { start: number; end: number }

/**
 * Finds the words that a comment quotes. White space counts as equal to any other, because a
 * selection on a page turns a paragraph's end into line feeds or spaces. Null if the words do not
 * stand in the text; the first place if they stand in several.
 */
export function findPassage(text: string, quoted: string): Passage | null {
  const words = quoted.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  const pattern = new RegExp(words.map(escapePattern).join('\\s+'), 'u')
  const match = pattern.exec(text)
  return match && { start: match.index, end: match.index + match[0].length }
}

const escapePattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
