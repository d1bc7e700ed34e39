import 'server-only'
import { putAside } from '@/lib/circulation/comments/drafts/commands'
import { COMMENT_LIMIT } from '@/lib/circulation/comments/schema'
import { circulatedItems, type Targeted } from '@/lib/circulation/comments/targets'
import { lineKey, loadAnswers } from '@/lib/circulation/forms/load'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { toMarked } from '@/lib/text/document/marked'
import { readWording } from '@/lib/text/document/wording'
import { languageOf } from '@/lib/text/language'
import { markWritten } from './pieces'

/** The locked paper that becomes comments in hand. */
type Source = {
  id: string
  circulationId: string
  sessionId: string
  delegationId: string
  kind: 'form' | 'free'
  enteredBySecretariat: boolean
  receivedAt: Date
  circulation: { openUntil: Date }
}

/**
 * Makes a comment in hand of each decided piece without one, under the same id; returns the ids. A returned form's
 * answer on a line replaces the comment in hand of its side there, and names the released comment that it replaces; it
 * is refused if somebody wrote that comment in hand after the decision on the piece. A
 * paper received after the deadline waits among the late comments, handed over on that day.
 */
export async function writeDrafts(
  tx: Tx,
  actor: SignedIn,
  paper: Source,
  now: Date,
): Promise<string[]> {
  const { circulationId, sessionId, delegationId, enteredBySecretariat } = paper
  const pieces = await tx.paperPiece.findMany({
    where: { paperId: paper.id, decidedAt: { not: null }, notComment: false, writtenAt: null },
    orderBy: { position: 'asc' },
  })
  if (pieces.length === 0) return []
  const targets = pieces.map(({ target, listId, headingId, itemId }): Targeted => {
    if (!target) throw new Refused('invalid', 'targetMissing')
    return { target, listId, headingId, itemId }
  })
  const items = await circulatedItems(tx, circulationId, targets)
  const answers = await loadAnswers(
    tx,
    circulationId,
    delegationId,
    enteredBySecretariat ? 'office' : 'own',
  )
  const before = (at: Targeted) =>
    paper.kind === 'form'
      ? answers.get(lineKey(at.target, at.itemId ?? at.headingId ?? at.listId ?? circulationId))
      : undefined
  const putAsideBy = pieces.flatMap((piece, index) => {
    const draftId = before(targets[index]!)?.draftId
    return draftId ? [{ draftId, decidedAt: piece.decidedAt!, position: piece.position }] : []
  })
  await requireDecidedAfter(tx, paper.id, putAsideBy)
  await putAside(
    tx,
    putAsideBy.map(({ draftId }) => draftId),
    now,
  )
  const isLate = enteredBySecretariat && paper.receivedAt >= paper.circulation.openUntil
  const replaced = new Set<string>()
  await tx.circulationDraft.createMany({
    data: pieces.map((piece, index) => {
      const { text } = piece
      if (text.length > COMMENT_LIMIT)
        throw new Refused('invalid', 'pieceTooLong', { limit: COMMENT_LIMIT })
      const item = piece.itemId ? items.get(piece.itemId) : undefined
      const earlier = before(targets[index]!)?.commentId
      // A comment replaces another only once.
      const replacesId = earlier && !replaced.has(earlier) ? earlier : null
      if (replacesId) replaced.add(replacesId)
      return {
        id: piece.id,
        circulationId,
        sessionId,
        delegationId: piece.delegationId ?? delegationId,
        ...targets[index]!,
        subject: piece.subject,
        category: piece.category ?? ('general' as const),
        position: piece.commentPosition ?? ('none' as const),
        language: languageOf(text || piece.wording),
        text,
        wording: item ? wordingOver(item, piece.wording) : Prisma.DbNull,
        replacesId,
        paperId: paper.id,
        onBehalfOfId: piece.onBehalfOfId,
        enteredBySecretariat,
        ...(isLate && { handedAt: paper.receivedAt, handedById: actor.personId }),
        createdById: actor.personId,
        updatedById: actor.personId,
      }
    }),
  })
  const ids = pieces.map(({ id }) => id)
  await markWritten(tx, ids, now)
  return ids
}

/** Refuses to put aside a comment in hand that was written after the decision on the piece which takes its place. */
async function requireDecidedAfter(
  tx: Tx,
  paperId: string,
  pieces: readonly { draftId: string; decidedAt: Date; position: number }[],
): Promise<void> {
  const drafts = await tx.circulationDraft.findMany({
    where: { id: { in: pieces.map(({ draftId }) => draftId) } },
    select: { id: true, updatedAt: true, updatedBy: { select: { name: true } } },
  })
  for (const { draftId, decidedAt, position } of pieces) {
    const draft = drafts.find(({ id }) => id === draftId)
    if (!draft || draft.updatedAt <= decidedAt) continue
    const number = await tx.paperPiece.count({ where: { paperId, position: { lte: position } } })
    throw new Refused('conflict', 'pieceDecidedBefore', { number, name: draft.updatedBy.name })
  }
}

type Item = { language: string; body: Parameters<typeof toMarked>[0] }

/** The item's text with the words of the paper typed over it. */
function wordingOver({ language, body }: Item, words: string) {
  if (words === '') return Prisma.DbNull
  const wording = readWording({ body: '', text: words }, language, { allowEmpty: true, over: body })
  const isSame = toMarked(wording) === toMarked(body)
  return isSame ? Prisma.DbNull : (wording as Prisma.InputJsonValue)
}
