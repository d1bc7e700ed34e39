import writeExcelFile from 'write-excel-file/node'
import { type Column, cellText } from '@/lib/export/rows'
import { safe } from '@/lib/export/safe'
import { repack } from '@/lib/export/zip'

const CELL_LIMIT = 32_767
const CUT = ' […] (cut: a cell of a spreadsheet holds no more)'

/**
 * Rows as a spreadsheet with one sheet. Every cell is a text, so that nothing is counted, dated or run; what is longer
 * than a cell can be is cut and says so. The same rows give the same bytes.
 */
export async function rowsToXlsx<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sheet = 'List',
): Promise<Uint8Array> {
  const cell = (text: string, bold: boolean) => ({
    value: fitting(safe(text)),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...(bold && { fontWeight: 'bold' as const }),
  })
  const head = columns.map(({ title }) => cell(title, true))
  const body = rows.map((row) => columns.map((column) => cell(cellText(column, row), false)))
  const file = writeExcelFile([head, ...body], {
    sheet,
    columns: columns.map(({ width = 16 }) => ({ width })),
    stickyRowsCount: 1,
  })
  return repack(await file.toBuffer())
}

const fitting = (text: string): string =>
  text.length <= CELL_LIMIT ? text : text.slice(0, CELL_LIMIT - CUT.length) + CUT
