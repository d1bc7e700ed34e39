import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { translations } from '@/lib/messages'
import { COMMENT_LIMIT } from '@/lib/circulation/comments/schema'
import type { Answer, FormLine, FormPaper, FormTarget } from '../form'
import { isOfText, markOf, versionOf } from '../identifiers'
import { oneLine } from '@/lib/text/one-line'
import { behalfIn } from './behalf'
import { besideAnswer, DOUBTED_WORDS } from './beside-answers'
import { numberedParts } from './parts'
import { recognize } from './recognize'
import { type Place, type Remainder, type ReturnedForm, type ReturnedRow } from './returned'

/** The state of a row since the form went out. */
const rowStates = ['unchanged', 'new', 'changed', 'itemChanged', 'unknownRow', 'noComment'] as const
type RowState = (typeof rowStates)[number]

/** A sentence of the messages `papers.why` with its values. */
export type Reason = { key: string; values?: Record<string, string | number> }

/** A row of the report: the form's answer on a line, its state, and the reason; with `doubts` a person decides. */
export type JudgedRow = {
  place: Place
  target: FormTarget | null
  /** Of the item, heading, list or circulation; null for an unknown row. */
  id: string | null
  /** Its public name, or the row's name for it. */
  label: string
  state: RowState
  category: CommentCategory | null
  position: CommentPosition | null
  text: string
  /** The whole text as the delegation would have it; '' if it proposes none. */
  wording: string
  /** Of an unknown row: its words in the column of the text and in columns that the form does not have. */
  besides: string
  why: Reason[]
  doubts: Reason[]
}

/** Why a form as a whole is not the one that was asked for; such a form is not confirmed. */
type FormFault = 'noIdentifier' | 'otherCirculation' | 'otherDelegation'

export type JudgedForm = {
  fault: FormFault | null
  /** Whether lists were added or changed since the form was made. */
  isEarlierVersion: boolean
  rows: JudgedRow[]
  remainder: Remainder[]
}

/** Judges a returned form against the present circulation and the delegation's earlier answers. */
export function judgeForm(returned: ReturnedForm, paper: FormPaper): JudgedForm {
  const { identifier } = returned
  const lines = new Map(paper.lines.map((line) => [`${line.target} ${line.id}`, line]))
  const byText = linesByText(paper.lines)
  const beside: Remainder[] = []
  const rows = returned.rows.map((row) => {
    const lineById = row.identifier && lines.get(`${row.identifier.target} ${row.identifier.id}`)
    const lineByText = lineById || row.identifier ? undefined : byText.get(oneLine(row.cells.text))
    const line = lineById ?? lineByText ?? null
    const reading = answerIn(row, line)
    if (line) beside.push(...besideAnswer(row, line, { ...reading, ...reading.answer }))
    return judgeRow(row, line, reading, lineByText !== undefined)
  })
  return {
    fault: faultOf(identifier, paper, rows),
    isEarlierVersion: identifier !== null && identifier.version !== versionOf(paper.lines),
    rows: withTwice(rows),
    remainder: [...returned.remainder, ...beside],
  }
}

function faultOf(
  identifier: ReturnedForm['identifier'],
  paper: FormPaper,
  rows: readonly JudgedRow[],
): FormFault | null {
  // Some programs drop the form's identifier; its rows then tell enough.
  if (!identifier) return rows.some(({ id }) => id !== null) ? null : 'noIdentifier'
  if (identifier.circulationId !== paper.circulationId) return 'otherCirculation'
  return identifier.delegationId === paper.delegationId ? null : 'otherDelegation'
}

/** Lines with a text that no other line has. */
function linesByText(lines: readonly FormLine[]): Map<string, FormLine> {
  const byText = new Map<string, FormLine | null>()
  for (const line of lines) {
    if (line.target !== 'item') continue
    const text = oneLine(line.text)
    byText.set(text, byText.has(text) ? null : line)
  }
  return new Map([...byText].filter((entry): entry is [string, FormLine] => entry[1] !== null))
}

function judgeRow(
  { place, cells, identifier, beyond }: ReturnedRow,
  line: FormLine | null,
  reading: ReturnType<typeof answerIn>,
  isGuessed: boolean,
): JudgedRow {
  const why: Reason[] = isGuessed ? [{ key: 'byText' }] : []
  const judged = {
    place,
    target: line?.target ?? null,
    id: line?.id ?? null,
    label: line?.label ?? (cells.item || oneLine(cells.text).slice(0, 80)),
    ...reading.answer,
    besides: line ? '' : [cells.text, ...beyond].filter(Boolean).join('\n'),
    doubts: reading.doubts,
  }
  const state = (name: RowState, ...reasons: Reason[]): JudgedRow => ({
    ...judged,
    state: name,
    why: [...reasons, ...why, ...reading.why],
  })
  if (!line) return state('unknownRow', { key: identifier ? 'notCirculated' : 'noIdentifier' })
  if (isEmpty(reading.answer))
    return state('noComment', ...(line.answer ? [{ key: 'emptyBefore' }] : []))
  // What the delegation changed or withdrew after the form was made stands against the row.
  const isOlder = identifier?.said !== undefined && identifier.said !== line.said
  if (isOlder && identifier.said === markOf(reading.answer))
    return state('unchanged', { key: 'olderAnswer' })
  if (identifier && !isOfText(identifier, line.hash))
    return state('itemChanged', { key: 'otherHash' })
  if (line.answer && isSame(reading.answer, line.answer)) return state('unchanged')
  const answered = line.answer
    ? state('changed', ...changesOf(reading.answer, line.answer))
    : state('new')
  return {
    ...answered,
    doubts: [
      ...answered.doubts,
      ...(isOlder ? [{ key: 'answeredMeanwhile' }] : []),
      ...(line.answer ? droppedPosition(reading.answer, line.answer) : []),
    ],
  }
}

/** An empty cell may say that the form is older than the position, or that the position is given up: a person decides. */
const droppedPosition = (answer: Answer, before: Answer): Reason[] =>
  before.position && before.position !== 'none' && !answer.position
    ? [
        {
          key: 'positionDropped',
          values: { position: translations('comments.positions')(before.position) },
        },
      ]
    : []

const isEmpty = ({ category, position, text, wording }: Answer): boolean =>
  !category && !position && text === '' && wording === ''

const isSame = (answer: Answer, before: Answer): boolean => changesOf(answer, before).length === 0

const changesOf = (answer: Answer, before: Answer): Reason[] => [
  // An empty cell of the category says nothing against the one that was kept.
  ...(answer.category && answer.category !== before.category ? [{ key: 'otherCategory' }] : []),
  ...((answer.position ?? 'none') !== (before.position ?? 'none')
    ? [{ key: 'otherPosition' }]
    : []),
  ...(oneLine(answer.text) !== oneLine(before.text) ? [{ key: 'otherComment' }] : []),
  ...(oneLine(answer.wording) !== oneLine(before.wording) ? [{ key: 'otherWording' }] : []),
]

/** A cell of a spreadsheet holds no more; a longer text of an item was cut when the form was written. */
const SHEET_CELL = 32_000
/** The most letters in a cell of a spreadsheet: programs cut longer text without a word. */
const FULL_CELL = 32_767

/** Whether a program may have cut the cell. A reading leaves out spaces at its ends. */
export const isFull = (text: string): boolean =>
  text.length <= FULL_CELL && text.length > FULL_CELL - 10

function answerIn({ cells, merged, formulas, shares }: ReturnedRow, line: FormLine | null) {
  const [inCategory, inPosition] = [recognize(cells.category), recognize(cells.position)]
  const categories = [...new Set([...inCategory.categories, ...inPosition.categories])]
  const positions = [...new Set([...inPosition.positions, ...inCategory.positions])]
  const why: Reason[] = []
  const doubts: Reason[] = []
  const doubt = (condition: boolean, key: string, values?: Reason['values']) => {
    if (condition) doubts.push({ key, ...(values && { values }) })
  }
  doubt(categories.length > 1, 'severalCategories', { words: cells.category || cells.position })
  doubt(positions.length > 1, 'severalPositions', { words: cells.position || cells.category })
  const unknown = [inCategory.unknown, inPosition.unknown]
  const [category, position] = unknown.map((words) => ({ words: words.slice(0, DOUBTED_WORDS) }))
  doubt(inCategory.unknown !== '', 'unknownCategory', category)
  doubt(inPosition.unknown !== '', 'unknownPosition', position)
  const parts = numberedParts(cells.comment).length
  doubt(parts > 1, 'severalComments', { count: parts })
  doubt(cells.comment.length > COMMENT_LIMIT, 'tooLong', { limit: COMMENT_LIMIT })
  doubt([cells.comment, cells.wording].some(isFull), 'cellFull')
  const behalf = behalfIn(cells.comment)
  doubt(behalf !== null, 'states', { names: behalf ?? '' })
  doubt(shares, 'rowsMerged')
  doubt(!shares && merged.some((column) => column !== 'item' && column !== 'text'), 'cellsMerged')
  doubt(
    formulas.some(({ isLost }) => isLost),
    'formulaLost',
  )
  if (formulas.some(({ isLost }) => !isLost)) why.push({ key: 'formula' })

  const edited =
    line?.target === 'item' &&
    !shares &&
    !merged.includes('text') &&
    line.text.length < SHEET_CELL &&
    cells.text !== '' &&
    oneLine(cells.text) !== oneLine(line.text)
  const proposed = cells.wording || (edited ? cells.text : '')
  if (edited) why.push({ key: cells.wording ? 'textEditedToo' : 'textEdited' })
  const answer: Answer = {
    category: categories.length === 1 ? categories[0]! : null,
    position: positions.length === 1 ? positions[0]! : null,
    text: cells.comment,
    wording: line && oneLine(proposed) === oneLine(line.text) ? '' : proposed,
  }
  doubt(answer.wording !== '' && line !== null && line.target !== 'item', 'wordingOfNoItem')
  return { answer, unknown, why, doubts: isNothing(answer, doubts) ? [] : doubts }
}

/** A row without a word has nothing to be doubted, except words that were not understood. */
const isNothing = (answer: Answer, doubts: readonly Reason[]): boolean =>
  isEmpty(answer) && !doubts.some(({ key }) => /^(several|unknown|formulaLost|cellFull)/.test(key))

/** Two rows on one line: of positions one alone can count. */
function withTwice(rows: readonly JudgedRow[]): JudgedRow[] {
  const speaking = rows.filter(({ id, state }) => id !== null && state !== 'noComment')
  const counts = new Map<string, number>()
  for (const { id } of speaking) counts.set(id!, (counts.get(id!) ?? 0) + 1)
  return rows.map((row) =>
    row.id !== null && row.state !== 'noComment' && counts.get(row.id)! > 1
      ? { ...row, doubts: [...row.doubts, { key: 'twice' }] }
      : row,
  )
}
