import { diff } from '@/lib/text/diff/diff'
import { CLOSE, OPEN, visibleWords } from '@/lib/text/signs'
import type { TextDocument } from './document'
import { fromMarked, toMarked } from './marked'

// In a plain field, brackets are read and typed as [ and ]; italics cannot be seen and stay with their words.
const isHidden = (sign: string): boolean => visibleWords(sign) === ''

/** The document of plain words that were typed over the whole of another document. */
export const documentTypedOver = (
  document: TextDocument,
  words: string,
  locale: string,
): TextDocument => fromMarked(typedOver(toMarked(document), words, locale))

/**
 * Turns words that were typed over a piece of a marked string into a marked string: italics stay with the kept words, a
 * bracket without its sign is gone, words typed between [ and ] are not agreed. Unchanged words give the piece itself.
 */
export function typedOver(marked: string, typed: string, locale: string): string {
  const plain = visibleWords(marked)
  if (typed === plain) return marked
  let out = ''
  let at = 0
  let markedAt = 0
  // Copies the piece up to this place of its plain words; removed words leave their hidden marks behind.
  const copy = (until: number, keep: boolean) => {
    while (markedAt < marked.length && (at < until || isHidden(marked.charAt(markedAt)))) {
      const sign = marked.charAt(markedAt)
      const hidden = isHidden(sign)
      if (keep || hidden) out += sign
      if (!hidden) at += 1
      markedAt += 1
    }
  }
  for (const change of diff(plain, typed, locale)) {
    copy(change.at, true)
    out += change.insert
    copy(change.at + change.remove.length, false)
  }
  copy(plain.length, true)
  return marked.includes('[') ? out : withBrackets(out)
}

/** "[...]" stands for words that are missing and stays as it was typed. */
const withBrackets = (typed: string): string =>
  typed.replace(
    /\[([^[\]\n\uE002-\uE005]*[\p{L}\p{N}][^[\]\n\uE002-\uE005]*)\]/gu,
    `${OPEN.notAgreed}$1${CLOSE.notAgreed}`,
  )
