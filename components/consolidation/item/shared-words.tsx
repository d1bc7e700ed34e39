import { markShared } from '@/lib/consolidation/similarity/shared-words'

/** A text with marks and underlines on words that also stand in another text, in any form. */
export function SharedWords({
  text,
  compared,
  language,
}: {
  text: string
  compared: string
  language: string
}) {
  return markShared(text, compared, language).map((piece, index) =>
    piece.shared ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
}
