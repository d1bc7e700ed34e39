import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { orNotFound, Refused } from '@/lib/errors'
import { NAMES_OTHERS } from './free/named'
import type { NewPiece } from './reading'
import { StoredReasons } from './schema'

/** Room between two pieces, for the parts into which one of them is cut. */
const STEP = 65_536

const columnsOf = (target: NewPiece['target']) => {
  const id = target && target.target !== 'circulation' ? target.id : null
  return {
    target: target?.target ?? null,
    listId: target?.target === 'list' ? id : null,
    headingId: target?.target === 'heading' ? id : null,
    itemId: target?.target === 'item' ? id : null,
  }
}

/** Writes the pieces of a new paper, in their order. */
export const writePieces = (tx: Tx, paperId: string, pieces: readonly NewPiece[], now: Date) =>
  tx.paperPiece.createMany({
    data: pieces.map(({ target, isDone, position, ...piece }, index) => ({
      ...piece,
      ...columnsOf(target),
      paperId,
      position: (index + 1) * STEP,
      commentPosition: position,
      ...(isDone && { decidedAt: now, notComment: true }),
    })),
  })

/** A piece of a paper that is not yet a comment in hand. */
export async function loadPiece(tx: Tx, paperId: string, id: string) {
  const piece = orNotFound(await tx.paperPiece.findFirst({ where: { id, paperId } }))
  if (piece.writtenAt) throw new Refused('conflict', 'pieceWritten')
  return piece
}

type Decided = Pick<
  Prisma.PaperPieceUncheckedUpdateManyInput,
  | 'target'
  | 'listId'
  | 'headingId'
  | 'itemId'
  | 'subject'
  | 'category'
  | 'commentPosition'
  | 'onBehalfOfId'
>

/** A person decided on these pieces: with `decided`, or unchanged. */
export const markDecided = (
  tx: Tx,
  where: Prisma.PaperPieceWhereInput,
  now: Date,
  decided: Decided = {},
) =>
  tx.paperPiece.updateMany({
    where: { ...where, writtenAt: null },
    data: { ...decided, decidedAt: now, notComment: false },
  })

/** A person dismissed these pieces as no comments. */
export const markNotComment = (tx: Tx, where: Prisma.PaperPieceWhereInput, now: Date) =>
  tx.paperPiece.updateMany({
    where: { ...where, writtenAt: null },
    data: { decidedAt: now, notComment: true },
  })

/** A piece is to be decided again. */
export const markOpen = (tx: Tx, id: string) =>
  tx.paperPiece.updateMany({
    where: { id, writtenAt: null },
    data: { decidedAt: null, notComment: false },
  })

/** The doubts about a piece's States: a person has settled them. */
const ABOUT_STATES = ['states', 'otherStates', NAMES_OTHERS]

/** The paper's delegation speaks on behalf of this group of States in its pieces that are not yet comments in hand; null: for itself. */
export const assignGroup = (tx: Tx, paperId: string, onBehalfOfId: string | null) =>
  tx.paperPiece.updateMany({
    where: { paperId, writtenAt: null, delegationId: null },
    data: { onBehalfOfId },
  })

/** A piece speaks for this delegation, and for no group; null for that of the paper. */
export const assignPiece = (
  tx: Tx,
  { id, doubts }: { id: string; doubts: unknown },
  delegationId: string | null,
) => {
  const openDoubts = StoredReasons.parse(doubts).filter(({ key }) => !ABOUT_STATES.includes(key))
  return tx.paperPiece.updateMany({
    where: { id, writtenAt: null },
    data: { delegationId, onBehalfOfId: null, doubts: openDoubts },
  })
}

/** These pieces became comments in hand. */
export const markWritten = (tx: Tx, ids: readonly string[], now: Date) =>
  tx.paperPiece.updateMany({
    where: { id: { in: [...ids] }, writtenAt: null },
    data: { writtenAt: now },
  })

type Stored = Awaited<ReturnType<typeof loadPiece>>

/** Adds the words of the next piece to this one and takes that one away; both must then be decided again. */
export async function joinPieces(tx: Tx, piece: Stored): Promise<void> {
  const next = await tx.paperPiece.findFirst({
    where: { paperId: piece.paperId, position: { gt: piece.position } },
    orderBy: { position: 'asc' },
  })
  if (!next) throw new Refused('conflict', 'pieceLast')
  if (next.writtenAt) throw new Refused('conflict', 'pieceWritten')
  await tx.paperPiece.delete({ where: { id: next.id } })
  const [target, of] = piece.target ? [piece.target, piece] : [next.target, next]
  await tx.paperPiece.update({
    where: { id: piece.id },
    data: {
      text: joined('\n', piece.text, next.text),
      wording: joined('\n', piece.wording, next.wording),
      origin:
        piece.origin === next.origin ? piece.origin : joined(' + ', piece.origin, next.origin),
      target,
      listId: of.listId,
      headingId: of.headingId,
      itemId: of.itemId,
      category: piece.category ?? next.category,
      commentPosition: piece.commentPosition ?? next.commentPosition,
      isRemainder: piece.isRemainder && next.isRemainder,
      delegationId: piece.delegationId === next.delegationId ? piece.delegationId : null,
      onBehalfOfId: piece.onBehalfOfId === next.onBehalfOfId ? piece.onBehalfOfId : null,
    },
  })
  await markOpen(tx, piece.id)
}

const joined = (by: string, ...parts: string[]): string =>
  parts.filter((part) => part !== '').join(by)

const lettersOf = (text: string): string => text.replace(/\s+/g, '')

/** Cuts a piece at the empty lines of `text`, which must hold the same words. Each part must be decided again. */
export async function splitPiece(tx: Tx, piece: Stored, text: string): Promise<void> {
  const parts = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (lettersOf(text) !== lettersOf(piece.text))
    throw new Refused('invalid', 'pieceOtherWords', {}, 'text')
  if (parts.length < 2) throw new Refused('invalid', 'pieceNotCut', {}, 'text')
  const next = await tx.paperPiece.findFirst({
    where: { paperId: piece.paperId, position: { gt: piece.position } },
    orderBy: { position: 'asc' },
    select: { position: true },
  })
  const room = (next?.position ?? piece.position + STEP) - piece.position
  const step = Math.floor(room / parts.length)
  if (step < 1) throw new Refused('conflict', 'pieceTooFine')
  const { id, paperId, position, text: _, wording: __, reasons, doubts, ...same } = piece
  // The cut settles the doubt about several comments.
  const openDoubts = StoredReasons.parse(doubts).filter(({ key }) => key !== 'severalComments')
  await tx.paperPiece.update({ where: { id }, data: { text: parts[0]!, doubts: openDoubts } })
  await markOpen(tx, id)
  await tx.paperPiece.createMany({
    data: parts.slice(1).map((part, index) => ({
      ...same,
      paperId,
      text: part,
      position: position + step * (index + 1),
      reasons: reasons as Prisma.InputJsonValue,
      doubts: openDoubts,
      decidedAt: null,
      notComment: false,
    })),
  })
}
