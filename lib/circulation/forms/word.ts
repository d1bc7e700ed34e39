import {
  Bookmark,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { runsRightToLeft } from '@/lib/export/direction'
import { textRuns } from '@/lib/export/docx/runs'
import { styles } from '@/lib/export/docx/styles'
import type { Language } from '@/lib/export/paper'
import { safe } from '@/lib/export/tables/safe'
import { datedProperties, repack } from '@/lib/export/tables/zip'
import type { FormLine, FormPaper } from './form'
import { formIdentifier, rowIdentifier, rowIdentifierWithSaid } from './identifiers'
import { answerCells, formPrint } from './print'

/** The columns' widths in twips, on a landscape page. */
const WIDTHS = [1500, 4300, 1350, 1500, 3000, 2950]
const WHOLE = WIDTHS.reduce((sum, width) => sum + width, 0)

/**
 * The form as a file of Word: a table with a row for each line. Each row has its identifier twice, as a bookmark and as
 * hidden words, because no program keeps both in all cases; so does the file, as a property and as hidden words.
 */
export async function formToWord(paper: FormPaper): Promise<Uint8Array> {
  const print = formPrint(paper)
  const identifier = formIdentifier(paper)
  const document = new Document({
    title: safe(print.title),
    creator: 'Stocktake',
    lastModifiedBy: 'Stocktake',
    styles: styles('en'),
    customProperties: [{ name: 'Stocktake form', value: identifier }],
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 },
          },
        },
        children: [
          new Paragraph({
            style: 'Heading1',
            children: [hidden(identifier), ...textRuns(print.title, false)],
          }),
          ...print.lead.map(
            (text) => new Paragraph({ style: 'TableText', children: textRuns(text, false) }),
          ),
          new Paragraph({ children: [] }),
          new Table({
            width: { size: WHOLE, type: WidthType.DXA },
            columnWidths: WIDTHS,
            layout: TableLayoutType.FIXED,
            margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 80, right: 80 },
            rows: [headRow(print.columns), ...paper.lines.map((line) => lineRow(line))],
          }),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return repack(bytes, (path, xml) => datedProperties(path, xml, paper.created))
}

const hidden = (text: string) => new TextRun({ text, vanish: true })

const headRow = (titles: readonly string[]) =>
  new TableRow({
    tableHeader: true,
    children: titles.map((title, index) => cell(index, [words(title, 'en', { bold: true })])),
  })

function lineRow(line: FormLine): TableRow {
  const { category, position, text, wording } = answerCells(line)
  const number = new Paragraph({
    style: 'TableText',
    children: [
      new Bookmark({ id: rowIdentifier(line), children: textRuns(line.label, false) }),
      hidden(rowIdentifierWithSaid(line)),
    ],
  })
  const isHeading = line.target !== 'item'
  return new TableRow({
    cantSplit: false,
    children: [
      cell(0, [number]),
      cell(1, paragraphs(line.text, line.language, { bold: isHeading })),
      cell(2, [words(category, 'en')]),
      cell(3, [words(position, 'en')]),
      cell(4, paragraphs(text, undefined)),
      cell(5, paragraphs(wording, line.language)),
    ],
  })
}

const cell = (column: number, children: Paragraph[]) =>
  new TableCell({ children, width: { size: WIDTHS[column]!, type: WidthType.DXA } })

const paragraphs = (text: string, language: Language | undefined, look = {}): Paragraph[] =>
  text.split('\n').map((line) => words(line, language, look))

function words(text: string, language: Language | undefined, look = {}): Paragraph {
  const rtl = runsRightToLeft(text, language)
  return new Paragraph({
    style: 'TableText',
    ...(rtl && { bidirectional: true }),
    children: textRuns(text, rtl, look),
  })
}
