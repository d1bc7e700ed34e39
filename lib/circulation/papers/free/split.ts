import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { headOf, type PaperColumn } from '@/lib/circulation/forms/reading/columns'
import { gridOfTable } from '@/lib/circulation/forms/reading/grid'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import { numberedParts } from '@/lib/circulation/forms/reading/parts'
import { recognize } from '@/lib/circulation/forms/reading/recognize'
import { oneLine } from '@/lib/circulation/forms/reading/returned'
import type { Block, Paragraph, Table, WordFile } from '@/lib/text/files/word'
import { categoryIn, positionIn } from './said'
import type { Context, Guess, TargetIndex } from './targets'

/** A piece of a free paper, with what the program made of it. A person confirms all of it or puts it right. */
export type Piece = {
  text: string
  /** Where it stands: the headings above it, the row of a table, the note. */
  origin: string
  guess: Guess | null
  category: CommentCategory | null
  position: CommentPosition | null
  wording: string
  /** A heading, a salutation, a page head: most likely no comment. */
  isHeading: boolean
  reasons: Reason[]
  doubts: Reason[]
}

const LONGEST_HEADING = 200
/** A longer piece is not gone on with: a person joins what belongs together. */
const LONGEST_PIECE = 10_000
const NUMBER = /^\s*(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]|\(?[a-z]{1,2}\)|[•–—*-])\s/i

type State = {
  index: TargetIndex
  pieces: Piece[]
  context: Context
  /** The headings above, by level. */
  trail: { level: number; text: string }[]
  /** What a heading or a line alone has named: the pieces below are about it. */
  spokenOf: Guess | null
  /** Whether the next plain paragraph goes on with the last piece, where that is about something. */
  isOpen: boolean
  /** In pasted text, an empty line ends a piece. */
  joins: boolean
}

const stateOf = (index: TargetIndex, joins: boolean): State => ({
  joins,
  index,
  pieces: [],
  context: { listId: null, headingId: null },
  trail: [],
  spokenOf: null,
  isOpen: false,
})

/** Cuts a file of Word into pieces. Every word of it stands in a piece. */
export function splitWord(file: WordFile, index: TargetIndex): Piece[] {
  const state = stateOf(index, true)
  addBlocks(state, file.blocks)
  for (const { kind, author, about, text } of file.beside) {
    const guess = about
      ? (index.byWords(`“${about}”`) ?? index.byReference(about, state.context))
      : null
    const isHead = kind === 'header' || kind === 'footer'
    state.pieces.push({
      ...pieceOf(state, text, { guess: guess ?? named(state, text) }),
      origin: [`[${kind}]`, author, about && `“${oneLine(about).slice(0, 80)}”`]
        .filter(Boolean)
        .join(' '),
      isHeading: isHead,
    })
  }
  return state.pieces
}

/** Cuts a pasted text into pieces, by its empty lines and numbers. */
export function splitText(text: string, index: TargetIndex): Piece[] {
  const state = stateOf(index, false)
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n|\n(?=\s*(?:\(?\d{1,3}[.)]|\(?[a-z]\))\s)/i)
    .filter((one) => one.trim() !== '')
  addBlocks(
    state,
    paragraphs.map((one) => ({
      kind: 'paragraph',
      text: one.trim(),
      heading: 0,
      isListed: false,
      isBold: false,
      marks: [],
    })),
  )
  return state.pieces
}

function addBlocks(state: State, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'table') addTable(state, block)
    else if (block.text.trim() !== '' || block.marks.some((mark) => /\s/.test(mark)))
      addParagraph(state, block)
  }
}

function addParagraph(state: State, paragraph: Paragraph): void {
  // Hidden words are words.
  const text = [paragraph.text.trim(), ...paragraph.marks.filter((mark) => /\s/.test(mark))]
    .join('\n')
    .trim()
  const isShort = text.length <= LONGEST_HEADING && !text.includes('\n')
  const title = isShort ? state.index.byTitle(text, state.context) : null
  const alone = isShort ? referenceAlone(state, text) : null
  const isHeading =
    isShort && (paragraph.heading > 0 || paragraph.isBold || title !== null || alone !== null)
  if (isHeading) return addHeading(state, paragraph, text, title ?? alone)
  const guess = named(state, text)
  const begins = paragraph.isListed || NUMBER.test(text) || startsWithReference(state, text)
  const last = state.pieces.at(-1)
  if (!begins && state.isOpen && last?.guess && last.text.length < LONGEST_PIECE) {
    last.text += `\n${text}`
    last.category ??= categoryIn(text)
    last.position = positionIn(last.text)
    return
  }
  state.pieces.push(pieceOf(state, text, { guess }))
  state.isOpen = state.joins
}

function addHeading(state: State, { heading }: Paragraph, text: string, guess: Guess | null): void {
  const level = heading || 9
  state.trail = [...state.trail.filter((one) => one.level < level), { level, text: oneLine(text) }]
  const { index } = state
  if (guess && guess.at.target !== 'circulation') {
    const { target, id } = guess.at
    state.context = {
      listId: index.listOf(id),
      headingId: target === 'heading' ? id : target === 'item' ? index.headingOf(id) : null,
    }
  }
  state.spokenOf = guess
  state.isOpen = false
  state.pieces.push({
    ...pieceOf(state, text, { guess }),
    isHeading: true,
    reasons: [{ key: 'heading' }],
    category: null,
    position: null,
  })
}

/** A line that says nothing but what the following is about: "Recommendation 4 (c)", or the item's own words. */
function referenceAlone({ index, context }: State, text: string): Guess | null {
  const guess = index.byReference(text, context)
  if (guess && index.otherWords(text) <= 3 && !/[.?!。؟]\s*$/.test(text)) return guess
  const own = index.byWords(text)
  return own?.why === 'byText' && !/[“«"]/.test(text) ? own : null
}

const startsWithReference = ({ index, context }: State, text: string): boolean =>
  index.byReference(text.slice(0, 60), context) !== null

/** What a piece names itself, else what the heading above it names. */
function named({ index, context, spokenOf }: State, text: string): Guess | null {
  const beginning = text.slice(0, 200)
  const own = index.byReference(beginning, context) ?? index.byWords(text)
  return own ?? (index.isAmbiguous(beginning, context) ? null : spokenOf)
}

function pieceOf(
  state: State,
  text: string,
  { guess, doubts = [], ...told }: { guess: Guess | null } & Partial<Piece>,
): Piece {
  const isAmbiguous = state.index.isAmbiguous(text.slice(0, 200), state.context)
  const missing = isAmbiguous ? 'severalItems' : 'noTarget'
  return {
    text,
    origin: state.trail.map((one) => one.text).join(' › '),
    guess,
    category: categoryIn(text),
    position: positionIn(text),
    wording: '',
    isHeading: false,
    reasons: [],
    doubts: [...(guess ? [] : [{ key: missing }]), ...doubts],
    ...told,
  }
}

function addTable(state: State, table: Table): void {
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
    if (rest !== '') addHeading(state, plain(rest), rest, state.index.byCell(rest, state.context))
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

const plain = (text: string): Paragraph => ({
  kind: 'paragraph',
  text,
  heading: 0,
  isListed: false,
  isBold: false,
  marks: [],
})
