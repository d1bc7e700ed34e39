import 'server-only'
import { lockCirculation, type LoadedCirculation } from '@/lib/circulation/comments/load'
import { circulatedItems, targetOf } from '@/lib/circulation/comments/targets'
import { clockTime, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { lockRow } from '@/lib/db/row-locks'
import { record } from '@/lib/record/record'
import { requireKnownGroup } from '@/lib/sessions/attribution/commands'
import {
  assignGroup,
  assignPiece,
  joinPieces,
  loadPiece,
  markDecided,
  markNotComment,
  markOpen,
  splitPiece,
} from './pieces'
import { canDecidePaper, canGivePieces } from './policy'
import {
  type AcceptPieces,
  type DecidePiece,
  type GivePiece,
  type OnePaper,
  type OnePiece,
  type PaperOfGroup,
  readTarget,
  type SplitPiece,
} from './schema'
import { writeDrafts } from './write-drafts'

/** The page to which an act on a paper leads. */
export type PaperPlace = { slug: string; circulationId: string; id: string }

const paperColumns = {
  id: true,
  circulationId: true,
  sessionId: true,
  delegationId: true,
  kind: true,
  hash: true,
  receivedAt: true,
  version: true,
  enteredBySecretariat: true,
  confirmedAt: true,
  discardedAt: true,
} as const

/** A paper with its circulation, locked, at the version that was read. */
type LockedPaper = Awaited<ReturnType<typeof lockPaper>>

async function lockPaper(tx: Tx, actor: SignedIn, { id, version }: OnePaper) {
  const place = orNotFound(
    await tx.paper.findUnique({
      where: { id },
      select: { circulationId: true, delegationId: true },
    }),
  )
  const circulation = await lockCirculation(tx, place.circulationId, place.delegationId)
  await lockRow(tx, 'Paper', id)
  const paper = orNotFound(await tx.paper.findUnique({ where: { id }, select: paperColumns }))
  requireAllowed(canDecidePaper(actor, paper))
  if (paper.version !== version) throw new Refused('conflict', 'paperChanged')
  return { ...paper, circulation }
}

/** The pieces have changed: readers of the earlier ones must look again before a decision. */
const raiseVersion = (tx: Tx, { id }: { id: string }) =>
  tx.paper.update({ where: { id }, data: { version: { increment: 1 } } })

const onPaper = (
  actor: SignedIn,
  input: OnePaper,
  act: (tx: Tx, paper: LockedPaper, now: Date) => Promise<unknown>,
): Promise<PaperPlace> =>
  transaction(actor, async (tx) => {
    const paper = await lockPaper(tx, actor, input)
    await act(tx, paper, await clockTime(tx))
    return placeOf(paper)
  })

const placeOf = ({
  id,
  circulationId,
  circulation,
}: {
  id: string
  circulationId: string
  circulation: LoadedCirculation
}) => ({
  id,
  circulationId,
  slug: circulation.slug,
})

/**
 * Sets a piece's target, category, position and group of States. Refuses a target outside the circulation; whether the
 * delegation may act for the group is checked at the release.
 */
export const decidePiece = (actor: SignedIn, input: DecidePiece): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper, now) => {
    const { id } = await loadPiece(tx, paper.id, input.pieceId)
    const targeted = targetOf(readTarget(input.target))
    if (targeted.target === 'other' && input.subject === '')
      throw new Refused('invalid', 'pieceSubject', {}, 'subject')
    await circulatedItems(tx, paper.circulationId, [targeted])
    await requireKnownGroup(tx, paper.sessionId, input.onBehalfOfId)
    await markDecided(tx, { id }, now, {
      ...targeted,
      subject: targeted.target === 'other' ? input.subject : '',
      category: input.category,
      commentPosition: input.position,
      onBehalfOfId: input.onBehalfOfId || null,
    })
  })

/** Marks a piece as no comment. It stays visible. */
export const dismissPiece = (actor: SignedIn, input: OnePiece): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper, now) => {
    const { id } = await loadPiece(tx, paper.id, input.pieceId)
    await markNotComment(tx, { id }, now)
  })

/** Takes back the decision on a piece, until it is a comment in hand. */
export const reopenPiece = (actor: SignedIn, input: OnePiece): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper) => {
    const { id } = await loadPiece(tx, paper.id, input.pieceId)
    await markOpen(tx, id)
  })

/**
 * Gives a piece of a paper that the Secretariat received to the delegation for which it speaks, or back to the
 * delegation of the paper: it then becomes a comment in hand there. Refuses a person who may not give it, and a
 * delegation that the circulation does not ask.
 */
export const givePiece = (actor: SignedIn, input: GivePiece): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper) => {
    requireAllowed(canGivePieces(actor, paper))
    const piece = await loadPiece(tx, paper.id, input.pieceId)
    const { circulationId, sessionId } = paper
    const to = input.delegationId === paper.delegationId ? null : input.delegationId
    if (piece.delegationId === to) return
    if (
      to &&
      (await tx.circulationAddressee.count({ where: { circulationId, delegationId: to } })) === 0
    )
      throw new Refused('invalid', 'pieceToNobodyAsked', {}, 'delegationId')
    await assignPiece(tx, piece, to)
    await raiseVersion(tx, paper)
    // The record is read by all who take part: it names neither the delegations nor the words.
    await record(tx, actor, 'circulation.pieceGiven', { sessionId, subjectId: paper.id })
  })

/**
 * Sets the group of States for which the delegation speaks in all pieces of a paper that are not yet comments in hand;
 * none: for itself. Each piece can be changed after it.
 */
export const setPaperGroup = (actor: SignedIn, input: PaperOfGroup): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper) => {
    await requireKnownGroup(tx, paper.sessionId, input.onBehalfOfId)
    await assignGroup(tx, paper.id, input.onBehalfOfId || null)
    await raiseVersion(tx, paper)
  })

/** Makes one piece of this and the next. */
export const joinWithNext = (actor: SignedIn, input: OnePiece): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper) => {
    await joinPieces(tx, await loadPiece(tx, paper.id, input.pieceId))
    await raiseVersion(tx, paper)
  })

/** Cuts a piece at the empty lines that a person put into its words. Refuses other words. */
export const cutPiece = (actor: SignedIn, input: SplitPiece): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper) => {
    await splitPiece(tx, await loadPiece(tx, paper.id, input.pieceId), input.text)
    await raiseVersion(tx, paper)
  })

/**
 * Decides several undecided pieces in one act: those with a target that leave no doubt, or all the rest as no comments.
 */
export const acceptPieces = (actor: SignedIn, input: AcceptPieces): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper, now) => {
    const open = { paperId: paper.id, decidedAt: null }
    if (input.which === 'rest') return markNotComment(tx, open, now)
    const clear = { isRemainder: false, target: { not: null }, doubts: { equals: [] } }
    return markDecided(tx, { ...open, ...clear }, now)
  })

/**
 * Writes the decided pieces of a paper as comments in hand: comments of the delegation, or comments that the
 * Secretariat entered on its behalf and releases as received with the paper. Pieces that nobody has decided stay open;
 * the paper is confirmed once there are none. Idempotent.
 */
export const confirmPaper = (
  actor: SignedIn,
  input: OnePaper,
): Promise<PaperPlace & { draftIds: string[]; open: number }> =>
  transaction(actor, async (tx) => {
    const paper = await lockPaper(tx, actor, input)
    const now = await clockTime(tx)
    const draftIds = await writeDrafts(tx, actor, paper, now)
    await raiseVersion(tx, paper)
    const open = await tx.paperPiece.count({ where: { paperId: paper.id, decidedAt: null } })
    if (open === 0)
      await tx.paper.update({
        where: { id: paper.id },
        data: { confirmedAt: now, confirmedById: actor.personId },
      })
    if (paper.enteredBySecretariat && draftIds.length > 0)
      await record(tx, actor, 'circulation.paperConfirmed', {
        sessionId: paper.sessionId,
        subjectId: paper.id,
        data: { comments: draftIds.length },
      })
    return { ...placeOf(paper), draftIds, open }
  })

/** Puts a mistaken paper aside. Refuses one with comments in hand. */
export const discardPaper = (actor: SignedIn, input: OnePaper): Promise<PaperPlace> =>
  onPaper(actor, input, async (tx, paper, now) => {
    const writtenCount = await tx.paperPiece.count({
      where: { paperId: paper.id, writtenAt: { not: null } },
    })
    if (writtenCount > 0) throw new Refused('conflict', 'paperWritten')
    await tx.paper.update({ where: { id: paper.id }, data: { discardedAt: now } })
  })
