import { Refused } from '@/lib/errors'
import type { Sheet } from '@/lib/text/files/spreadsheet'
import { type Block, linesOf, type Paragraph, type Table } from '@/lib/text/files/word'

/** A cell of a table, from a file of any kind. */
export type GridCell = {
  text: string
  /** Hidden words, names of bookmarks. */
  marks: string[]
  /** Merged with the cell above it, with the words of that cell, or with the cell beside it. */
  merged: 'above' | 'beside' | null
  formula: 'withValue' | 'withoutValue' | null
}
export type GridRow = { line: number; isHidden: boolean; cells: GridCell[] }

/** A table of a file of Word, or a sheet: `name` is that of the sheet. */
export type Grid = { number: number; name: string; isHidden: boolean; rows: GridRow[] }

/** Columns that keep their place. Cells beyond them follow one upon the other, so that a row is no longer than its words. */
const MOST_COLUMNS = 100
/** Rows that all merged ranges of a sheet may cover together. */
const MOST_MERGED = 500_000

const EMPTY: GridCell = { text: '', marks: [], merged: null, formula: null }

/** A table of Word as a grid: a merged cell appears once, and its covered places say so. */
export function gridOfTable(table: Table, number: number): Grid {
  let above: GridCell[] = []
  const rows = table.rows.map((row, index): GridRow => {
    const cells: GridCell[] = []
    for (const { column, span, continues, blocks } of row.cells) {
      const top = above[column]
      cells[column] =
        continues && top
          ? { ...EMPTY, text: top.text, merged: 'above' }
          : { ...EMPTY, text: linesOf(blocks).trim(), marks: marksIn(blocks) }
      for (let at = column + 1; at < column + span; at += 1)
        cells[at] = { ...EMPTY, merged: 'beside' }
    }
    above = filled(cells)
    return { line: index + 1, isHidden: false, cells: above }
  })
  return { number, name: '', isHidden: false, rows }
}

const marksIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.marks
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => marksIn(cell.blocks))),
  )

const filled = (cells: readonly (GridCell | undefined)[]): GridCell[] =>
  Array.from(cells, (cell) => cell ?? EMPTY)

/** A sheet as a grid; a merged range has its words in its first row and column. */
export function gridOfSheet(sheet: Sheet, number: number): Grid {
  const rows = sheet.rows.map(({ line, isHidden, cells: sheetCells }): GridRow => {
    const cells: GridCell[] = []
    for (const { column, text, formula } of sheetCells)
      cells[column < MOST_COLUMNS ? column : Math.max(cells.length, MOST_COLUMNS)] = {
        ...EMPTY,
        text: text.trim(),
        formula: formula ?? null,
      }
    return { line, isHidden, cells: filled(cells) }
  })
  const byLine = new Map(rows.map((row) => [row.line - 1, row]))
  const last = Math.max(0, ...byLine.keys())
  let covered = 0
  for (const { top, left, bottom, right } of sheet.merged) {
    if (left >= MOST_COLUMNS) continue
    const text = byLine.get(top)?.cells[left]?.text ?? ''
    // A range may be merged down to the last line of the sheet; only lines that have cells matter.
    for (let at = top; at <= Math.min(bottom, last); at += 1) {
      if (++covered > MOST_MERGED)
        throw new Refused('invalid', 'files.tooManyRows', { limit: MOST_MERGED })
      const row = byLine.get(at)
      if (!row) continue
      for (let column = left; column <= Math.min(right, left + 20); column += 1) {
        if (at === top && column === left) continue
        const cell = row.cells[column] ?? EMPTY
        // A merged range hides the cells under it, but does not delete them.
        row.cells[column] =
          column === left
            ? { ...cell, text: cell.text || text, merged: 'above' }
            : { ...cell, merged: 'beside' }
      }
    }
  }
  for (const row of rows) row.cells = filled(row.cells)
  return { number, name: sheet.name, isHidden: sheet.isHidden, rows }
}

/** The tables of a file of Word as grids, and the paragraphs outside of tables in their order. */
export function gridsOfWord(blocks: readonly Block[]): { grids: Grid[]; outside: Paragraph[] } {
  const grids: Grid[] = []
  const outside: Paragraph[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') outside.push(block)
    else grids.push(gridOfTable(block, grids.length + 1))
  }
  return { grids, outside }
}
