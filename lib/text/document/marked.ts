import { type Paragraph, paragraphsOf, type Run, type TextDocument, toDocument } from './document'
import type { Bracket } from './schema'
import { CLOSE, cutAtSigns, OPEN } from '@/lib/text/signs'

// The conversion of a document to a string that can be compared, woven and re-based, and back: the words as they are, a
// line feed at the end of each paragraph but the last, and for each mark a private character at its start and one at
// its end (signs.ts). Each is a separate word to the segmenter, hence a change of form is a change like any other.
type Meaning = { form: 'italic' | Bracket; on: boolean }
const FORMS = ['italic', 'notAgreed', 'placeholder'] as const
const MEANING = new Map<string, Meaning>(
  FORMS.flatMap((form): [string, Meaning][] => [
    [OPEN[form], { form, on: true }],
    [CLOSE[form], { form, on: false }],
  ]),
)

/** The document as one string; `fromMarked` gives the same document back. */
export function toMarked(document: TextDocument): string {
  return paragraphsOf(document).map(markedParagraph).join('\n')
}

function markedParagraph(runs: Paragraph): string {
  let out = ''
  let before: Run = { text: '' }
  for (const run of [...runs, { text: '' } as Run]) {
    if (before.italic && !run.italic) out += CLOSE.italic
    if (before.bracket && before.bracket !== run.bracket) out += CLOSE[before.bracket]
    if (run.bracket && before.bracket !== run.bracket) out += OPEN[run.bracket]
    if (run.italic && !before.italic) out += OPEN.italic
    out += run.text
    before = run
  }
  return out
}

/**
 * The document of a marked string. Any string has one: joining amendments may leave a mark without its other end, which
 * then ends with its paragraph, or at the start of the other bracket.
 */
export function fromMarked(marked: string): TextDocument {
  const paragraphs: Run[][] = [[]]
  let form: Omit<Run, 'text'> = {}
  for (const piece of cutAtSigns(marked)) {
    const meaning = MEANING.get(piece)
    if (meaning) form = changed(form, meaning)
    else if (piece === '\n') {
      paragraphs.push([])
      form = {}
    } else paragraphs.at(-1)?.push({ text: piece, ...form })
  }
  return toDocument(paragraphs)
}

function changed(
  { italic, bracket }: Omit<Run, 'text'>,
  { form, on }: { form: 'italic' | Bracket; on: boolean },
): Omit<Run, 'text'> {
  if (form === 'italic')
    return { ...(on && { italic: true as const }), ...(bracket && { bracket }) }
  const now = on ? form : bracket === form ? undefined : bracket
  return { ...(italic && { italic }), ...(now && { bracket: now }) }
}
