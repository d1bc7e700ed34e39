const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(locale: string): Intl.Segmenter {
  let known = segmenters.get(locale)
  if (!known) {
    known = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, known)
  }
  return known
}

/** The words of a text in its language, and what stands between them; joined again they are the text. */
export function words(text: string, locale: string): string[] {
  return Array.from(segmenter(locale).segment(text), ({ segment }) => segment)
}

/** How many words a drafter would count: punctuation and spaces are none; Chinese words are many. */
export function wordCount(text: string, locale: string): number {
  let count = 0
  for (const { isWordLike } of segmenter(locale).segment(text)) if (isWordLike) count += 1
  return count
}

/** The distinct words of a text as the search index keeps them: lower case, one form of each character. */
export function searchWords(text: string, locale: string): string[] {
  const found = new Set<string>()
  for (const { segment, isWordLike } of segmenter(locale).segment(text))
    if (isWordLike) found.add(segment.normalize('NFKC').toLowerCase().slice(0, 100))
  return [...found]
}
