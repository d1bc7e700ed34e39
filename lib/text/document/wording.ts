import { documentFromText, parseDocument, plainText, type TextDocument } from './document'
import { documentTypedOver } from './typed-over'

/**
 * Reads the document of a form: the editor's JSON, or plain words if the editor does not run, each line a paragraph.
 * Plain words typed over a text (`over`) keep its italics and brackets on the kept words; the words are always the
 * typed ones. Refuses like `parseDocument`.
 */
export function readWording(
  { body, text }: { body: string; text: string },
  locale: string,
  { allowEmpty = false, over }: { allowEmpty?: boolean; over?: TextDocument | undefined } = {},
): TextDocument {
  if (body) return parseDocument(body, { locale, allowEmpty })
  const typed = parseDocument(documentFromText(text), { locale, allowEmpty })
  const words = plainText(typed)
  const document = over && documentTypedOver(over, words, locale)
  return document && plainText(document) === words ? document : typed
}
