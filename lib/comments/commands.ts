import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import { tellComment } from './letters'
import { findPassage } from './passage'
import { canCommentOnProposal, canDraftComment, canReleaseComment } from './policy'
import type { OneCommentDraft, WriteComment } from './schema'

/** What was released, and where it can be read. */
export type ReleasedComment = { id: string; slug: string; proposalNumber: number }

/**
 * Releases a comment as the delegation's own: from now on it is official, attributed and immutable.
 * Refuses whoever may not submit, outside the period, on a withdrawn proposal. Sent twice, also after
 * the deadline, it answers with the comment of the first time.
 */
export function releaseComment(actor: SignedIn, input: WriteComment): Promise<ReleasedComment> {
  return transaction(actor, async (tx) => {
    // Locked first: a comment and a withdrawal of its proposal have an order.
    await lockRow(tx, 'Proposal', input.proposalId, 'share')
    const target = await loadTarget(tx, input)
    authorize(canReleaseComment(actor, target), 'commentNotReleasable')
    const { delegationId, delegationName } = orNotFound(membershipIn(actor, target.sessionId))
    const released = { id: input.id, slug: target.slug, proposalNumber: target.number }
    if (await tx.comment.findUnique({ where: { id: input.id }, select: { id: true } }))
      return sentBefore(tx, input, delegationId, released)
    const receivedAt = await requireOpenPeriod(tx, actor, target.sessionId, 'comments')
    requireAllowed(canCommentOnProposal(actor, target))

    const textHash = sha256(input.text)
    const { passage, sessionId: ofSession } = target
    const { count } = await tx.comment.createMany({
      data: [
        {
          id: input.id,
          sessionId: ofSession,
          proposalId: input.proposalId,
          revisionNumber: input.revisionNumber,
          delegationId,
          parentId: input.parentId || null,
          kind: input.kind,
          passageStart: passage?.start ?? null,
          passageEnd: passage?.end ?? null,
          passageText: passage?.text ?? null,
          text: input.text,
          textHash,
          releasedById: actor.personId,
          receivedAt,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return sentBefore(tx, input, delegationId, released)
    await tx.commentDraft.updateMany({
      where: { id: input.id, delegationId },
      data: { releasedAt: await clockTime(tx) },
    })
    await record(tx, actor, 'comment.released', {
      sessionId: target.sessionId,
      subjectId: input.id,
      data: { number: target.number, revision: input.revisionNumber, kind: input.kind },
      textHash,
    })
    const { proposalId, parentId } = input
    const { sessionId, number } = target
    const by = { delegationId, delegationName }
    const comment = { id: input.id, proposalId, parentId: parentId || null, ...by }
    await tellComment(tx, { ...comment, sessionId, number, textHash })
    return released
  })
}

/**
 * Keeps a comment within the delegation until somebody who may submit releases it. Refuses a
 * comment that was released or discarded meanwhile, and one of another delegation as if it did not exist.
 */
export function saveCommentDraft(actor: SignedIn, input: WriteComment): Promise<ReleasedComment> {
  return transaction(actor, async (tx) => {
    const target = await loadTarget(tx, input)
    authorize(canDraftComment(actor, target), 'commentNotAllowed')
    const { delegationId } = orNotFound(membershipIn(actor, target.sessionId))
    const saved = await tx.$executeRaw`
      INSERT INTO "CommentDraft" (id, "proposalId", "revisionNumber", "delegationId", "parentId", kind,
        passage, "passageStart", text, "createdById", "updatedById")
      VALUES (${input.id}::uuid, ${input.proposalId}::uuid, ${input.revisionNumber},
        ${delegationId}::uuid, ${input.parentId || null}::uuid, ${input.kind}::"CommentKind",
        ${input.passage}, ${input.passageStart ?? null}::int, ${input.text}, ${actor.personId}::uuid,
        ${actor.personId}::uuid)
      ON CONFLICT (id) DO UPDATE SET kind = EXCLUDED.kind, passage = EXCLUDED.passage,
        "passageStart" = EXCLUDED."passageStart",
        text = EXCLUDED.text, version = "CommentDraft".version + 1, "updatedAt" = now(),
        "updatedById" = EXCLUDED."updatedById"
      WHERE "CommentDraft"."delegationId" = EXCLUDED."delegationId"
        AND "CommentDraft"."proposalId" = EXCLUDED."proposalId"
        AND "CommentDraft"."releasedAt" IS NULL AND "CommentDraft"."discardedAt" IS NULL`
    if (saved === 0) throw new Refused('conflict', 'commentNoLongerDraft')
    return { id: input.id, slug: target.slug, proposalNumber: target.number }
  })
}

/** Puts a draft of the actor's own delegation aside; it is shown no more. */
export function discardCommentDraft(actor: SignedIn, { id }: OneCommentDraft): Promise<void> {
  return transaction(actor, async (tx) => {
    const delegationIds = actor.memberships.map((place) => place.delegationId)
    const { count } = await tx.commentDraft.updateMany({
      where: { id, delegationId: { in: delegationIds }, releasedAt: null, discardedAt: null },
      data: { discardedAt: await clockTime(tx) },
    })
    if (count === 0) throw new Refused('not-found', 'notFound')
  })
}

type Target = {
  sessionId: string
  slug: string
  number: number
  withdrawn: boolean
  stakeholdersMayComment: boolean
  passage: { start: number; end: number; text: string } | null
}

/** The revision that is commented on, with the passage found in its text. */
async function loadTarget(tx: Tx, input: WriteComment): Promise<Target> {
  const rows = await tx.$queryRaw<
    (Omit<Target, 'passage'> & { text: string; parentFits: boolean })[]
  >`
    SELECT s.id AS "sessionId", s.slug, p.number, ${withdrawnSql} AS withdrawn,
      g."stakeholdersMayComment", r.text,
      ${input.parentId || null}::uuid IS NULL OR EXISTS (SELECT 1 FROM "Comment" c
        WHERE c.id = ${input.parentId || null}::uuid AND c."proposalId" = p.id) AS "parentFits"
    FROM "Proposal" p
    JOIN "Session" s ON s.id = p."sessionId"
    JOIN "ExpertGroup" g ON g.id = s."groupId"
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = ${input.revisionNumber}
    WHERE p.id = ${input.proposalId}::uuid`
  const { text, parentFits, ...target } = orNotFound(rows[0])
  if (!parentFits) throw new Refused('not-found', 'notFound')
  if (input.passage.trim() === '') return { ...target, passage: null }
  const place = findPassage(text, input.passage, input.passageStart ?? null)
  if (place === 'absent') throw new Refused('invalid', 'passageNotFound', {}, 'passage')
  if (place === 'ambiguous') throw new Refused('invalid', 'passageAmbiguous', {}, 'passage')
  return { ...target, passage: { ...place, text: text.slice(place.start, place.end) } }
}

/** The same request again is the same comment; the id of somebody else's is refused. */
async function sentBefore(
  tx: Tx,
  input: WriteComment,
  delegationId: string,
  released: ReleasedComment,
): Promise<ReleasedComment> {
  const earlier = await tx.comment.findFirst({
    where: { id: input.id, delegationId, proposalId: input.proposalId, text: input.text },
    select: { id: true },
  })
  if (!earlier) throw new Refused('conflict', 'commentNoLongerDraft')
  return released
}
