import { filledNote } from '@/lib/report/outputs/paper'
import type { ParagraphView } from '@/lib/report/view'
import { withItalics } from '@/lib/report/words/italics'
import type { Words } from '@/lib/report/words/pieces'
import { languageOf } from '@/lib/report/writing/versions'
import { placesOf } from '@/lib/report/writing/places'
import type { Run, TextDocument } from '@/lib/text/document/document'
import { cutAtPlaces } from '@/lib/text/document/open-places'

/**
 * A run of printed words, as a plain value: a report has thousands. `open` is the key of a placeholder, `filled` says
 * when the Secretariat completed it.
 */
export type PrintedRun = string | (Run & { open?: string; filled?: string })

/** A text of a report. A text that a person wrote has its language; composed words have none. */
export type PrintedText = { language?: string; paragraphs: PrintedRun[][] }

/** A lettered line below a paragraph: "(a) Opening of the meeting;". */
type PrintedLine = PrintedText & { label: string; depth: 1 | 2 }

/** A paragraph of a report with its lines, as it prints. */
export type PrintedParagraph = PrintedText & { lines: PrintedLine[] }

export const printParagraph = (paragraph: ParagraphView): PrintedParagraph => ({
  ...printText({ ...paragraph, language: languageOf(paragraph) }),
  lines: (paragraph.lines ?? []).map(({ label, depth, language = 'en', ...line }) => ({
    label,
    depth,
    ...printText({ ...line, language }),
  })),
})

type Printable = {
  words: Words
  written?: TextDocument
  language: string
  /** The placeholders of a paragraph; a line has those of its words alone. */
  open?: ParagraphView['open']
}

function printText({ words, written, language, open = [] }: Printable): PrintedText {
  if (!written) return { paragraphs: [words.flatMap(printPiece)] }
  const places = open.length > 0 ? placesOf(written, open) : []
  const printRun = ({ place, ...run }: Run & { place?: number }): PrintedRun => {
    const placeholder = place === undefined ? undefined : open[place]
    return placeholder ? { ...run, open: placeholder.key } : plain(run)
  }
  return { language, paragraphs: cutAtPlaces(written, places).map((runs) => runs.map(printRun)) }
}

const printPiece = ({ text, open, filled }: Words[number]): PrintedRun[] => {
  if (filled) return [{ text, filled: filledNote(filled) }]
  return open ? [{ text, open: open.key }] : withItalics(text).map(plain)
}

/** A run without a form of its own is its text. */
const plain = (run: Run): PrintedRun => (run.italic || run.bracket ? run : run.text)
