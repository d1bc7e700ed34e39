import { seatDay } from '@/lib/clock'
import { printedText } from '@/lib/report/paragraphs/paragraph'
import type { Completed, ParagraphView, SectionView } from '@/lib/report/view'
import { openIn, type Words } from '@/lib/report/words/pieces'
import { placesOf } from '@/lib/report/writing/places'
import type { TextDocument } from '@/lib/text/document/document'
import { fillPlaces } from '@/lib/text/document/open-places'

/** The Secretariat's text for a place of the adopted report. */
export type Filling = { key: string; text: string; filledAt: Date }

/** The adopted sections with texts in place of the brackets; nothing else changes. */
export function fillSections(
  sections: readonly SectionView[],
  fillings: readonly Filling[],
): SectionView[] {
  const byKey = new Map(fillings.map((filling) => [filling.key, filling]))
  return sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) =>
      paragraph.open.some(({ key }) => byKey.has(key)) ? filled(paragraph, byKey) : paragraph,
    ),
  }))
}

function filled(paragraph: ParagraphView, byKey: ReadonlyMap<string, Filling>): ParagraphView {
  const next = paragraph.written
    ? fillWritten(paragraph, paragraph.written, byKey)
    : fillComposed(paragraph, byKey)
  return { ...next, text: printedText(next) }
}

function fillComposed(paragraph: ParagraphView, byKey: ReadonlyMap<string, Filling>) {
  const words = fillWords(paragraph.words, byKey)
  const lines = paragraph.lines?.map((line) => ({ ...line, words: fillWords(line.words, byKey) }))
  const open = [words, ...(lines ?? []).map((line) => line.words)].flatMap(openIn)
  return { ...paragraph, words, ...(lines && { lines }), open }
}

function fillWritten(
  paragraph: ParagraphView,
  written: TextDocument,
  byKey: ReadonlyMap<string, Filling>,
): ParagraphView {
  const { open } = paragraph
  const fillingOf = (place: number) => byKey.get(open[place]?.key ?? '')
  return {
    ...paragraph,
    written: fillPlaces(written, placesOf(written, open), (place) => fillingOf(place)?.text),
    open: open.filter(({ key }) => !byKey.has(key)),
    completed: open.flatMap(({ key, printed }) => {
      const filling = byKey.get(key)
      return filling ? [{ text: filling.text, printed, on: dayOf(filling) }] : []
    }),
  }
}

/** The texts that the Secretariat put in the places of a paragraph, in their order. */
export const completedIn = ({
  words,
  lines = [],
  completed = [],
}: Pick<ParagraphView, 'words' | 'lines' | 'completed'>): Completed[] => [
  ...[...words, ...lines.flatMap((line) => line.words)].flatMap(({ text, filled: by }) =>
    by ? [{ text, ...by }] : [],
  ),
  ...completed,
]

const dayOf = ({ filledAt }: Filling): string => seatDay(filledAt).toISOString().slice(0, 10)

const fillWords = (words: Words, byKey: ReadonlyMap<string, Filling>): Words =>
  words.map((piece) => {
    const filling = piece.open && byKey.get(piece.open.key)
    if (!filling) return piece
    return { text: filling.text, filled: { printed: piece.text, on: dayOf(filling) } }
  })
