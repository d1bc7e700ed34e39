import { plainText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { visibleWords } from '@/lib/text/signs'
import { documentTypedOver } from '@/lib/text/document/typed-over'

/** The document after plain text was typed over it; marks stay on unchanged words. */
export function takeOver(document: TextDocument, typed: string, language: string): TextDocument {
  const words = typed.replaceAll('\r\n', '\n')
  return words === plainText(document) ? document : documentTypedOver(document, words, language)
}

/** Maps an offset in the plain text to a position in the editor's document. */
export function placeInEditor(document: TextDocument, at: number): number {
  let place = 1
  let before = 0
  for (const sign of toMarked(document)) {
    const words = visibleWords(sign)
    before += words.length
    if (before > at) break
    // A paragraph ends and another begins; a bracket is drawn and takes no place.
    if (sign === '\n') place += 2
    else if (words === sign) place += sign.length
  }
  return place
}
