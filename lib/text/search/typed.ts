/** A typed search query, taken apart: words, phrases in quotation marks, and the whole as a number or symbol. */
export type Typed = { words: string; phrases: string[]; label: string }

const QUOTED = /"([^"]*)"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”]/g
const HAN_RUN = /\p{Script=Han}{3,}/gu
/** "#12", "No. 12", "n° 12": the sign says that a number follows. */
const NUMBER_SIGN = /^\s*(?:#|no\.?\s|n[°º]\s?|№)\s*/i

let chineseSegmenter: Intl.Segmenter | undefined
const segmenter = () => (chineseSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' }))

/** Parses typed words. A Chinese run is cut into words, which are then found separately. */
export function readTyped(typed: string): Typed {
  const query = typed.toWellFormed().replaceAll('\0', ' ')
  const phrases = [...query.matchAll(QUOTED)].flatMap(
    (match) => match.slice(1).find((phrase) => phrase?.trim()) ?? [],
  )
  const words = query
    .replace(QUOTED, ' ')
    .replace(HAN_RUN, (run) =>
      Array.from(segmenter().segment(run), ({ segment }) => segment).join(' '),
    )
  return { words, phrases, label: query.replace(NUMBER_SIGN, '') }
}
