import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import { behalfIn } from '@/lib/circulation/forms/reading/behalf'
import { oneLine } from '@/lib/text/one-line'
import { categoryIn, positionSaid } from './said'
import type { Context, Guess } from './targets/target'
import type { TargetIndex } from './targets/target-index'

/** A piece of a free paper, with the program's guesses. A person confirms or corrects all of it. */
export type Piece = {
  text: string
  /** Its place: the headings above it, the row of a table, the note. */
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

/** Colleagues write to each other in the margin: a note there is never a clear guess. */
export const IN_THE_MARGIN: Reason = { key: 'marginComment' }

/** Words that say a position in a way that may mean another: a person chooses it. */
const UNCLEAR = 'positionUnclear'

/** The piece with the position that its whole text says. */
export function withPositionOf(piece: Piece, text: string): Piece {
  const { position, isUnclear } = positionSaid(text)
  const doubts = piece.doubts.filter(({ key }) => key !== UNCLEAR)
  return { ...piece, position, doubts: isUnclear ? [...doubts, { key: UNCLEAR }] : doubts }
}

/** The state of a paper's cutting. */
export type State = {
  index: TargetIndex
  pieces: Piece[]
  context: Context
  /** The headings above, by level. */
  trail: { level: number; text: string }[]
  /** The target of the last heading or lone line, for the pieces below. */
  spokenOf: Guess | null
  /** Whether the next plain paragraph continues the last piece, if that piece has a target. */
  isOpen: boolean
  /** In pasted text, an empty line ends a piece. */
  joins: boolean
  /** The name of the paper's delegation. */
  delegation: string
}

export const stateOf = (index: TargetIndex, about: Pick<State, 'joins' | 'delegation'>): State => ({
  ...about,
  index,
  pieces: [],
  context: { listId: null, headingId: null },
  trail: [],
  spokenOf: null,
  isOpen: false,
})

/**
 * The target in a piece's own words, else in the number that Word prints before it, else in the heading above; none if
 * its words name several items, or one that does not exist.
 */
export function guessOf(
  { index, context, spokenOf }: State,
  text: string,
  reference = '',
): Guess | null {
  const beginning = beginningOf(text, reference)
  const guess = index.byReference(beginning, context) ?? index.byWords(text)
  const isElsewhere =
    index.isAmbiguous(beginning, context) || index.unknownIn(beginning, context) !== null
  return guess ?? (isElsewhere ? null : spokenOf)
}

/** The words that may name a target. */
const beginningOf = (text: string, reference: string): string =>
  `${text.slice(0, 200)}\n${reference}`

/** A piece with these words at the present place of the cutting; `fields` come from its place. */
export function pieceOf(
  state: State,
  text: string,
  {
    guess,
    reference = '',
    doubts = [],
    ...fields
  }: { guess: Guess | null; reference?: string } & Partial<Piece>,
): Piece {
  const beginning = beginningOf(text, reference)
  const isAmbiguous = state.index.isAmbiguous(beginning, state.context)
  const unknown = state.index.unknownIn(beginning, state.context)
  const behalf = behalfIn(text)
  const missing = isAmbiguous ? 'severalItems' : 'noTarget'
  const piece: Piece = {
    text,
    origin: state.trail.map((heading) => heading.text).join(' › '),
    guess,
    category: categoryIn(text),
    position: null,
    wording: '',
    isHeading: false,
    reasons: [],
    doubts: [
      ...(unknown ? [{ key: 'unknownItem', values: { words: unknown } }] : []),
      ...(guess || unknown ? [] : [{ key: missing }]),
      ...(behalf ? [{ key: 'states', values: { names: behalf } }] : []),
      ...doubts,
    ],
    ...fields,
  }
  return fields.position === undefined ? withPositionOf(piece, text) : piece
}

/** What follows is not about the target of the last heading. */
export function leaveHeading(state: State): void {
  state.spokenOf = null
  state.context = { listId: null, headingId: null }
  state.isOpen = false
}

/** A closing formula is no comment; what stands below it, as a place and a date, is about no heading above. */
export function addClosing(state: State, text: string): void {
  leaveHeading(state)
  state.trail = []
  state.pieces.push({
    ...pieceOf(state, text, { guess: null, position: null }),
    isHeading: true,
    reasons: [{ key: 'closing' }],
    doubts: [],
    category: null,
  })
}

/** A heading is a piece that is hardly a comment; it gives the target of the pieces below it. */
export function addHeading(
  state: State,
  text: string,
  { guess, level }: { guess: Guess | null; level: number },
): void {
  state.trail = [
    ...state.trail.filter((heading) => heading.level < level),
    { level, text: oneLine(text) },
  ]
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
    ...pieceOf(state, text, { guess, position: null }),
    isHeading: true,
    reasons: [{ key: 'heading' }],
    category: null,
  })
}
