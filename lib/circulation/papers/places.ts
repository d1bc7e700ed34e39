import type { Place } from '@/lib/circulation/forms/reading/returned'
import { translations } from '@/lib/messages'

const KNOWN = [
  'table',
  'paragraph',
  'comment',
  'footnote',
  'endnote',
  'header',
  'footer',
  'textBox',
  'hidden',
]

/** "table, row 12", "Comments, row 4, column F": a place in a file. */
export function placeWords({ part, line, column }: Place): string {
  const t = translations('papers.places')
  const name = KNOWN.includes(part) ? t(part) : part
  if (part === 'paragraph' || (KNOWN.includes(part) && part !== 'table')) return `${name} ${line}`
  // A delimited text has one table without a name.
  const row = part === '' ? t('rowAlone', { line }) : t('row', { part: name, line })
  return column === undefined ? row : t('column', { row, column: columnLetters(column) })
}

/** "A", "Z", "AA": a column, counted from 0, as spreadsheets name it. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
