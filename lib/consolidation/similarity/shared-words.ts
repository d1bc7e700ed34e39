import { stem } from './stem'
import { isTelling, wordsOf } from './tokens'
import { words } from '@/lib/text/words'

/**
 * A text cut into pieces; a piece is marked if its word, in any form, also stands in the other text. The pieces joined
 * are the text.
 */
export function markShared(
  text: string,
  candidate: string,
  language: string,
): { text: string; shared: boolean }[] {
  const stems = new Set(wordsOf(candidate).map(stem))
  const pieces: { text: string; shared: boolean }[] = []
  for (const piece of words(text, language)) {
    const shared = wordsOf(piece).some((word) => isTelling(word) && stems.has(stem(word)))
    const last = pieces.at(-1)
    if (last?.shared === shared) last.text += piece
    else pieces.push({ text: piece, shared })
  }
  return pieces
}
