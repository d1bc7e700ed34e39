import Papa from 'papaparse'
import { type Column, cellText } from '@/lib/export/tables/rows'

const BYTE_ORDER_MARK = '\uFEFF'
// Spreadsheets run a cell that begins so as a formula; some trim spaces before they look.
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Rows as CSV that opens right in a spreadsheet: UTF-8 with its mark, CRLF, every cell a text. A cell that would run as a
 * formula gets an apostrophe before it.
 */
export function rowsToCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map(({ title }) => harmless(title)),
    ...rows.map((row) => columns.map((column) => harmless(cellText(column, row)))),
  ]
  return `${BYTE_ORDER_MARK}${Papa.unparse(lines, { newline: '\r\n' })}\r\n`
}

const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)
