/** The possible target of a piece. */
export type PieceTarget =
  | { target: 'item' | 'heading' | 'list'; id: string }
  | { target: 'circulation' }

/** A circulated item as a paper may name it. */
export type NamedItem = {
  id: string
  headingId: string
  listId: string
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
  text: string
}
type NamedHeading = { id: string; listId: string; title: string; paragraph: number | null }
/** `names` are a paper's words for the list: its year, its symbol. */
export type NamedList = { id: string; names: string[] }

export type Named = { lists: NamedList[]; headings: NamedHeading[]; items: NamedItem[] }

/** Why a target was guessed; a key of the messages `papers.guesses`. */
export const guesses = [
  'byNumber',
  'byQuote',
  'byText',
  'byHeading',
  'byList',
  'byGeneral',
] as const
type GuessKey = (typeof guesses)[number]
export type Guess = { at: PieceTarget; why: GuessKey }

/** The present list and heading of a paper, from the places before. */
export type Context = { listId: string | null; headingId: string | null }
