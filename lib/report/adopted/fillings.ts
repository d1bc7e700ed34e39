import { printedText } from '@/lib/report/paragraphs/paragraph'
import type { ParagraphView, SectionView } from '@/lib/report/view'
import { openIn, type Words } from '@/lib/report/words/pieces'

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
  const words = fillWords(paragraph.words, byKey)
  const lines = paragraph.lines?.map((line) => ({ ...line, words: fillWords(line.words, byKey) }))
  const open = [words, ...(lines ?? []).map((line) => line.words)].flatMap(openIn)
  const next = { ...paragraph, words, ...(lines && { lines }), open }
  return { ...next, text: printedText(next) }
}

const fillWords = (words: Words, byKey: ReadonlyMap<string, Filling>): Words =>
  words.map((piece) => {
    const filling = piece.open && byKey.get(piece.open.key)
    if (!filling) return piece
    const on = filling.filledAt.toISOString().slice(0, 10)
    return { text: filling.text, filled: { printed: piece.text, on } }
  })
