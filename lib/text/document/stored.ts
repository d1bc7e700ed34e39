import { z } from 'zod'
import type { TextDocument } from './document'

const StoredDocument = z.object({
  type: z.literal('doc'),
  content: z.array(
    z.object({
      type: z.literal('paragraph'),
      content: z
        .array(
          z.object({
            type: z.literal('text'),
            text: z.string(),
            marks: z.array(z.object({ type: z.string() })).optional(),
          }),
        )
        .optional(),
    }),
  ),
})

/** A stored text has a shape that this version cannot read. The message names no word of the text. */
class UnreadableText extends Error {
  constructor() {
    super('A stored text has a shape that this version of Stocktake cannot read.')
  }
}

/**
 * The text of a JSON column. Texts were checked when they were stored (`parseDocument`); this function only
 * makes sure that the column has the shape of today. Throws UnreadableText otherwise.
 */
export function readDocument(stored: unknown): TextDocument {
  if (!StoredDocument.safeParse(stored).success) throw new UnreadableText()
  return stored as TextDocument
}

/** Like `readDocument`, for a column that may be empty. */
export const readDocumentOrNull = (stored: unknown): TextDocument | null =>
  stored === null ? null : readDocument(stored)
