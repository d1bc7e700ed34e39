import { judgeForm, type JudgedForm, type JudgedRow } from '@/lib/circulation/forms/reading/judge'
import { type CirculatedLists, namedIn } from '@/lib/circulation/forms/load'
import type { FormPaper } from '@/lib/circulation/forms/form'
import { ownLines } from '@/lib/circulation/forms/print'
import { type PaperFile, readFile } from '@/lib/circulation/forms/reading/file'
import { returnedForm } from '@/lib/circulation/forms/reading/returned'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { Refused } from '@/lib/errors'
import type { SheetCell } from '@/lib/text/files/spreadsheet'
import { withoutForbidden } from '@/lib/text/characters'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import { placeWords } from './places'
import { withNamed } from './free/named'
import { splitSheets } from './free/sheets'
import { type Piece, splitText, splitWord } from './free/split'
import type { PieceTarget } from './free/targets/target'
import { type TargetIndex, targetIndex } from './free/targets/target-index'

/** A piece before a person's look at it, in its stored form. */
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
  /** Nothing to decide: it repeats the earlier answer. */
  isDone: boolean
  /** The group of States for which the delegation gave its earlier answer on the same line. */
  onBehalfOfId?: string | null
}

export type ReadPaper = { kind: 'form' | 'free'; pieces: NewPiece[]; contentType: string }

/** What a paper is read for; `others` are the delegations for which a paper of several may speak, too. */
type ReadFor = { paper: FormPaper; lists: CirculatedLists; others?: readonly string[] }

const TYPES: Record<PaperFile['kind'], string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  text: 'text/plain; charset=utf-8',
}

/**
 * Reads a paper as it came: a returned form of this circulation and delegation; else a free paper of Word, a
 * spreadsheet, a delimited text or plain text. Refuses a form of another circulation or delegation by name, an empty
 * paper, and every file that `readFile` refuses.
 */
export async function readPaper(
  bytes: Uint8Array,
  fileName: string,
  { paper, lists, others = [] }: ReadFor,
): Promise<ReadPaper> {
  const file = await readFile(bytes, fileName)
  const contentType = TYPES[file.kind]
  if (file.kind !== 'text') {
    const form = judgeForm(returnedForm(file, ownLines(paper)), paper)
    if (form.fault !== 'noIdentifier') {
      refuseOther(form)
      return { kind: 'form', pieces: piecesOfForm(form), contentType }
    }
  }
  requireFew(sizeOf(file))
  const pieces = piecesOf(file, targetIndex(namedIn(lists)), paper.delegation).map(ofFree)
  if (pieces.length === 0) throw new Refused('invalid', 'files.empty')
  return { kind: 'free', pieces: withNamed(pieces, others), contentType }
}

function piecesOf(file: PaperFile, index: TargetIndex, delegation: string): Piece[] {
  if (file.kind === 'text') return splitText(file.text, index, delegation)
  if (file.kind === 'docx') return splitWord(file.word, index, delegation)
  return splitSheets(file.sheets, index, delegation)
}

/** Rows and paragraphs of a free paper: each is compared with every circulated item. */
const MOST_BLOCKS = 10_000

function requireFew(blocks: number): void {
  if (blocks > MOST_BLOCKS)
    throw new Refused('invalid', 'files.tooManyRows', { limit: MOST_BLOCKS })
}

function sizeOf(file: PaperFile): number {
  if (file.kind === 'text') return file.text.split('\n').length
  if (file.kind === 'docx')
    return sum(file.word.blocks.map((block) => (block.kind === 'table' ? block.rows.length : 1)))
  return sum(file.sheets.map(({ rows }) => rows.filter(({ cells }) => cells.some(hasWords)).length))
}

const hasWords = ({ text, formula }: SheetCell): boolean =>
  text.trim() !== '' || formula !== undefined

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)

/** Refuses a form that is not of this circulation or not of this delegation. */
export function refuseOther({ fault }: Pick<JudgedForm, 'fault'>): void {
  if (fault === 'otherCirculation') throw new Refused('invalid', 'files.otherCirculation')
  if (fault === 'otherDelegation') throw new Refused('invalid', 'files.otherDelegation')
}

const piecesOfForm = ({ rows, remainder, isEarlierVersion }: JudgedForm): NewPiece[] => [
  ...rows.filter(speaks).map((row) => ofRow(row, isEarlierVersion)),
  ...remainder
    // An unknown row's words have their own piece.
    .filter(({ place }) => !rows.some((row) => row.id === null && row.place === place))
    .map(
      ({ place, text, isOfRow }): NewPiece => ({
        text: withoutForbidden(text),
        origin: placeWords(place),
        guess: '',
        target: null,
        category: null,
        position: null,
        wording: '',
        reasons: [{ key: isOfRow ? 'besideAnswer' : 'outside' }],
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
    text: withoutForbidden([row.besides, row.text].filter(Boolean).join('\n')),
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
  origin: piece.origin.slice(0, 2_000),
  guess: guess?.why ?? '',
  target: guess?.at ?? null,
  category: piece.category,
  position: piece.position,
  reasons: piece.reasons,
  doubts: piece.doubts,
  isRemainder: isHeading,
  isDone: false,
})
