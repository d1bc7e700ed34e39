import writeExcelFile from 'write-excel-file/node'
import { type Column, cellText } from '@/lib/export/tables/rows'
import { safe } from '@/lib/export/tables/safe'
import { repack } from '@/lib/export/tables/zip'

const CELL_LIMIT = 32_767
const CUT = ' […] (cut: a cell of a spreadsheet holds no more)'

/** One sheet of a spreadsheet, its cells as texts. */
export type Sheet = { name: string; titles: string[]; widths: number[]; rows: string[][] }

export const sheetOf = <Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Sheet => ({
  name,
  titles: columns.map(({ title }) => title),
  widths: columns.map(({ width = 16 }) => width),
  rows: rows.map((row) => columns.map((column) => cellText(column, row))),
})

/**
 * A spreadsheet with these sheets, in the order given. Every cell is a text, so that no value becomes a number, a date or
 * a formula; a text longer than the limit of a cell is cut and says so. The same rows give the same bytes.
 */
export async function sheetsToXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const cell = (text: string, bold: boolean) => ({
    value: fitting(literal(safe(text))),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...(bold && { fontWeight: 'bold' as const }),
  })
  const file = writeExcelFile(
    sheets.map(({ name, titles, widths, rows }) => ({
      sheet: name,
      data: [
        titles.map((title) => cell(title, true)),
        ...rows.map((row) => row.map((text) => cell(text, false))),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  )
  return repack(await file.toBuffer())
}

/** Spreadsheets read `_x000D_` as the character of that number; the words themselves are written so. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** A text that fits into a cell: a longer one is cut and says so. */
export const fitting = (text: string): string =>
  text.length <= CELL_LIMIT ? text : text.slice(0, CELL_LIMIT - CUT.length) + CUT
