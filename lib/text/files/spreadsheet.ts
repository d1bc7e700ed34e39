import { Refused } from '@/lib/errors'
import type { Archive } from './archive'
import { childOf, childrenOf, type Element, findAll, parseXml, textOf } from './xml'

/** A cell: its words, and, if they come from a formula, whether the file holds its last value. */
export type SheetCell = { column: number; text: string; formula?: 'withValue' | 'withoutValue' }
type SheetRow = { line: number; isHidden: boolean; cells: SheetCell[] }

/** Cells that are merged: the rows and columns from the first to the last, counted from 0. */
export type Merged = { top: number; left: number; bottom: number; right: number }

export type Sheet = {
  name: string
  isHidden: boolean
  rows: SheetRow[]
  merged: Merged[]
  /** Notes and comments on cells. */
  notes: { line: number; column: number; text: string }[]
}

const MAX_ROWS = 50_000
const MAX_CELLS = 500_000

/**
 * Reads all sheets of a spreadsheet as texts: shared, inline and rich strings, numbers as they are stored, the last
 * values of formulas. Formulas are never run. Refuses like `parseXml`, and more than `MAX_ROWS` rows.
 */
export async function readSpreadsheet(archive: Archive): Promise<Sheet[]> {
  const workbook = parseXml((await archive.read('xl/workbook.xml')) ?? '')
  const targets = await relationsOf(archive, 'xl/_rels/workbook.xml.rels', 'xl')
  const shared = await archive.read('xl/sharedStrings.xml')
  const strings = shared ? childrenOf(parseXml(shared), 'x:si').map(stringOf) : []
  const sheets: Sheet[] = []
  const count = { rows: 0, cells: 0 }
  for (const sheet of childrenOf(childOf(workbook, 'x:sheets'), 'x:sheet')) {
    const path = targets.get(sheet.attributes.id ?? '')?.path
    const xml = path ? await archive.read(path) : null
    // A sheet of a chart has no cells.
    if (!path || !xml) continue
    const root = parseXml(xml, (name) => {
      if (name === 'x:row') count.rows += 1
      if (name === 'x:c') count.cells += 1
      if (count.rows > MAX_ROWS || count.cells > MAX_CELLS)
        throw new Refused('invalid', 'files.tooManyRows', { limit: MAX_ROWS })
    })
    sheets.push({
      name: sheet.attributes.name ?? '',
      isHidden: (sheet.attributes.state ?? 'visible') !== 'visible',
      rows: rowsOf(root, strings),
      merged: mergedOf(root),
      notes: await notesOf(archive, path),
    })
  }
  return sheets
}

function rowsOf(root: Element, strings: readonly string[]): SheetRow[] {
  let line = 0
  return childrenOf(childOf(root, 'x:sheetData'), 'x:row').map((row) => {
    line = Number(row.attributes.r ?? line + 1)
    let column = -1
    const cells = childrenOf(row, 'x:c').map((cell): SheetCell => {
      column = cell.attributes.r ? placeOf(cell.attributes.r).column : column + 1
      return { column, ...valueOf(cell, strings) }
    })
    return { line, isHidden: row.attributes.hidden === '1', cells }
  })
}

function valueOf(cell: Element, strings: readonly string[]): Omit<SheetCell, 'column'> {
  const value = childOf(cell, 'x:v')
  const text = wordsOf(cell, value, strings)
  if (!childOf(cell, 'x:f')) return { text }
  return { text, formula: value ? 'withValue' : 'withoutValue' }
}

function wordsOf(cell: Element, value: Element | undefined, strings: readonly string[]): string {
  const type = cell.attributes.t
  if (type === 'inlineStr') return stringOf(childOf(cell, 'x:is'))
  const text = value ? textOf(value) : ''
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  return unescaped(text)
}

/** A string with all its runs; the readings of Japanese words above the line are left out. */
const stringOf = (string: Element | undefined): string =>
  unescaped(
    childrenOf(string)
      .map((child) => {
        if (child.name === 'x:t') return textOf(child)
        return child.name === 'x:r' ? childrenOf(child, 'x:t').map(textOf).join('') : ''
      })
      .join(''),
  )

/** Spreadsheets write a control character as its number, `_x000D_`, and such a word itself as `_x005F_x000D_`. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')

/** "C12": column 2, row 11. */
function placeOf(address: string): { column: number; row: number } {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? []
  const column =
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) - 1 }
}

const mergedOf = (root: Element): Merged[] =>
  childrenOf(childOf(root, 'x:mergeCells'), 'x:mergeCell').map(({ attributes }) => {
    const [first = '', last = first] = (attributes.ref ?? '').split(':')
    const [from, until] = [placeOf(first), placeOf(last)]
    return { top: from.row, left: from.column, bottom: until.row, right: until.column }
  })

/** The parts that a part names, by id; addresses outside of the file are left out, and never asked. */
async function relationsOf(archive: Archive, path: string, folder: string) {
  const xml = await archive.read(path)
  const relationships = xml ? childrenOf(parseXml(xml), 'rel:Relationship') : []
  return new Map(
    relationships
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id = '', Target = '', Type = '' } }) => [
        Id,
        { path: resolved(folder, Target), type: Type },
      ]),
  )
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

async function notesOf(archive: Archive, sheet: string): Promise<Sheet['notes']> {
  const [folder, file] = [sheet.slice(0, sheet.lastIndexOf('/')), sheet.split('/').at(-1)]
  const parts = await relationsOf(archive, `${folder}/_rels/${file}.rels`, folder)
  const notes: Sheet['notes'] = []
  for (const { path, type } of parts.values()) {
    if (!type.endsWith('/comments')) continue
    const xml = await archive.read(path)
    for (const note of xml ? findAll(parseXml(xml), 'x:comment') : []) {
      const { column, row } = placeOf(note.attributes.ref ?? '')
      notes.push({ line: row + 1, column, text: stringOf(childOf(note, 'x:text')).trim() })
    }
  }
  return notes.filter(({ text }) => text !== '')
}
