import { judgeForm, type JudgedForm, type JudgedRow } from '@/lib/circulation/forms/reading/judge'
import { type CirculatedLists, namedIn } from '@/lib/circulation/forms/load'
import type { FormPaper } from '@/lib/circulation/forms/form'
import { ownLines } from '@/lib/circulation/forms/print'
import { readReturnedForm } from '@/lib/circulation/forms/reading/returned'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { Refused } from '@/lib/errors'
import { openArchive } from '@/lib/text/files/archive'
import { decodeFile } from '@/lib/text/files/encoding'
import { type Block, readWord } from '@/lib/text/files/word'
import { withoutForbidden } from '@/lib/text/characters'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import { placeWords } from './places'
import { type Piece, splitText, splitWord } from './free/split'
import { type PieceTarget, targetIndex } from './free/targets'

/** A piece as it is stored: what was made of it, before a person looks at it. */
export type NewPiece = {
  text: string
  origin: string
  guess: string
  target: PieceTarget | null
  category: CommentCategory | null
  position: CommentPosition | null
  wording: string
  reasons: Reason[]
  doubts: Reason[]
  isRemainder: boolean
  /** Nothing to be decided: it says what was said before. */
  isDone: boolean
}

export type ReadPaper = { kind: 'form' | 'free'; pieces: NewPiece[]; contentType: string }

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain; charset=utf-8',
}

/**
 * Reads a paper as it came: a returned form of this circulation and delegation, a free paper of Word, or text. Refuses a
 * form of another circulation or delegation by name, a spreadsheet that is no form, and what `openArchive` refuses.
 */
export async function readPaper(
  bytes: Uint8Array,
  fileName: string,
  { paper, lists }: { paper: FormPaper; lists: CirculatedLists },
): Promise<ReadPaper> {
  const index = targetIndex(namedIn(lists))
  if (/\.(txt|text)$/i.test(fileName)) {
    const { text } = decodeFile(bytes)
    requireFew(text.split('\n').length)
    const pieces = splitText(text, index).map(ofFree)
    if (pieces.length === 0) throw new Refused('invalid', 'files.empty')
    return { kind: 'free', pieces, contentType: TYPES.text }
  }
  const archive = await openArchive(bytes)
  const isWord = archive.paths.has('word/document.xml')
  const form = judgeForm(await readReturnedForm(bytes, ownLines(paper)), paper)
  const contentType = isWord ? TYPES.docx : TYPES.xlsx
  if (form.fault !== 'noIdentifier') {
    refuseOther(form)
    return { kind: 'form', pieces: piecesOfForm(form), contentType }
  }
  if (!isWord) throw new Refused('invalid', 'files.noForm')
  const word = await readWord(archive)
  requireFew(sizeOf(word.blocks))
  const pieces = splitWord(word, index).map(ofFree)
  if (pieces.length === 0) throw new Refused('invalid', 'files.empty')
  return { kind: 'free', pieces, contentType }
}

/** Rows and paragraphs of a free paper: each is compared with every circulated item. */
const MOST_BLOCKS = 10_000

function requireFew(blocks: number): void {
  if (blocks > MOST_BLOCKS)
    throw new Refused('invalid', 'files.tooManyRows', { limit: MOST_BLOCKS })
}

const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0)

/** Refuses a form that is not of this circulation or not of this delegation. */
export function refuseOther({ fault }: Pick<JudgedForm, 'fault'>): void {
  if (fault === 'otherCirculation') throw new Refused('invalid', 'files.otherCirculation')
  if (fault === 'otherDelegation') throw new Refused('invalid', 'files.otherDelegation')
}

const piecesOfForm = ({ rows, remainder, isEarlierVersion }: JudgedForm): NewPiece[] => [
  ...rows.filter(speaks).map((row) => ofRow(row, isEarlierVersion)),
  ...remainder
    // The words of an unknown row stand in its own piece.
    .filter(({ place }) => !rows.some((row) => row.id === null && row.place === place))
    .map(
      ({ place, text }): NewPiece => ({
        text: withoutForbidden(text),
        origin: placeWords(place),
        guess: '',
        target: null,
        category: null,
        position: null,
        wording: '',
        reasons: [{ key: 'outside' }],
        doubts: [],
        isRemainder: true,
        isDone: false,
      }),
    ),
]

const speaks = ({ state, doubts }: JudgedRow): boolean => state !== 'noComment' || doubts.length > 0

function ofRow(row: JudgedRow, isEarlierVersion: boolean): NewPiece {
  const isNew = row.state === 'new' || row.state === 'changed'
  return {
    text: withoutForbidden(row.text),
    origin: [row.label, placeWords(row.place)].filter(Boolean).join(' – '),
    guess: row.id ? 'byIdentifier' : '',
    target: targetOf(row),
    category: row.category,
    position: row.position,
    wording: withoutForbidden(row.wording),
    reasons: [
      { key: `state.${row.state}` },
      ...row.why,
      ...(isEarlierVersion ? [{ key: 'earlierVersion' }] : []),
    ],
    doubts: [
      ...row.doubts,
      ...(isNew || row.state === 'unchanged' ? [] : [{ key: `state.${row.state}` }]),
    ],
    isRemainder: false,
    isDone: row.state === 'unchanged',
  }
}

function targetOf({ target, id }: JudgedRow): PieceTarget | null {
  if (!target || !id) return null
  return target === 'circulation' ? { target } : { target, id }
}

const ofFree = ({ guess, isHeading, text, wording, ...piece }: Piece): NewPiece => ({
  text: withoutForbidden(text),
  wording: withoutForbidden(wording),
  origin: piece.origin.slice(0, 1_000),
  guess: guess?.why ?? '',
  target: guess?.at ?? null,
  category: piece.category,
  position: piece.position,
  reasons: piece.reasons,
  doubts: piece.doubts,
  isRemainder: isHeading,
  isDone: false,
})
