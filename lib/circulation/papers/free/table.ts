import { headOf, type PaperColumn } from '@/lib/circulation/forms/reading/columns'
import { gridOfTable } from '@/lib/circulation/forms/reading/grid'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import { numberedParts } from '@/lib/circulation/forms/reading/parts'
import { recognize } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/circulation/forms/reading/returned'
import type { Table } from '@/lib/text/files/word'
import { addHeading, named, pieceOf, type State } from './piece'
import { categoryIn, positionIn } from './said'

/** The pieces of a table: a row by its head, else all its words. */
export function addTable(state: State, table: Table): void {
  const { rows } = gridOfTable(table, 1)
  let columns: Map<PaperColumn, number> | null = null
  state.isOpen = false
  for (const row of rows) {
    const texts = row.cells.map(({ text, merged }) => (merged === null ? text : ''))
    const whole = row.cells.map(({ text, merged }) => (merged === 'beside' ? '' : text))
    if (texts.every((text) => text === '') && !columns) continue
    const head = headOf(whole)
    if (head) {
      columns = head
      state.pieces.push({
        ...pieceOf(state, texts.join('\t').trim(), { guess: null }),
        isHeading: true,
        doubts: [],
        reasons: [{ key: 'head' }],
        category: null,
        position: null,
      })
    } else if (columns)
      addRow(
        state,
        columns,
        row.line,
        whole,
        row.cells.some(({ merged }) => merged === 'above'),
      )
    else
      state.pieces.push(
        pieceOf(state, texts.filter(Boolean).join('\n'), { guess: named(state, texts.join(' ')) }),
      )
  }
}

/** A row of a table of one's own: what its columns say, and each of several numbered comments by itself. */
function addRow(
  state: State,
  columns: ReadonlyMap<PaperColumn, number>,
  line: number,
  cells: readonly string[],
  isMerged: boolean,
): void {
  const cell = (column: PaperColumn) => cells[columns.get(column) ?? -1] ?? ''
  const [comment, wording, reference, stated] = [
    cell('comment'),
    cell('wording'),
    cell('item'),
    cell('state'),
  ]
  const known = new Set(columns.values())
  const beyond = cells.filter((text, at) => text !== '' && !known.has(at))
  if ([comment, wording, ...beyond].every((text) => text === '')) {
    // A row that spans the table: a heading between the rows.
    const rest = cells.filter(Boolean).join(' ')
    if (rest !== '')
      addHeading(state, rest, { guess: state.index.byCell(rest, state.context), level: 9 })
    return
  }
  const guess =
    state.index.byCell(reference, state.context) ??
    state.index.byWords(cell('text')) ??
    state.index.byReference(comment.slice(0, 200), state.context) ??
    state.spokenOf
  const said = recognize([cell('category'), cell('position')].filter(Boolean).join('; '))
  const doubts: Reason[] = [
    ...(said.categories.length > 1
      ? [{ key: 'severalCategories', values: { words: cell('category') } }]
      : []),
    ...(said.positions.length > 1
      ? [{ key: 'severalPositions', values: { words: cell('position') } }]
      : []),
    ...(said.unknown
      ? [{ key: 'unknownCategory', values: { words: said.unknown.slice(0, 100) } }]
      : []),
    ...(stated ? [{ key: 'states', values: { names: oneLine(stated).slice(0, 200) } }] : []),
    ...(isMerged ? [{ key: 'cellsMerged' }] : []),
  ]
  // The other cells as they were written; the item's own words say nothing new.
  const own = cell('text')
  const told = [
    stated,
    reference,
    state.index.byWords(own)?.why === 'byText' ? '' : own,
    cell('category'),
    cell('position'),
  ]
    .filter(Boolean)
    .map(oneLine)
    .join(' · ')
  const parts = numberedParts(comment)
  const texts = parts.length > 1 ? parts.map(({ text }) => text) : [comment]
  texts.forEach((text, at) =>
    state.pieces.push(
      pieceOf(state, [text, ...(at === 0 ? beyond : [])].filter(Boolean).join('\n'), {
        guess:
          parts.length > 1
            ? (state.index.byReference(text.slice(0, 60), state.context) ?? guess)
            : guess,
        origin: [...state.trail.map((one) => one.text), `[${line}] ${told}`].join(' › '),
        category: said.categories.length === 1 ? said.categories[0]! : categoryIn(text),
        position: said.positions.length === 1 ? said.positions[0]! : positionIn(text),
        wording: at === 0 ? wording : '',
        doubts,
      }),
    ),
  )
}
