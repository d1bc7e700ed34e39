import type { FormLine } from '../form'
import { isOfText } from '../identifiers'
import { oneLine } from '@/lib/text/one-line'
import type { Remainder, ReturnedRow } from './returned'

/** A doubt's sentence repeats no more of the words that were not understood. */
export const DOUBTED_WORDS = 100

/**
 * The words of a known row that are no part of its answer: what was written into the cells that the form itself had
 * filled, and words in place of a category or position that are too long for the sentence of a doubt. `unknown` are the
 * words that were not understood; `wording` is the proposed wording. Cells of merged rows are left out.
 */
export function besideAnswer(
  { place, identifier, cells, merged, shares }: ReturnedRow,
  line: FormLine,
  { unknown, wording }: { unknown: readonly string[]; wording: string },
): Remainder[] {
  const isOwn = (column: 'item' | 'text') => !shares && !merged.includes(column)
  const isAsPrinted = identifier === null || isOfText(identifier, line.hash)
  const words = [
    ...(isOwn('item') ? [addedTo(line.label, cells.item)] : []),
    ...(isOwn('text') && isAsPrinted ? [addedText(line, cells.text, wording)] : []),
    ...unknown.filter((said) => said.length > DOUBTED_WORDS),
  ]
  return words.filter((text) => text !== '').map((text) => ({ place, text, isOfRow: true }))
}

/** A changed text of an item is its proposed wording, unless another one is proposed beside it. */
function addedText(line: FormLine, cell: string, wording: string): string {
  if (line.target !== 'item') return addedTo(line.text, cell)
  if (oneLine(cell) === oneLine(wording) || wording === '') return ''
  // A spreadsheet cuts a long text when the form is written.
  return oneLine(line.text).startsWith(oneLine(cell)) ? '' : cell
}

/** The words behind the printed ones, or the whole cell where those are changed. */
function addedTo(printed: string, cell: string): string {
  const [before, now] = [oneLine(printed), oneLine(cell)]
  if (now === before) return ''
  return now.startsWith(before) ? now.slice(before.length).replace(/^[\s:;,.–—-]+/u, '') : cell
}
