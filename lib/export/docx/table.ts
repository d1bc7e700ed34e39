import {
  BorderStyle,
  Paragraph as WordParagraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { runsRightToLeft } from '@/lib/export/direction'
import { type ChangeIds, textRuns, wordRuns } from '@/lib/export/docx/runs'
import { PAGE, twips } from '@/lib/export/geometry'
import type { Cell, Language, Table } from '@/lib/export/paper'
import { rightToLeft } from '@/lib/export/phrases'

const NONE = { style: BorderStyle.NIL }
const rule = (eighths: number) => ({ style: BorderStyle.SINGLE, size: eighths, color: '000000' })
const padding = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 113 }

/** Borders of a table that shows none but those named on its cells. */
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** A plain table as the United Nations prints them: a thin rule, the heads in small italics, a thick rule, a last rule. */
export function wordTable(
  table: Table,
  language: Language,
  changeIds: ChangeIds,
): (WordTable | WordParagraph)[] {
  const rtl = rightToLeft(language)
  const widths = columnWidths(table)
  const row = (
    cells: WordParagraph[][],
    borders: { top?: number; bottom?: number },
    head: boolean,
  ) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (children, index) =>
          new TableCell({
            children,
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: head ? 'bottom' : 'top',
            borders: {
              ...(borders.top && { top: rule(borders.top) }),
              ...(borders.bottom && { bottom: rule(borders.bottom) }),
            },
          }),
      ),
    })
  const head = table.columns.map(({ title }) => [
    new WordParagraph({
      style: 'TableHead',
      ...(rtl && { bidirectional: true }),
      children: textRuns(title, rtl),
    }),
  ])
  const last = table.rows.length - 1
  return [
    ...(table.title
      ? [
          new WordParagraph({
            style: 'TableTitle',
            ...(rtl && { bidirectional: true }),
            children: textRuns(table.title, rtl),
          }),
        ]
      : []),
    new WordTable({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: rtl,
      borders: NO_BORDERS,
      margins: padding,
      rows: [
        row(head, { top: 4, bottom: 12 }, true),
        ...table.rows.map((cells, index) =>
          row(
            cells.map((cell) => wordCell(cell, language, changeIds)),
            { bottom: index === last ? 12 : 2 },
            false,
          ),
        ),
      ],
    }),
  ]
}

function wordCell(cell: Cell, language: Language, changeIds: ChangeIds): WordParagraph[] {
  const text = cell.map((paragraph) => paragraph.runs.map((run) => run.text).join('')).join(' ')
  const cellLanguage = cell.find((paragraph) => paragraph.language)?.language
  const rtl = text ? runsRightToLeft(text, cellLanguage) : rightToLeft(language)
  const paragraphs = cell.length ? cell : [{ runs: [] }]
  return paragraphs.map(
    ({ runs }) =>
      new WordParagraph({
        style: 'TableText',
        ...(rtl && { bidirectional: true }),
        children: runs.flatMap((run) => wordRuns(run, rtl, changeIds)),
      }),
  )
}

/** The columns' widths in twips: their shares of the page between its margins, equal if none is given. */
function columnWidths({ columns }: Table): number[] {
  const shares = columns.map(({ width }) => width ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((twips(PAGE.width - 2 * PAGE.margin) * share) / whole))
}
