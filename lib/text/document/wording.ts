import { documentFromText, parseDocument, plainText, type TextDocument } from './document'
import { documentTypedOver } from './typed-over'

/**
 * The document that a form says: the editor's JSON, or where it does not run, plain words, each line a
 * paragraph. Plain words typed over a text (`over`) keep its italics and brackets on the words that
 * are kept; the words are those that were typed in any case. Refuses like `parseDocument`.
 */
export function readWording(
  { body, text }: { body: string; text: string },
  locale: string,
  { allowEmpty = false, over }: { allowEmpty?: boolean; over?: TextDocument | undefined } = {},
): TextDocument {
  if (body) return parseDocument(body, { locale, allowEmpty })
  const typed = parseDocument(documentFromText(text), { locale, allowEmpty })
  const words = plainText(typed)
  const kept = over && documentTypedOver(over, words, locale)
  return kept && plainText(kept) === words ? kept : typed
}
