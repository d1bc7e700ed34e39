/** A piece of a text; `hit` if it is a searched word. */
export type Piece = { text: string; hit: boolean }

const LENGTH = 220
const BEFORE_HIT = 60

// The classes of characters by which the database counts words (search_words in prisma/migrations).
const VOWEL_SIGNS =
  '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06ED'
const FORMAT =
  '\\u00AD\\u034F\\u0640\\u180B-\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u20D0-\\u20FF\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFEFF\\u{E0100}-\\u{E01EF}'
const UNSEEN = new RegExp(`[${VOWEL_SIGNS}${FORMAT}]`, 'u')
const HAN = /[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u
const BETWEEN =
  /[\u0000-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u02B9-\u02FF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06FD\u06FE\u0964\u0965\u2000-\u206F\u20A0-\u20CF\u2100-\u2BFF\u2E00-\u3007\u3008-\u3020\u3030-\u303F\u30FB\uE000-\uFAFF\uFD3E\uFD3F\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFF0F\uFFE0-\uFFFF\u{1F000}-\u{1FAFF}\u{E0000}-\u{10FFFF}]/u

type Span = { start: number; end: number }

/** The positions of the words of a text that the index counts 1, 2, 3 …, in that order. */
export function wordSpans(text: string): Span[] {
  const spans: Span[] = []
  let open = false
  let at = 0
  for (const character of text) {
    const end = at + character.length
    for (const part of character.normalize('NFKD')) {
      if (UNSEEN.test(part)) continue
      if (HAN.test(part)) {
        spans.push({ start: at, end })
        open = false
      } else if (BETWEEN.test(part)) open = false
      else if (open) spans.at(-1)!.end = end
      else {
        spans.push({ start: at, end })
        open = true
      }
    }
    at = end
  }
  return spans
}

/**
 * Cuts the excerpt of a text for a list: its beginning, or the surroundings of the first word that was found, with
 * every found word marked. `places` are those of the index (search_places), counted from 1.
 */
export function excerpt(text: string, places: readonly number[] = []): Piece[] {
  const hits = places.length > 0 ? spansAt(text, places) : []
  const first = hits[0]?.start ?? 0
  const start = first > LENGTH - BEFORE_HIT ? wordStart(text, first - BEFORE_HIT) : 0
  const end = text.length > start + LENGTH ? wordEnd(text, start + LENGTH) : text.length
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces(
      text,
      { start, end },
      hits.filter((hit) => hit.start >= start && hit.end <= end),
    ),
    ...(end < text.length ? [{ text: ' …', hit: false }] : []),
  ]
}

/** The found words; those that touch, as Chinese characters do, are one. */
function spansAt(text: string, places: readonly number[]): Span[] {
  const spans = wordSpans(text)
  const merged: Span[] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const span = spans[place - 1]
    const last = merged.at(-1)
    if (span && last && last.end >= span.start) last.end = span.end
    else if (span) merged.push({ ...span })
  }
  return merged
}

function pieces(text: string, excerpt: Span, hits: readonly Span[]): Piece[] {
  const parts: Piece[] = []
  let from = excerpt.start
  for (const { start, end } of hits) {
    if (start > from) parts.push({ text: text.slice(from, start), hit: false })
    parts.push({ text: text.slice(start, end), hit: true })
    from = end
  }
  if (from < excerpt.end) parts.push({ text: text.slice(from, excerpt.end), hit: false })
  return parts
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
