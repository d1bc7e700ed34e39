import { diff } from '@/lib/text/diff/diff'
import { CLOSE, OPEN, shownWords } from '@/lib/text/signs'
import type { TextDocument } from './document'
import { fromMarked, toMarked } from './marked'

// Who types plain words over a text reads and types a bracket as [ and ]; italics are not seen in a plain
// field and stay with the words they are on.
const isHidden = (sign: string): boolean => shownWords(sign) === ''

/** The document that plain words say which were typed over the whole of another one. */
export const documentTypedOver = (
  document: TextDocument,
  words: string,
  locale: string,
): TextDocument => fromMarked(typedOver(toMarked(document), words, locale))

/**
 * What was typed over a piece of a marked string, as a marked string: italics stay with the words that
 * were kept, a bracket whose sign was taken out is gone, words typed between [ and ] are not agreed. Typed
 * unchanged, it is the piece itself.
 */
export function typedOver(marked: string, typed: string, locale: string): string {
  const shown = shownWords(marked)
  if (typed === shown) return marked
  let out = ''
  let at = 0
  let read = 0
  // Copies the piece up to this place of its plain words; what is removed leaves its hidden marks behind.
  const copy = (until: number, keep: boolean) => {
    while (read < marked.length && (at < until || isHidden(marked.charAt(read)))) {
      const sign = marked.charAt(read)
      const hidden = isHidden(sign)
      if (keep || hidden) out += sign
      if (!hidden) at += 1
      read += 1
    }
  }
  for (const change of diff(shown, typed, locale)) {
    copy(change.at, true)
    out += change.insert
    copy(change.at + change.remove.length, false)
  }
  copy(shown.length, true)
  return marked.includes('[') ? out : withBrackets(out)
}

/** "[...]" stands for words that are missing and stays as it was typed. */
const withBrackets = (typed: string): string =>
  typed.replace(
    /\[([^[\]\n\uE002-\uE005]*[\p{L}\p{N}][^[\]\n\uE002-\uE005]*)\]/gu,
    `${OPEN.notAgreed}$1${CLOSE.notAgreed}`,
  )
