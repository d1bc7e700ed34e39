import {
  BorderStyle,
  HeightRule,
  Paragraph as WordParagraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { footnote, type ChangeIds, textRuns } from '@/lib/export/docx/runs'
import { exactly } from '@/lib/export/docx/styles'
import { NO_BORDERS } from '@/lib/export/docx/table'
import { HEAD, twips } from '@/lib/export/geometry'
import { distributionLines, symbolRoot } from '@/lib/export/masthead'
import type { Paper } from '@/lib/export/paper'
import { phrases, rightToLeft } from '@/lib/export/phrases'
import { safe } from '@/lib/export/tables/safe'

type Words = {
  text: string
  points?: number
  bold?: boolean
  line?: number
  before?: number
  after?: number
}

/** The head of the first page down to the title and its warning. The place of the emblem stays empty: it needs leave. */
export function wordMasthead(paper: Paper, changeIds: ChangeIds): (WordTable | WordParagraph)[] {
  const { masthead, language } = paper
  const rtl = rightToLeft(language)
  const say = ({ text, points = 10, bold, line = 12, before = 0, after = 0 }: Words) =>
    new WordParagraph({
      ...(rtl && { bidirectional: true }),
      spacing: { before: twips(before), after: twips(after), ...exactly(line) },
      children: textRuns(text, rtl, { points, bold }),
    })
  const leftLine = (words: Words, right = 170) =>
    new WordParagraph({
      ...(rtl && { bidirectional: true }),
      indent: { right: twips(right) },
      spacing: { before: twips(words.before ?? 0), ...exactly(words.line ?? 12) },
      children: textRuns(words.text, rtl, { points: words.points ?? 10, bold: words.bold }),
    })
  const { agendaItem } = masthead
  return [
    // LibreOffice adds an empty line before a table that begins a document.
    new WordParagraph({ spacing: exactly(1), children: [] }),
    table(rtl, [
      [
        [say({ text: '' })],
        [say({ text: phrases(language).unitedNations, points: 14, line: 14, after: 5 })],
        [symbol(masthead.symbol, rtl)],
      ],
      [
        [say({ text: '' })],
        [say({ text: masthead.organ ?? '', points: 20, bold: true, line: 22, before: 7 })],
        distributionLines(paper).map((text, index) => say({ text, before: index === 0 ? 12 : 0 })),
      ],
    ]),
    leftLine({ text: masthead.body, points: 12, bold: true, line: 13.5, before: 7.5 }),
    ...(masthead.session ? [leftLine({ text: masthead.session, bold: true })] : []),
    leftLine({ text: masthead.datesAndPlace }),
    ...(agendaItem
      ? [
          leftLine({ text: `${phrases(language).agendaItem} ${agendaItem.number}` }),
          leftLine({ text: agendaItem.title, bold: true }),
        ]
      : []),
    ...title(paper, rtl, changeIds),
  ]
}

const symbol = (text: string, rtl: boolean) => {
  const root = symbolRoot(text)
  return new WordParagraph({
    alignment: rtl ? 'left' : 'right',
    spacing: exactly(20),
    children: [
      new TextRun({ text: safe(root), size: 40 }),
      new TextRun({ text: safe(text.slice(root.length)), size: 20 }),
    ],
  })
}

const title = (paper: Paper, rtl: boolean, changeIds: ChangeIds) => [
  new WordParagraph({
    style: 'Title',
    ...(rtl && { bidirectional: true }),
    children: [
      ...textRuns(paper.title, rtl),
      ...(paper.titleNote ? [footnote([{ text: paper.titleNote }], rtl, changeIds)] : []),
    ],
  }),
  ...(paper.subtitle
    ? [
        new WordParagraph({
          style: 'Subtitle',
          ...(rtl && { bidirectional: true }),
          children: textRuns(paper.subtitle, rtl),
        }),
      ]
    : []),
  ...(paper.notice
    ? [
        new WordParagraph({
          style: 'Notice',
          ...(rtl && { bidirectional: true }),
          children: textRuns(paper.notice, rtl),
        }),
      ]
    : []),
]

function table(rtl: boolean, rows: WordParagraph[][][]): WordTable {
  // Four columns, so that the symbol has the room of the last two and the organ that of the middle two.
  const [emblem, middle, right] = HEAD.columns
  const widths = [emblem, 150, middle - 150, right].map(twips)
  return new WordTable({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: rtl,
    borders: NO_BORDERS,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          height: { value: twips(HEAD.rows[row] ?? 0), rule: HeightRule.EXACT },
          children: cells.map(
            (children, column) =>
              new TableCell({
                children,
                columnSpan: column === (row === 0 ? 2 : 1) ? 2 : 1,
                verticalAlign: row === 0 ? 'bottom' : 'top',
                borders: {
                  bottom: { style: BorderStyle.SINGLE, size: row === 0 ? 4 : 12, color: '000000' },
                },
              }),
          ),
        }),
    ),
  })
}
