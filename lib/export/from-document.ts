import type { Paragraph } from '@/lib/export/paper'
import { paragraphsOf, type TextDocument, withBracketSigns } from '@/lib/text/document/document'

/**
 * A submitted text as paragraphs to print, word for word. Both kinds of bracket print as [ and ]; the words in them keep
 * the form that their author gave them.
 */
export const paragraphsFrom = (document: TextDocument): Paragraph[] =>
  paragraphsOf(document).map((runs) => ({
    runs: withBracketSigns(runs).map(({ text, italic }) => (italic ? { text, italic } : { text })),
  }))
