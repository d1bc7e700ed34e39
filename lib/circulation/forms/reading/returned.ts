import { Refused } from '@/lib/errors'
import type { Sheet } from '@/lib/text/files/spreadsheet'
import { withNumber, type WordFile } from '@/lib/text/files/word'
import { formColumns, headOf, type PaperColumn } from './columns'
import { type PaperFile, readFile } from './file'
import { type Grid, type GridCell, type GridRow, gridOfSheet, gridsOfWord } from './grid'
import { oneLine } from '@/lib/text/one-line'
import {
  type FormIdentifier,
  formIdentifierIn,
  isRowIdentifier,
  type RowIdentifier,
  rowIdentifiersIn,
  withoutIdentifiers,
} from '../identifiers'

/** A position in the file. */
export type Place = { part: string; line: number; column?: number }

/** Words of the file outside the rows of the form; `isOfRow` if they stand in a row, beside its answer. */
export type Remainder = { place: Place; text: string; isOfRow?: true }

/** A row of a returned form. Its cells are the words in the columns of the form. */
export type ReturnedRow = {
  place: Place
  identifier: RowIdentifier | null
  cells: Record<'item' | 'text' | 'category' | 'position' | 'comment' | 'wording', string>
  /** Columns with a cell that is merged with another. */
  merged: PaperColumn[]
  /** Columns with the value of a formula; `lost` if the file does not hold the value. */
  formulas: { column: PaperColumn; isLost: boolean }[]
  /** The words in columns that the form does not have. */
  beyond: string[]
  /** Whether several rows of the form were merged into this one. */
  shares: boolean
}

export type ReturnedForm = {
  identifier: FormIdentifier | null
  rows: ReturnedRow[]
  remainder: Remainder[]
  hasTrackedChanges: boolean
}

/** Says of a line whether the form itself printed it. */
export type OwnLines = { has: (line: string) => boolean }

/**
 * Reads a form that came back, as a table of Word or in sheets. Rows are known by their identifiers, in any place and
 * any order; `ownLines` are the words that the form itself printed outside of its table. All other words are in the
 * remainder.
 */
export function returnedForm(
  file: Exclude<PaperFile, { kind: 'text' }>,
  ownLines: OwnLines = new Set(),
): ReturnedForm {
  const form = file.kind === 'docx' ? inWord(file.word) : inSheets(file.sheets)
  const remainder = form.remainder
    .map((entry) => ({ ...entry, text: withoutIdentifiers(entry.text).trim() }))
    .filter(({ text }) => text !== '' && !ownLines.has(oneLine(text)))
  return { ...form, remainder }
}

/** Reads a returned form from its bytes. Refuses plain text, and a file that `readFile` refuses. */
export async function readReturnedForm(
  bytes: Uint8Array,
  ownLines?: OwnLines,
  fileName?: string,
): Promise<ReturnedForm> {
  const file = await readFile(bytes, fileName)
  if (file.kind === 'text') throw new Refused('invalid', 'files.unknown')
  return returnedForm(file, ownLines)
}

function inWord({ blocks, beside, hasTrackedChanges, properties }: WordFile): ReturnedForm {
  const { grids, outside } = gridsOfWord(blocks)
  const readings = grids.map((grid) => readGrid(grid, 'table'))
  const source = [
    ...Object.values(properties),
    ...outside.flatMap(({ marks, text }) => [...marks, text]),
    ...beside.map(({ text }) => text),
  ].join(' ')
  return {
    identifier: formIdentifierIn(source),
    rows: readings.flatMap(({ rows }) => rows),
    remainder: [
      ...outside.map((paragraph, index) => ({
        place: { part: 'paragraph', line: index + 1 },
        text: [withNumber(paragraph), ...paragraph.marks.filter((mark) => /\s/.test(mark))].join(
          '\n',
        ),
      })),
      ...readings.flatMap(({ remainder }) => remainder),
      ...beside.map(({ kind, author, about, text }, index) => ({
        place: { part: kind, line: index + 1 },
        text: [author && `${author}:`, text, about && `(“${about.trim()}”)`]
          .filter(Boolean)
          .join(' '),
      })),
    ],
    hasTrackedChanges,
  }
}

function inSheets(sheets: readonly Sheet[]): ReturnedForm {
  const grids = sheets.map((sheet, index) => gridOfSheet(sheet, index + 1))
  const readings = grids.map((grid) => readGrid(grid, grid.name))
  const texts = grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((c) => c.text)))
  const notes = sheets.flatMap(({ name, notes: sheetNotes }) =>
    sheetNotes.map(({ line, column, text }) => ({ place: { part: name, line, column }, text })),
  )
  return {
    identifier: formIdentifierIn(texts.filter((text) => text.length < 200).join(' ')),
    rows: readings.flatMap(({ rows }) => rows),
    remainder: [...readings.flatMap(({ remainder }) => remainder), ...notes],
    hasTrackedChanges: false,
  }
}

const marksOf = ({ text, marks }: GridCell): string => [...marks, text].join(' ')

function readGrid(grid: Grid, part: string): { rows: ReturnedRow[]; remainder: Remainder[] } {
  const rows: ReturnedRow[] = []
  const remainder: Remainder[] = []
  const isForm = grid.rows.some(({ cells }) => identifiersIn(cells).length > 0)
  let columns = columnsFrom(isForm ? firstOf(grid) : 0)
  // Identifiers of rows that were merged into one: the rows below take them in their order.
  let waiting: RowIdentifier[] = []
  for (const row of grid.rows) {
    const place = {
      part: grid.number > 1 && !grid.name ? `${part} ${grid.number}` : part,
      line: row.line,
    }
    const texts = row.cells.map(({ text, merged }) => (merged === 'beside' ? '' : text))
    const head = headOf(texts.map((text) => withoutIdentifiers(text)))
    if (head) {
      columns = { ...columns, ...Object.fromEntries(head) }
      continue
    }
    const ownIdentifiers = identifiersIn(row.cells)
    const follows =
      ownIdentifiers.length === 0 && row.cells.some(({ merged }) => merged === 'above')
    const identifiers =
      ownIdentifiers.length > 0 ? ownIdentifiers : follows ? waiting.splice(0, 1) : []
    if (ownIdentifiers.length > 1) waiting = ownIdentifiers.slice(1)
    else if (!follows) waiting = []
    if (!isForm || (identifiers.length === 0 && isBlankRow(row))) {
      pushCells(row, place, remainder)
      continue
    }
    const shares = ownIdentifiers.length > 1 || (follows && identifiers.length > 0)
    const [first = null] = identifiers
    const beyond = cellsBeyond(row, columns, place)
    rows.push({
      place,
      identifier: first,
      ...cellsOf(row, columns),
      beyond: beyond.map(({ text }) => text),
      shares,
    })
    if (!first) remainder.push({ place, text: texts.filter(Boolean).join('\t') })
    else remainder.push(...beyond)
  }
  // Rows that were merged away: their identifiers are left, and each is answered by the row that took them in.
  return { rows: withMergedAway(grid, rows), remainder }
}

const identifiersIn = (cells: readonly GridCell[]): RowIdentifier[] =>
  rowIdentifiersIn(
    cells
      .filter(({ merged, marks }) => merged === null || marks.length > 0)
      .map(marksOf)
      .join(' '),
  )

type Columns = Record<PaperColumn, number>

const columnsFrom = (first: number): Columns =>
  ({
    ...Object.fromEntries(formColumns.map((column, index) => [column, first + index])),
    state: -1,
  }) as Columns

/** The place of the form's first column: behind a column of identifiers, if any. */
function firstOf(grid: Grid): number {
  for (const { cells } of grid.rows) {
    const at = cells.findIndex(({ text }) => isRowIdentifier(text))
    if (at >= 0) return at + 1
  }
  return 0
}

const isBlankRow = ({ cells }: GridRow): boolean =>
  cells.every(({ text, merged }) => merged !== null || text === '')

function pushCells(row: GridRow, place: Place, remainder: Remainder[]): void {
  row.cells.forEach(({ text, merged }, column) => {
    if (text !== '' && merged === null) remainder.push({ place: { ...place, column }, text })
  })
}

/** Cells with words in columns that the form does not have. */
function cellsBeyond({ cells }: GridRow, columns: Columns, place: Place): Remainder[] {
  const columnIndexes = new Set(Object.values(columns))
  return cells.flatMap(({ text, merged }, column) =>
    columnIndexes.has(column) || withoutIdentifiers(text).trim() === '' || merged !== null
      ? []
      : [{ place: { ...place, column }, text }],
  )
}

function cellsOf(row: GridRow, columns: Columns) {
  const cells = {} as ReturnedRow['cells']
  const merged: PaperColumn[] = []
  const formulas: ReturnedRow['formulas'] = []
  for (const column of formColumns) {
    const cell = row.cells[columns[column]]
    cells[column] = withoutIdentifiers(cell?.text ?? '').trim()
    if (cell?.merged) merged.push(column)
    if (cell?.formula) formulas.push({ column, isLost: cell.formula === 'withoutValue' })
  }
  return { cells, merged, formulas }
}

/** A row of the form for each identifier that no row has any more because several were merged into one. */
function withMergedAway(grid: Grid, rows: ReturnedRow[]): ReturnedRow[] {
  const byLine = new Map(rows.map((row) => [row.place.line, row]))
  const rowIds = new Set(rows.flatMap(({ identifier }) => identifier?.id ?? []))
  const lost = grid.rows.flatMap(({ line, cells }) => {
    const row = byLine.get(line)
    if (!row) return []
    return identifiersIn(cells)
      .slice(1)
      .filter(({ id }) => !rowIds.has(id))
      .map((identifier): ReturnedRow => ({ ...row, identifier, shares: true }))
  })
  return lost.length === 0
    ? rows
    : rows.flatMap((row) => [
        row,
        ...lost.filter(
          ({ place }) => place.line === row.place.line && place.part === row.place.part,
        ),
      ])
}
