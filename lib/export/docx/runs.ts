import {
  DeletedTextRun,
  FootnoteReferenceRun,
  InsertedTextRun,
  Paragraph as WordParagraph,
  Tab,
  TextRun,
} from 'docx'
import { directed, runsRightToLeft } from '@/lib/export/direction'
import type { Run, Tracked } from '@/lib/export/paper'
import { safe } from '@/lib/export/tables/safe'

/** Gives each tracked change of a document its own id. */
export type ChangeIds = { next: () => number }

export function newChangeIds(): ChangeIds {
  let changes = 0
  return { next: () => ++changes }
}

/** A tracked change as Word's attributes. */
export const change = (tracked: Tracked, changeIds: ChangeIds) => ({
  id: changeIds.next(),
  author: safe(tracked.author),
  date: new Date(tracked.date).toISOString().replace(/\.\d+Z$/, 'Z'),
})

type Look = { bold?: boolean; italic?: boolean; points?: number }

const look = (rtl: boolean, { bold, italic, points }: Look) => ({
  ...(bold && { bold, boldComplexScript: true }),
  ...(italic && { italics: true, italicsComplexScript: true }),
  ...(points && { size: points * 2, sizeComplexScript: points * 2 }),
  ...(rtl && { rightToLeft: true }),
})

/** Plain words in one style, cut at changes of direction; a line end inside becomes a line break. */
export const textRuns = (text: string, rtl: boolean, style: Look = {}): TextRun[] =>
  directed(safe(text), rtl).flatMap((piece) =>
    piece.text
      .split('\n')
      .map(
        (line, index) => new TextRun({ text: line, break: index && 1, ...look(piece.rtl, style) }),
      ),
  )

/** A run of a text as Word's runs: plain, or a tracked insertion or deletion by its State. */
export function wordRuns(run: Run, rtl: boolean, changeIds: ChangeIds) {
  const { tracked } = run
  const pieces = tracked
    ? directed(safe(run.text), rtl).map((piece) => {
        const Kind = tracked.kind === 'inserted' ? InsertedTextRun : DeletedTextRun
        return new Kind({
          text: piece.text,
          ...look(piece.rtl, run),
          ...change(tracked, changeIds),
        })
      })
    : textRuns(run.text, rtl, run)
  if (!run.note) return pieces
  // A note need not be in the language of the words that it stands at.
  const words = run.note.map(({ text }) => text).join('')
  return [...pieces, footnote(run.note, runsRightToLeft(words, undefined), changeIds)]
}

/** A footnote of the words before it. */
export const footnote = (note: Run[], rtl: boolean, changeIds: ChangeIds): FootnoteReferenceRun =>
  new FootnoteReferenceRun({
    children: [
      new WordParagraph({
        style: 'FootnoteText',
        ...(rtl && { bidirectional: true }),
        children: [
          new TextRun({ children: [new Tab()] }),
          ...note.flatMap((run) => wordRuns(run, rtl, changeIds)),
        ],
      }),
    ],
  })
