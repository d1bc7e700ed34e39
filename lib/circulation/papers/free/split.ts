import { gridOfTable } from '@/lib/circulation/forms/reading/grid'
import { oneLine } from '@/lib/text/one-line'
import { type Block, type Paragraph, withNumber, type WordFile } from '@/lib/text/files/word'
import { NO_NUMBER } from '@/lib/text/files/word-numbering'
import {
  addClosing,
  addHeading,
  guessOf,
  leaveHeading,
  IN_THE_MARGIN,
  type Piece,
  pieceOf,
  type State,
  stateOf,
  withPositionOf,
} from './piece'
import { categoryIn, isClosing } from './said'
import { addGrid } from './table'
import type { Guess } from './targets/target'
import type { TargetIndex } from './targets/target-index'

export type { Piece } from './piece'

/** The level of a heading that is none of Word's. */
const LOWEST = 9
const LONGEST_HEADING = 200
/** A longer piece takes no more text: a person joins pieces. */
const LONGEST_PIECE = 10_000
const NUMBER = /^\s*(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]|\(?[a-z]{1,2}\)|[•–—*-])\s/i

/** Cuts a file of Word into pieces. Each word lands in a piece. `delegation` names the owner of the paper. */
export function splitWord(file: WordFile, index: TargetIndex, delegation = ''): Piece[] {
  const state = stateOf(index, { joins: true, delegation })
  addBlocks(state, file.blocks)
  const inText = [...state.pieces]
  // What stands beside the text is not about the last heading of the text.
  leaveHeading(state)
  for (const { kind, author, about, text } of file.beside) {
    const guess = about
      ? (index.byWords(`“${about}”`) ??
        index.byReference(about, state.context) ??
        guessAround(about, inText))
      : null
    const isHead = kind === 'header' || kind === 'footer'
    const piece = pieceOf(state, text, { guess: guess ?? guessOf(state, text) })
    state.pieces.push({
      ...piece,
      origin: [`[${kind}]`, author, about && `“${oneLine(about).slice(0, 80)}”`]
        .filter(Boolean)
        .join(' '),
      isHeading: isHead,
      ...(kind === 'comment' && { doubts: [...piece.doubts, IN_THE_MARGIN] }),
    })
  }
  return state.pieces
}

/** The target of the only piece of the text in which these words stand; none if several have them. */
function guessAround(about: string, pieces: readonly Piece[]): Guess | null {
  const words = oneLine(about)
  const around = pieces.filter(({ text }) => words !== '' && oneLine(text).includes(words))
  return around.length === 1 ? around[0]!.guess : null
}

/** Cuts a pasted text into pieces, by its empty lines and numbers. */
export function splitText(text: string, index: TargetIndex, delegation = ''): Piece[] {
  const state = stateOf(index, { joins: false, delegation })
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n|\n(?=\s*(?:\(?\d{1,3}[.)]|\(?[a-z]\))\s)/i)
    .filter((paragraph) => paragraph.trim() !== '')
  addBlocks(
    state,
    paragraphs.map((paragraph) => ({
      kind: 'paragraph',
      text: paragraph.trim(),
      heading: 0,
      isListed: false,
      isBold: false,
      number: NO_NUMBER,
      marks: [],
    })),
  )
  return state.pieces
}

function addBlocks(state: State, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'table') addGrid(state, gridOfTable(block, 1))
    else if (block.text.trim() !== '' || block.marks.some((mark) => /\s/.test(mark)))
      addParagraph(state, block)
  }
}

function addParagraph(state: State, paragraph: Paragraph): void {
  // Hidden words are words.
  const hidden = paragraph.marks.filter((mark) => /\s/.test(mark))
  const text = [withNumber(paragraph).trim(), ...hidden].join('\n').trim()
  if (isClosing(text)) return addClosing(state, text)
  const isShort = text.length <= LONGEST_HEADING && !text.includes('\n')
  const title = isShort ? state.index.byTitle(paragraph.text.trim(), state.context) : null
  const alone = isShort ? referenceAlone(state, text) : null
  const isHeading =
    isShort &&
    (paragraph.heading > 0 ||
      paragraph.isBold ||
      title !== null ||
      alone !== null ||
      isUnknownAlone(state, text))
  if (isHeading)
    return addHeading(state, text, { guess: title ?? alone, level: paragraph.heading || LOWEST })
  const { reference } = paragraph.number
  const guess = guessOf(state, text, reference)
  const begins = paragraph.isListed || NUMBER.test(text) || startsWithReference(state, text)
  const last = state.pieces.at(-1)
  if (!begins && state.isOpen && last?.guess && last.text.length < LONGEST_PIECE) {
    const joined = `${last.text}\n${text}`
    const category = last.category ?? categoryIn(text)
    state.pieces[state.pieces.length - 1] = {
      ...withPositionOf(last, joined),
      text: joined,
      category,
    }
    return
  }
  state.pieces.push(pieceOf(state, text, { guess, reference }))
  state.isOpen = state.joins
}

/** A line with only a target for the following: "Recommendation 4 (c)", or the item's own words. */
function referenceAlone({ index, context }: State, text: string): Guess | null {
  const guess = index.byReference(text, context)
  if (guess && standsAlone(index, text)) return guess
  const guessByWords = index.byWords(text)
  return guessByWords?.why === 'byText' && !/[“«"]/.test(text) ? guessByWords : null
}

/** A line with only an item that does not exist: the pieces below it are about that item, not about the last one. */
const isUnknownAlone = ({ index, context }: State, text: string): boolean =>
  index.unknownIn(text, context) !== null && standsAlone(index, text)

const standsAlone = (index: TargetIndex, text: string): boolean =>
  index.otherWords(text) <= 3 && !/[.?!。؟]\s*$/.test(text)

const startsWithReference = ({ index, context }: State, text: string): boolean => {
  const start = text.slice(0, 60)
  return index.byReference(start, context) !== null || index.unknownIn(start, context) !== null
}
