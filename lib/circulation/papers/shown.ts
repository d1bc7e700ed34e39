import type { PieceView } from './queries'

/** Pieces on one page of a paper. */
export const PIECES_PER_PAGE = 50

export const showings = ['all', 'unsure', 'rest'] as const
export type Showing = (typeof showings)[number]

type Shown = Pick<
  PieceView,
  'id' | 'target' | 'doubts' | 'isDecided' | 'isRemainder' | 'notComment' | 'isUnchanged'
>

/** Whether a person must look at a piece: it has a doubt, or it has no target. */
export const isUnsure = ({ isDecided, doubts, target, isRemainder }: Shown): boolean =>
  !isDecided && (doubts.length > 0 || (target === '' && !isRemainder))

/** Pieces that are not understood or no comment; they follow the others. */
export const isRest = ({ notComment, isUnchanged, isRemainder, isDecided }: Shown): boolean =>
  (notComment && !isUnchanged) || (isRemainder && !isDecided)

export type PieceCounts = Record<
  'open' | 'comments' | 'written' | 'released' | 'unchanged' | 'not',
  number
>

/** The numbers of a paper's pieces: each is counted once. */
export function countsOf(
  pieces: readonly Pick<
    PieceView,
    'isDecided' | 'isWritten' | 'isReleased' | 'notComment' | 'isUnchanged'
  >[],
): PieceCounts {
  const count = (is: (piece: (typeof pieces)[number]) => boolean) => pieces.filter(is).length
  return {
    open: count(({ isDecided }) => !isDecided),
    comments: count((piece) => piece.isDecided && !piece.notComment && !piece.isWritten),
    written: count(({ isWritten, isReleased }) => isWritten && !isReleased),
    released: count(({ isReleased }) => isReleased),
    unchanged: count(({ isUnchanged }) => isUnchanged),
    not: count(({ notComment, isUnchanged }) => notComment && !isUnchanged),
  }
}

/** The main act on a paper of which everything is decided. */
export const finishOf = ({ comments, written, released, unchanged, not }: PieceCounts) =>
  comments > 0
    ? 'confirm'
    : unchanged > 0 && written + released + not === 0
      ? 'confirmUnchanged'
      : 'confirmRest'

/** One page of the pieces of a paper; `pages` is at least 1. */
type PiecePage<Piece> = {
  show: Showing
  pieces: Piece[]
  rest: Piece[]
  page: number
  pages: number
  counts: Record<Showing, number>
}

/**
 * The pieces on a page: all with the rest at the end, or the unsure ones, or the rest. `at` is a piece on the requested
 * page, in place of the page's number.
 */
export function piecesOnPage<Piece extends Shown>(
  pieces: readonly Piece[],
  {
    show,
    page,
    at,
  }: { show: string | undefined; page: string | undefined; at?: string | undefined },
): PiecePage<Piece> {
  const groups = { all: pieces, unsure: pieces.filter(isUnsure), rest: pieces.filter(isRest) }
  const choice = showings.find((option) => option === show) ?? 'all'
  const showing = groups[choice].length > 0 ? choice : 'all'
  const group = groups[showing]
  const ordered = [...group.filter((piece) => !isRest(piece)), ...group.filter(isRest)]
  const pages = Math.max(1, Math.ceil(ordered.length / PIECES_PER_PAGE))
  const index = at === undefined ? -1 : ordered.findIndex(({ id }) => id === at)
  const candidate = index >= 0 ? Math.floor(index / PIECES_PER_PAGE) + 1 : Number(page ?? 1)
  const number = Number.isInteger(candidate) ? Math.min(Math.max(candidate, 1), pages) : 1
  const pagePieces = ordered.slice((number - 1) * PIECES_PER_PAGE, number * PIECES_PER_PAGE)
  return {
    show: showing,
    pieces: pagePieces.filter((piece) => !isRest(piece)),
    rest: pagePieces.filter(isRest),
    page: number,
    pages,
    counts: { all: pieces.length, unsure: groups.unsure.length, rest: groups.rest.length },
  }
}
