import { gridOfSheet } from '@/lib/circulation/forms/reading/grid'
import type { Sheet } from '@/lib/text/files/spreadsheet'
import { guessOf, IN_THE_MARGIN, type Piece, pieceOf, stateOf } from './piece'
import { addGrid } from './table'
import type { TargetIndex } from './targets/target-index'

/**
 * Cuts the sheets of a spreadsheet that is no form into pieces, row by row, hidden ones too. A sheet named after a list
 * or a heading is about it. Each word of a cell or a note lands in a piece.
 */
export function splitSheets(
  sheets: readonly Sheet[],
  index: TargetIndex,
  delegation = '',
): Piece[] {
  const state = stateOf(index, { joins: false, delegation })
  sheets.forEach((sheet, at) => {
    const guess = sheet.name ? index.byTitle(sheet.name, { listId: null, headingId: null }) : null
    const { target, id } = { id: '', ...(guess?.at ?? { target: null }) }
    state.spokenOf = guess
    state.context = {
      listId: id ? index.listOf(id) : null,
      headingId: target === 'heading' ? id : null,
    }
    state.trail = sheet.name && sheets.length > 1 ? [{ level: 0, text: sheet.name }] : []
    addGrid(state, gridOfSheet(sheet, at + 1))
    for (const { line, text } of sheet.notes)
      state.pieces.push({
        ...pieceOf(state, text, { guess: guessOf(state, text), doubts: [IN_THE_MARGIN] }),
        origin: [...state.trail.map((heading) => heading.text), `[${line}]`].join(' › '),
      })
  })
  return state.pieces
}
