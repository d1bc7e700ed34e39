import {
  joinRuns,
  paragraphsOf,
  type Run,
  type TextDocument,
  toDocument,
} from '@/lib/text/document/document'

/** The words that the house sets in italics, wherever they stand. */
const ITALICS = ['inter alia', 'ad referendum', 'mutatis mutandis', 'bis', 'ter', 'quater']

const LISTED = new RegExp(`\\b(${ITALICS.join('|')})\\b`, 'g')

/** A text as runs, with the words of the house list in italics. */
export const withItalics = (text: string): Run[] =>
  joinRuns(
    text
      .split(LISTED)
      .map((part, index) => (index % 2 ? { text: part, italic: true as const } : { text: part })),
  )

/** The same in a person's text: its own italics and brackets stay. */
export const inHouseItalics = (document: TextDocument): TextDocument =>
  toDocument(
    paragraphsOf(document).map((runs) =>
      runs.flatMap((run) => withItalics(run.text).map((part) => ({ ...run, ...part }))),
    ),
  )
