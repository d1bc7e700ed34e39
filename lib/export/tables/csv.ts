import Papa from 'papaparse'
import { type Column, cellText } from '@/lib/export/tables/rows'

const BYTE_ORDER_MARK = '\uFEFF'
// Spreadsheets run a cell that begins so as a formula; some trim spaces before they look.
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Writes rows as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, every cell a text. An apostrophe escapes a
 * cell that would run as a formula.
 */
export function rowsToCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map(({ title }) => escaped(title)),
    ...rows.map((row) => columns.map((column) => escaped(cellText(column, row)))),
  ]
  return `${BYTE_ORDER_MARK}${Papa.unparse(lines, { newline: '\r\n' })}\r\n`
}

const escaped = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)
