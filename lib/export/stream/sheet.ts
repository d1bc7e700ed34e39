import { type Column, cellText } from '@/lib/export/tables/rows'
import { fitting, sheetsToXlsx } from '@/lib/export/tables/xlsx'
import { cutAt, partsOf, streamPackage } from './package'
import { xmlText } from './xml'

const SHEET = 'xl/worksheets/sheet1.xml'

/** A spreadsheet with one sheet and rows in batches: like `sheetsToXlsx`, in bounded memory. Every cell is a text. */
export async function* streamSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const titles = columns.map(({ title }) => title)
  const parts = partsOf(
    await sheetsToXlsx([
      {
        name,
        titles,
        widths: columns.map(({ width = 16 }) => width),
        rows: [titles.map(() => 'x')],
      },
    ]),
  )
  // The row of the pattern gives the style of a cell of text.
  const sheet = new TextDecoder().decode(parts[SHEET])
  const [pattern] = /<row r="2">.*?<\/row>/s.exec(sheet) ?? []
  const style = /s="(\d+)"/.exec(pattern ?? '')?.[1] ?? '0'
  const [before, after] = cutAt(parts, SHEET, pattern ?? '')
  let line = 1
  const rowXml = (row: Row): string => {
    line += 1
    const cells = columns.map(
      (column, index) =>
        `<c r="${columnLetters(index)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cellText(column, row)))}</t></is></c>`,
    )
    return `<row r="${line}">${cells.join('')}</row>`
  }
  yield* streamPackage(parts, SHEET, around(before, batches, rowXml, after))
}

/** The rows of all batches between the beginning and the end of their part. */
export async function* around<Row>(
  before: string,
  batches: AsyncIterable<readonly Row[]>,
  write: (row: Row) => string,
  after: string,
): AsyncGenerator<string> {
  yield before
  for await (const batch of batches) yield batch.map(write).join('')
  yield after
}

/** "A" for the first column, "AA" for the twenty-seventh. */
const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) +
  String.fromCharCode(65 + (index % 26))
