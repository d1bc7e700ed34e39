import 'server-only'
import { standForSql } from '@/lib/proposals/withdrawal/stands-for'
import { lockRow, lockRows } from '@/lib/db/row-locks'
import type { Tx } from '@/lib/db/client'
import type { Actor, SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import { findPassage } from './passage'
import type { CommentState } from './policy'
import type { KeepComment } from './schema'

/** A delegation's draft in hand with the same id. */
type DraftInHand = {
  version: number
  text: string
  updatedById: string
  writtenBy: string
  isOpen: boolean
}

/** The revision that is commented on, its session as letters name it, and the obstacles. */
export type CommentTarget = {
  sessionId: string
  slug: string
  ordinal: number
  eventWord: string
  number: number
  withdrawn: boolean
  stakeholdersMayComment: boolean
  /** The delegations that stand for the proposal. */
  standingIds: string[]
  /** Whether a comment of this id was released before. */
  isReleased: boolean
  draft: DraftInHand | null
}

type FoundPassage = { start: number; end: number; text: string } | null

/**
 * The proposal's state and the passage found in its text; of drafts those of the actor's own delegations alone.
 * Locks the proposal first if it must stay as it is.
 */
export async function loadTarget(
  tx: Tx,
  actor: Actor,
  input: Pick<KeepComment, 'id' | 'proposalId' | 'revisionNumber' | 'passage' | 'passageStart'>,
  { isLocked }: { isLocked: boolean },
): Promise<{ target: CommentTarget; passage: FoundPassage }> {
  // A comment and a withdrawal of its proposal have an order.
  if (isLocked) await lockRow(tx, 'Proposal', input.proposalId, 'share')
  const delegationIds = actor.memberships.map(({ delegationId }) => delegationId)
  const rows = await tx.$queryRaw<(CommentTarget & { text: string })[]>`
    SELECT s.id AS "sessionId", s.slug, s.ordinal, g."eventWord", p.number,
      ${withdrawnSql} AS withdrawn, g."stakeholdersMayComment",
      ARRAY(SELECT id::text FROM ${standForSql} AS stands(id)) AS "standingIds",
      EXISTS (SELECT 1 FROM "Comment" c WHERE c.id = ${input.id}::uuid) AS "isReleased",
      (SELECT json_build_object('version', d.version, 'text', d.text, 'updatedById', d."updatedById", 'writtenBy', w.name,
          'isOpen', d."releasedAt" IS NULL AND d."discardedAt" IS NULL)
        FROM "CommentDraft" d JOIN "Person" w ON w.id = d."updatedById"
        WHERE d.id = ${input.id}::uuid AND d."delegationId" = ANY (${delegationIds}::uuid[])) AS draft, r.text
    FROM "Proposal" p
    JOIN "Session" s ON s.id = p."sessionId"
    JOIN "ExpertGroup" g ON g.id = s."groupId"
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = ${input.revisionNumber}
    WHERE p.id = ${input.proposalId}::uuid`
  const { text, ...target } = orNotFound(rows[0])
  return { target, passage: passageIn(text, input) }
}

function passageIn(
  text: string,
  { passage, passageStart }: Pick<KeepComment, 'passage' | 'passageStart'>,
): FoundPassage {
  if (passage.trim() === '') return null
  const place = findPassage(text, passage, passageStart ?? null)
  if (place === 'absent') throw new Refused('invalid', 'passageNotFound', {}, 'passage')
  if (place === 'ambiguous') throw new Refused('invalid', 'passageAmbiguous', {}, 'passage')
  return { ...place, text: text.slice(place.start, place.end) }
}

type LinkedComment = CommentState & {
  id: string
  parentId: string | null
  attribution: { id: string; groupOfStatesId: string | null } | null
}

/** The comment that is answered and the one that is replaced, locked if they must stay as they are. */
export async function loadLinked(
  tx: Tx,
  { proposalId, parentId, replacesId }: Pick<KeepComment, 'proposalId' | 'parentId' | 'replacesId'>,
  { isLocked }: { isLocked: boolean },
): Promise<{ parent: LinkedComment | null; replaced: LinkedComment | null }> {
  const ids = [parentId, replacesId].filter((id) => id !== '')
  if (ids.length === 0) return { parent: null, replaced: null }
  if (isLocked) await lockRows(tx, 'Comment', ids)
  const comments = await tx.comment.findMany({
    where: { id: { in: ids }, proposalId },
    select: {
      id: true,
      parentId: true,
      delegationId: true,
      replacedById: true,
      withdrawnAt: true,
      delegation: { select: { name: true } },
      attribution: { select: { id: true, groupOfStatesId: true } },
    },
  })
  const linkedComment = (id: string): LinkedComment | null => {
    if (id === '') return null
    const { delegation, ...comment } = orNotFound(comments.find((row) => row.id === id))
    return { ...comment, delegationName: delegation.name }
  }
  const [parent, replaced] = [linkedComment(parentId), linkedComment(replacesId)]
  // A reply is replaced by a reply.
  assertFound(!replaced || (replaced.parentId === null) === (parent === null))
  return { parent, replaced }
}

/**
 * Refuses words that would overwrite those of a colleague: the draft has a later version than the one over which they
 * were typed, and does not hold an earlier save of this writer. Equal words of a colleague are no such save, as the
 * position or the wording beside them may be another.
 */
export function requireOwnVersion(
  actor: SignedIn,
  draft: DraftInHand | null,
  { version, text }: Pick<KeepComment, 'version' | 'text'>,
  unanswered: readonly { text: string }[],
): void {
  if (!draft?.isOpen || version === undefined || version === draft.version) return
  const isOwn = draft.updatedById === actor.personId
  if (isOwn && [{ text }, ...unanswered].some((save) => draft.text === save.text)) return
  throw new Refused('conflict', 'commentDraftChanged', { name: draft.writtenBy })
}
