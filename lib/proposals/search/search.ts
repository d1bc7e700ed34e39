import { searchWords } from '@/lib/text/words'

/**
 * A search as PostgreSQL's `tsquery`: each word as it stands in the index, or the beginning of one;
 * all must occur. Null where nothing that is a word was typed. The words are quoted, never parsed
 * by a text search configuration, which would split them otherwise than we do.
 */
export function searchQuery(typed: string): string | null {
  const words = searchWords(withoutNul(typed), 'en')
  if (words.length === 0) return null
  return words
    .map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`)
    .join(' & ')
}

const withoutNul = (typed: string): string => typed.toWellFormed().replaceAll('\0', ' ')

/** A piece of a text; `hit` where it is a word that was searched for. */
export type Piece = { text: string; hit: boolean }

const LENGTH = 220
const BEFORE_HIT = 60

/**
 * Cuts out of texts what a list shows of them: their beginning, or the surroundings of the first word
 * that was searched for, with every such word marked.
 */
export function excerpts(typed: string): (text: string) => Piece[] {
  const pattern = hitPattern(typed)
  return (text) => cut(text, pattern)
}

/** One text, cut so. */
export const excerpt = (text: string, typed: string): Piece[] => cut(text, hitPattern(typed))

function cut(text: string, pattern: RegExp | null): Piece[] {
  const first = pattern ? (text.match(pattern)?.index ?? 0) : 0
  const start = first > LENGTH - BEFORE_HIT ? wordStart(text, first - BEFORE_HIT) : 0
  const end = text.length > start + LENGTH ? wordEnd(text, start + LENGTH) : text.length
  const shown = text.slice(start, end)
  const pieces = pattern ? split(shown, pattern) : [{ text: shown, hit: false }]
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: ' …', hit: false }] : []),
  ]
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words that begin with what was typed; in scripts without spaces, the characters themselves. */
function hitPattern(typed: string): RegExp | null {
  const words = searchWords(withoutNul(typed), 'en')
  if (words.length === 0) return null
  const alternatives = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => {
      const quoted = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
      return UNSPACED.test(word) ? quoted : `(?<![\\p{L}\\p{N}])${quoted}[\\p{L}\\p{N}\\p{M}]*`
    })
  return new RegExp(alternatives.join('|'), 'iu')
}

function split(text: string, pattern: RegExp): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), hit: false })
    pieces.push({ text: match[0], hit: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false })
  return pieces
}

/** The beginning of the word at a place, if it is near: an excerpt does not begin inside a word. */
function wordStart(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space >= 0 && at - space < 30 ? space + 1 : whole(text, at)
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return at - space < 30 ? space : whole(text, at)
}

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
