import 'server-only'
import { cache } from 'react'
import { canEnterForOthers } from '@/lib/circulation/comments/policy'
import { loadCirculation } from '@/lib/circulation/comments/load'
import type { CommentTarget } from '@/lib/circulation/comments/kinds'
import { replacingPosition } from '@/lib/circulation/comments/reading/replacing'
import type { Reason } from '@/lib/circulation/forms/reading/judge'
import { linesOf, lineKey, loadLists } from '@/lib/circulation/forms/load'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { db } from '@/lib/db/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { listGroupsOf } from '@/lib/sessions/attribution/queries'
import { canDecidePaper, canGivePieces, canHandlePapers, canReadPaper } from './policy'
import { StoredReasons, UNCHANGED } from './schema'

/** A paper in the list of those that came in. */
export type PaperRow = {
  id: string
  kind: 'form' | 'free'
  fileName: string
  delegation: string
  receivedAt: Date
  enteredAt: Date
  enteredBy: string
  enteredBySecretariat: boolean
  confirmedAt: Date | null
  discardedAt: Date | null
  /** Undecided pieces. */
  open: number
}

/** The room of papers in one circulation: the reader's own delegation, or the delegations for which an office enters papers. */
export type PaperRoom = {
  circulationId: string
  title: string
  openUntil: Date
  delegation: { id: string; name: string } | null
  /** Delegations for which the Secretariat may enter papers. */
  others: { id: string; name: string }[]
  papers: PaperRow[]
}

/** Papers of the actor's delegation; for the Secretariat those that it entered. Refuses who is neither asked nor office. */
export async function getPaperRoom(
  actor: Actor,
  sessionId: string,
  id: string,
): Promise<PaperRoom> {
  const circulation = await loadCirculation(db, id)
  assertFound(circulation.sessionId === sessionId)
  const place = membershipIn(actor, sessionId)
  const office = canEnterForOthers(actor, sessionId)
  const isOwn =
    place !== undefined && canHandlePapers(actor, circulation, place.delegationId).allowed
  assertFound(isOwn || office)
  const others = office
    ? await db.delegation.findMany({
        where: { id: { in: [...circulation.addresseeIds] } },
        orderBy: { sortKey: 'asc' },
        select: { id: true, name: true },
      })
    : []
  const papers = await db.paper.findMany({
    where: {
      circulationId: id,
      OR: [
        ...(isOwn ? [{ delegationId: place.delegationId }] : []),
        ...(office ? [{ enteredBySecretariat: true }] : []),
      ],
    },
    orderBy: [{ enteredAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      fileName: true,
      receivedAt: true,
      enteredAt: true,
      enteredBySecretariat: true,
      confirmedAt: true,
      discardedAt: true,
      delegation: { select: { name: true } },
      enteredBy: { select: { name: true } },
      _count: { select: { pieces: { where: { decidedAt: null } } } },
    },
  })
  return {
    circulationId: id,
    title: circulation.title,
    openUntil: circulation.openUntil,
    delegation: isOwn ? { id: place.delegationId, name: place.delegationName } : null,
    others,
    papers: papers.map(({ delegation, enteredBy, _count, ...paper }) => ({
      ...paper,
      delegation: delegation.name,
      enteredBy: enteredBy.name,
      open: _count.pieces,
    })),
  }
}

/** A piece on the page. `target` is its choice in the form, `targetName` its printed name. */
export type PieceView = {
  id: string
  number: number
  text: string
  origin: string
  guess: string
  target: string
  targetName: string
  targetKind: CommentTarget | null
  /** The text of the item, for the marked wording. */
  itemText: string
  itemLanguage: string
  subject: string
  category: CommentCategory | null
  position: CommentPosition | null
  wording: string
  reasons: Reason[]
  doubts: Reason[]
  isRemainder: boolean
  isDecided: boolean
  notComment: boolean
  /** It repeats the earlier answer of its delegation, and nothing is to be decided. */
  isUnchanged: boolean
  isWritten: boolean
  /** Its comment was released. */
  isReleased: boolean
  /** The other delegation to which the Secretariat gave it. */
  givenTo: { id: string; name: string } | null
  /** The group of States for which the delegation speaks in it. */
  onBehalfOf: { id: string; name: string } | null
}

/** Comments that the Secretariat releases for a delegation; `replacing` counts those that replace a position. */
type ToRelease = { delegation: string; ids: string[]; replacing: number }

export type PaperView = Omit<PaperRow, 'open'> & {
  version: number
  hash: string
  size: number
  isLate: boolean
  circulationId: string
  circulationTitle: string
  /** Whether the reader decides about its pieces. */
  decides: boolean
  /** The delegations to which pieces can be given, its own first; empty if the reader may not give pieces. */
  recipients: { id: string; name: string }[]
  /** The groups of States for which its delegation may speak, if the reader decides. */
  groups: { id: string; name: string }[]
  /** Its unreleased drafts by the Secretariat, grouped by delegation. */
  toRelease: ToRelease[]
  pieces: PieceView[]
  /** The possible targets of a piece, in print order. */
  targets: { value: string; label: string }[]
}

/** A paper with its pieces, for its delegation, and for the Secretariat if it entered the paper. Refuses everybody else. Cached per request. */
export const getPaper = cache(
  async (actor: Actor, sessionId: string, id: string): Promise<PaperView> => {
    const paper = orNotFound(
      await db.paper.findUnique({
        where: { id },
        omit: { bytes: true },
        include: {
          delegation: { select: { name: true, entityId: true } },
          enteredBy: { select: { name: true } },
          pieces: {
            orderBy: { position: 'asc' },
            include: {
              delegation: { select: { id: true, name: true } },
              onBehalfOf: { select: { id: true, name: true } },
            },
          },
          comments: { select: { id: true } },
          drafts: {
            where: { releasedAt: null, discardedAt: null, lateRefusedAt: null },
            orderBy: { createdAt: 'asc' },
            select: {
              id: true,
              delegationId: true,
              itemId: true,
              position: true,
              delegation: { select: { name: true } },
            },
          },
        },
      }),
    )
    assertFound(paper.sessionId === sessionId && canReadPaper(actor, paper))
    const { circulationId } = paper
    const circulation = await loadCirculation(db, circulationId)
    const lines = linesOf(await loadLists(db, circulationId), circulationId)
    const byKey = new Map(lines.map((line) => [lineKey(line.target, line.id), line]))
    const decides = canDecidePaper(actor, paper).allowed
    const recipients = canGivePieces(actor, paper).allowed
      ? await listRecipients(circulation.addresseeIds, paper.delegationId)
      : []
    const { delegation, enteredBy, pieces, drafts, comments, ...plain } = paper
    // A comment has the id of its piece.
    const released = new Set(comments.map((comment) => comment.id))
    const isOffice = paper.enteredBySecretariat && canEnterForOthers(actor, sessionId)
    return {
      ...plain,
      delegation: delegation.name,
      enteredBy: enteredBy.name,
      isLate: paper.receivedAt >= circulation.openUntil,
      circulationTitle: circulation.title,
      decides,
      recipients,
      groups: decides ? await listGroupsOf(sessionId, delegation.entityId, paper.receivedAt) : [],
      toRelease: isOffice
        ? byDelegation(drafts, await replacingPosition(circulationId, drafts))
        : [],
      pieces: pieces.map(({ delegation: givenTo, ...piece }, index): PieceView => {
        const reasons = StoredReasons.parse(piece.reasons)
        const targetId = piece.itemId ?? piece.headingId ?? piece.listId ?? circulationId
        const line = piece.target ? byKey.get(lineKey(piece.target, targetId)) : undefined
        return {
          ...piece,
          givenTo,
          number: index + 1,
          target: choiceOf(piece.target, targetId),
          targetName: piece.subject || (line?.label ?? ''),
          targetKind: piece.target,
          itemText: line?.target === 'item' ? line.text : '',
          itemLanguage: line?.language ?? 'en',
          position: piece.commentPosition,
          reasons,
          doubts: StoredReasons.parse(piece.doubts),
          isDecided: piece.decidedAt !== null,
          isWritten: piece.writtenAt !== null,
          isReleased: released.has(piece.id),
          isUnchanged: piece.notComment && reasons.some(({ key }) => key === UNCHANGED),
        }
      }),
      targets: lines.map(({ target, id: lineId, label }) => ({
        value: choiceOf(target, lineId),
        label,
      })),
    }
  },
)

/** The addressed delegations, that of the paper first. */
async function listRecipients(
  ids: readonly string[],
  delegationId: string,
): Promise<{ id: string; name: string }[]> {
  const delegations = await db.delegation.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { sortKey: 'asc' },
    select: { id: true, name: true },
  })
  return [
    ...delegations.filter(({ id }) => id === delegationId),
    ...delegations.filter(({ id }) => id !== delegationId),
  ]
}

function byDelegation(
  drafts: readonly { id: string; delegation: { name: string } }[],
  replacing: ReadonlySet<string>,
): ToRelease[] {
  const names = [...new Set(drafts.map(({ delegation }) => delegation.name))]
  return names.map((name) => {
    const ids = drafts.filter(({ delegation }) => delegation.name === name).map(({ id }) => id)
    return { delegation: name, ids, replacing: ids.filter((id) => replacing.has(id)).length }
  })
}

const choiceOf = (target: CommentTarget | null, id: string): string =>
  target === null ? '' : target === 'circulation' || target === 'other' ? target : `${target} ${id}`

/** The original file, for readers of the paper. */
export async function getPaperFile(actor: Actor, sessionId: string, id: string) {
  const paper = orNotFound(
    await db.paper.findUnique({
      where: { id },
      select: {
        sessionId: true,
        delegationId: true,
        enteredBySecretariat: true,
        fileName: true,
        contentType: true,
        bytes: true,
      },
    }),
  )
  assertFound(paper.sessionId === sessionId && canReadPaper(actor, paper))
  return { name: paper.fileName, type: paper.contentType, body: paper.bytes }
}
