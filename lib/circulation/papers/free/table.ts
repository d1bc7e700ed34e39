import { headOf, type PaperColumn } from '@/lib/circulation/forms/reading/columns'
import type { Grid, GridRow } from '@/lib/circulation/forms/reading/grid'
import { isFull, type Reason } from '@/lib/circulation/forms/reading/judge'
import { numberedParts } from '@/lib/circulation/forms/reading/parts'
import { recognize } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/text/one-line'
import { addHeading, guessOf, pieceOf, type State } from './piece'
import { categoryIn } from './said'
import { scopeIn } from './states'

/** A longer cell is no name, number or type. */
const LONGEST_NOTE = 150

type Columns = ReadonlyMap<PaperColumn, number>

/** The pieces of a table or sheet: a row by its head, or all its words. */
export function addGrid(state: State, { rows }: Grid): void {
  let columns: Columns | null = null
  state.isOpen = false
  for (const row of rows) {
    const texts = row.cells.map(({ text, merged }) => (merged === null ? text : ''))
    const lost = row.cells.filter(({ formula }) => formula === 'withoutValue').length
    if (texts.every((text) => text === '') && !columns && lost === 0) continue
    const whole = wordsOf(row)
    const head = headOf(whole, { isFirst: columns === null })
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
    } else if (columns) addRow(state, columns, row)
    else addWords(state, row, texts.filter(Boolean))
  }
}

/** The words of each cell; a merged cell has those of the cell above it. */
const wordsOf = ({ cells }: GridRow): string[] =>
  cells.map(({ text, merged }) => (merged === 'beside' ? '' : text))

/** A row of a table without a head: all its words. A lone title gives the target of the rows below it. */
function addWords(state: State, row: GridRow, texts: readonly string[]): void {
  const [only = ''] = texts
  const guess = texts.length === 1 ? state.index.byTitle(only, state.context) : null
  if (guess) return addHeading(state, only, { guess, level: 9 })
  const piece = pieceOf(state, texts.join('\n'), { guess: guessOf(state, texts.join(' ')) })
  state.pieces.push({ ...piece, doubts: [...piece.doubts, ...lossesOf(row)] })
}

/** Possible losses of a file: the value of a formula, the end of a cell. */
const lossesOf = ({ cells }: GridRow): Reason[] => [
  ...(cells.some(({ formula }) => formula === 'withoutValue') ? [{ key: 'formulaLost' }] : []),
  ...(cells.some(({ text }) => isFull(text)) ? [{ key: 'cellFull' }] : []),
]

/** A row of a free table: the content of its columns, and each of several numbered comments. */
function addRow(state: State, columns: Columns, row: GridRow): void {
  const cells = wordsOf(row)
  const cell = (column: PaperColumn) => cells[columns.get(column) ?? -1] ?? ''
  const [comment, wording, reference] = [cell('comment'), cell('wording'), cell('item')]
  const indexes = new Set(columns.values())
  const notes = notesIn(state, cell)
  // Notes too long for the place join the comment.
  const beyond = [
    ...notes.filter((words) => words.length > LONGEST_NOTE),
    ...cells.filter((text, at) => text !== '' && !indexes.has(at)),
  ]
  if (comment === '' && wording === '' && beyond.length === 0) {
    // A row that spans the table: a heading between the rows.
    const rest = cells.filter(Boolean).join(' ')
    if (rest !== '')
      addHeading(state, rest, { guess: state.index.byCell(rest, state.context), level: 9 })
    return
  }
  const { index, context } = state
  const unknown = index.unknownInCell(reference, context)
  const isElsewhere = unknown ?? index.unknownIn(comment.slice(0, 200), context)
  const guess =
    index.byCell(reference, context) ??
    index.byExcerpt(cell('text')) ??
    index.byReference(comment.slice(0, 200), context) ??
    (isElsewhere ? null : state.spokenOf)
  const { kinds, doubts } = kindsIn(state, row, cell)
  if (unknown) doubts.push({ key: 'unknownItem', values: { words: unknown } })
  const beside = notes.filter((words) => words.length <= LONGEST_NOTE).map(oneLine)
  const place = `[${row.line}] ${beside.join(' · ')}`
  const origin = [...state.trail.map((heading) => heading.text), place].join(' › ')
  const parts = numberedParts(comment)
  const texts = parts.length > 1 ? parts.map(({ text }) => text) : [comment]
  texts.forEach((text, at) => {
    const ownGuess = parts.length > 1 && index.byReference(text.slice(0, 60), context)
    const words = [text, ...(at === 0 ? beyond : [])].filter(Boolean).join('\n')
    state.pieces.push(
      pieceOf(state, words, {
        guess: ownGuess || guess,
        origin,
        category: kinds.categories.length === 1 ? kinds.categories[0]! : categoryIn(text),
        ...(kinds.positions.length === 1 && { position: kinds.positions[0]! }),
        wording: at === 0 ? wording : '',
        doubts,
      }),
    )
  })
}

/** The content of the columns category, position and State, with doubts for a person. */
function kindsIn(state: State, row: GridRow, cell: (column: PaperColumn) => string) {
  const kinds = recognize([cell('category'), cell('position')].filter(Boolean).join('; '))
  const states = cell('state')
  const doubts: Reason[] = []
  const doubt = (condition: boolean, key: string, words: string, name = 'words') => {
    if (condition) doubts.push({ key, values: { [name]: oneLine(words).slice(0, 200) } })
  }
  doubt(kinds.categories.length > 1, 'severalCategories', cell('category') || cell('position'))
  doubt(kinds.positions.length > 1, 'severalPositions', cell('position') || cell('category'))
  doubt(kinds.unknown !== '', 'unknownCategory', kinds.unknown)
  const scope = scopeIn(states, state.delegation)
  doubt(scope === 'several', 'states', states, 'names')
  doubt(scope === 'others', 'otherStates', states, 'names')
  if (row.cells.some(({ merged }) => merged === 'above')) doubts.push({ key: 'cellsMerged' })
  return { kinds, doubts: [...doubts, ...lossesOf(row)] }
}

/** The other non-empty cells; the item's own words add nothing. */
function notesIn({ index }: State, cell: (column: PaperColumn) => string): string[] {
  const text = cell('text')
  return [
    cell('state'),
    cell('item'),
    index.isText(text) ? '' : text,
    cell('category'),
    cell('position'),
  ].filter(Boolean)
}
