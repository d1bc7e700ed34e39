import { readDelimited } from './delimited'
import type { Sheet } from './spreadsheet'

/** A delimited text as a sheet. A line with unmatched quotation marks stands whole in a separate column. */
export function sheetOfText(text: string): Sheet {
  const { rows, unquoted } = readDelimited(text)
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const broken = unquoted.map((line) => ({
    line,
    cells: [{ column: width, text: lines[line - 1]!.trim() }],
  }))
  const whole = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((text, column) => ({ column, text })),
  }))
  return {
    name: '',
    isHidden: false,
    rows: [...whole, ...broken]
      .toSorted((a, b) => a.line - b.line)
      .map((row) => ({ ...row, isHidden: false })),
    merged: [],
    notes: [],
  }
}
