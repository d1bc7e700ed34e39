import { LRUCache } from 'lru-cache'

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(locale: string): Intl.Segmenter {
  let cached = segmenters.get(locale)
  if (!cached) {
    cached = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, cached)
  }
  return cached
}

/** Characters that belong to the one before them, even to a space: other spaces, combining marks, joiners. */
export const HANGS = '[\\p{White_Space}\\p{M}\\p{Cf}\\p{Emoji_Modifier}\\p{Grapheme_Extend}]'

// No word reaches across the end of a chunk: it is after a space, unless the next character belongs to it, and on
// either side of a Chinese stop.
const CHUNKS = new RegExp(`(?:[^ \\n]+[ \\n]*|[ \\n]+)(?:${HANGS}[^ \\n]*[ \\n]*)*`, 'gu')
const STOP = '[，。、；：！？「」《》（）]'
const AROUND_STOPS = new RegExp(
  `(?<=\\p{Script=Han})(?=${STOP})|(?<=${STOP})(?=\\p{Script=Han})`,
  'u',
)
const HAS_STOP = new RegExp(STOP)

/** Cuts a text into chunks such that its words are the words of the chunks. The same chunks recur in compared texts. */
export const chunksOf = (text: string): string[] => {
  const chunks = text.match(CHUNKS) ?? []
  return HAS_STOP.test(text) ? chunks.flatMap((chunk) => chunk.split(AROUND_STOPS)) : chunks
}

// A word of plain letters, perhaps with a stop and a space: it needs no segmenter.
const PLAIN = /^([A-Za-zÀ-ÖØ-öø-ÿЀ-ҁ]+)([,;.:)]?)( ?)$/

/** A word with its stop and space is shorter; longer runs are cut again each time. */
const LONGEST = 32

/**
 * Memoizes how chunks are cut in each locale: texts that are compared share nearly all their chunks, and
 * the segmenter is slow. Equal words are then the same strings in memory, which makes comparing them quick.
 * Evicts the least recently used chunk. A chunk is a word or, in Chinese, a few, so no text is kept here.
 */
export function memoizeByChunk(cut: (chunk: string, locale: string) => readonly string[]) {
  const locales = new Map<string, LRUCache<string, readonly string[]>>()
  return (chunk: string, locale: string): readonly string[] => {
    if (chunk.length > LONGEST) return cut(chunk, locale)
    let cache = locales.get(locale)
    if (!cache) locales.set(locale, (cache = new LRUCache({ max: 20_000 })))
    let pieces = cache.get(chunk)
    if (!pieces) cache.set(chunk, (pieces = cut(chunk, locale)))
    return pieces
  }
}

const wordsOfChunk = memoizeByChunk((chunk, locale) => {
  const plain = PLAIN.exec(chunk)
  return plain
    ? plain.slice(1).filter((part) => part !== '')
    : segmentsOf(chunk, locale).map(({ segment }) => segment)
})

/**
 * The words of a text and the text between them, as Intl.Segmenter cuts them, and at stops that are not between digits;
 * joined again they are the text.
 */
export function words(text: string, locale: string): string[] {
  const pieces: string[] = []
  for (const chunk of chunksOf(text))
    for (const word of wordsOfChunk(chunk, locale)) pieces.push(word)
  return pieces
}

/**
 * The number of words that a drafter would count: punctuation and spaces do not count, a Chinese sentence
 * has many words. In a text without words, each run of signs between spaces counts as a word.
 */
export const wordCount = (text: string, locale: string): number => sizeOf(text, locale).words

/** The number of words, and the number of segments: words, signs, and spaces other than the plain one. */
export function sizeOf(text: string, locale: string): { words: number; segments: number } {
  let [words, segments, runs] = [0, 0, 0]
  for (const chunk of chunksOf(text)) {
    if (!SPACES.test(chunk)) runs += 1
    const plain = PLAIN.exec(chunk)
    if (plain) {
      words += 1
      segments += plain[2] ? 2 : 1
      continue
    }
    for (const { segment, isWordLike } of segmentsOf(chunk, locale)) {
      if (isWordLike) words += 1
      if (!PLAIN_SPACE.test(segment)) segments += 1
    }
  }
  return { words: words === 0 ? runs : words, segments }
}

const SPACES = /^\p{White_Space}+$/u
const PLAIN_SPACE = /^[ \n]+$/

// Intl.Segmenter takes quadratic time: 200 kB would stop the server for ten seconds. So a long chunk is cut window by
// window; the last words of a window are cut again in the next.
const WINDOW = 1_000

function segmentsOf(text: string, locale: string): Segment[] {
  if (text.length <= WINDOW) return withStopsApart(segmenter(locale).segment(text))
  const segments: Intl.SegmentData[] = []
  let at = 0
  let size = WINDOW
  while (at < text.length) {
    const cut = [...segmenter(locale).segment(text.slice(at, at + size))]
    const isLast = at + size >= text.length
    const sure = isLast ? cut : cut.slice(0, -3)
    // A word may be longer than the window.
    if (sure.length === 0) size *= 2
    else size = WINDOW
    for (const segment of sure) {
      segments.push(segment)
      at += segment.segment.length
    }
  }
  return withStopsApart(segments)
}

type Segment = Pick<Intl.SegmentData, 'segment' | 'isWordLike'>

const STOPS = /[.:﹕．：]/
const NOT_BETWEEN_DIGITS = /(?<!\p{Nd})([.:﹕．：])|([.:﹕．：])(?!\p{Nd})/u

/**
 * Cuts words at stops that are not between digits ("e.g", an address). Node keeps them in one word, Chromium does not;
 * a text must have the same words on both.
 */
function withStopsApart(segments: Iterable<Intl.SegmentData>): Segment[] {
  const apart: Segment[] = []
  for (const segment of segments) {
    if (!segment.isWordLike || !STOPS.test(segment.segment)) apart.push(segment)
    else
      for (const part of segment.segment.split(NOT_BETWEEN_DIGITS))
        if (part) apart.push({ segment: part, isWordLike: !STOPS.test(part) || part.length > 1 })
  }
  return apart
}
