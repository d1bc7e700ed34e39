import { markShared } from '@/lib/consolidation/similarity/shared-words'

/** A text whose words that also stand in another text, in whatever form, are marked and underlined. */
export function SharedWords({
  text,
  other,
  language,
}: {
  text: string
  other: string
  language: string
}) {
  return markShared(text, other, language).map((piece, index) =>
    piece.shared ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
}
