const LETTERS = /[\p{L}\p{M}\p{N}]+/gu
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words so common in every item that sharing them says nothing. */
const SMALL = new Set(
  `the and of to in with on for its a all that by as their at an or from are other is which be under this those it
  such into has have been these also any who against inter alia should shall member states state`.split(
    /\s+/,
  ),
)

/**
 * The words of a text in lower case, as they stand in it. Languages that write without spaces are cut by the segmenter,
 * all others at every character that is no letter or digit.
 */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  if (!WITHOUT_SPACES.test(lower)) return lower.match(LETTERS) ?? []
  const tokens: string[] = []
  for (const { segment, isWordLike } of segmenter().segment(lower))
    if (isWordLike) tokens.push(segment)
  return tokens
}

let chineseSegmenter: Intl.Segmenter | undefined
const segmenter = () => (chineseSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' }))

/** Whether a word says something of an item's matter. */
export const isTelling = (word: string): boolean => !SMALL.has(word) && !/^[a-z]$/.test(word)
