import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { announceAttribution, attributeAnew } from '@/lib/sessions/attribution/commands'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { announce } from '@/lib/live/announce'
import { commentsTopic } from './live'
import { tellComment, tellWithdrawal } from './letters'
import { canCommentOnProposal, canEndComment, canReleaseComment, canReplyTo } from './policy'
import type { OneComment, WriteComment } from './schema'
import { loadLinked, loadTarget, requireOwnVersion } from './target'

/** A released or withdrawn comment, and its address. */
export type ReleasedComment = { id: string; slug: string; proposalNumber: number }

/**
 * Releases a comment as the delegation's own: from now on it is official, attributed and immutable. With `replacesId`
 * it replaces an earlier one, which stays readable and counts no more. Refuses a person who may not submit, a closed
 * period, a withdrawn proposal, a reply to a replaced or withdrawn comment, and a draft that a colleague changed
 * meanwhile. Idempotent: a repeated request, also after the deadline, gets the first comment.
 */
export function releaseComment(actor: SignedIn, input: WriteComment): Promise<ReleasedComment> {
  return transaction(actor, async (tx) => {
    const { target, passage } = await loadTarget(tx, actor, input, { isLocked: true })
    const { sessionId, number } = target
    authorize(canReleaseComment(actor, target), 'commentNotReleasable')
    const { delegationId, delegationName } = orNotFound(membershipIn(actor, sessionId))
    const released = { id: input.id, slug: target.slug, proposalNumber: number }
    if (target.isReleased) return sentBefore(tx, input, delegationId, released)
    const { parent, replaced } = await loadLinked(tx, input, { isLocked: true })
    const receivedAt = await requireOpenPeriod(tx, actor, sessionId, 'comments')
    requireAllowed(canCommentOnProposal(actor, target))
    if (parent) requireAllowed(canReplyTo(parent))
    if (replaced) requireAllowed(canEndComment(actor, target, replaced))
    requireOwnVersion(actor, target.draft, input, [])

    const textHash = sha256(input.text)
    const { revisionNumber, category, position } = input
    const { attributionId, isNew } = await attributeAnew(
      tx,
      { sessionId, delegationId, groupOfStatesId: input.onBehalfOfId || null, receivedAt },
      replaced?.attribution ?? null,
    )
    const { count } = await tx.comment.createMany({
      data: [
        {
          id: input.id,
          sessionId,
          proposalId: input.proposalId,
          revisionNumber,
          delegationId,
          parentId: parent?.id ?? null,
          category,
          position,
          passageStart: passage?.start ?? null,
          passageEnd: passage?.end ?? null,
          passageText: passage?.text ?? null,
          text: input.text,
          textHash,
          releasedById: actor.personId,
          receivedAt,
          attributionId,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return sentBefore(tx, input, delegationId, released)
    if (replaced) await endComment(tx, replaced.id, { replacedById: input.id })
    if (target.draft)
      await tx.commentDraft.updateMany({
        where: { id: input.id, delegationId },
        data: { releasedAt: receivedAt },
      })
    await record(tx, actor, replaced ? 'comment.replaced' : 'comment.released', {
      sessionId,
      subjectId: input.id,
      data: { number, revision: revisionNumber, category, position },
      textHash,
    })
    await announceAttribution(tx, actor, isNew ? attributionId : null)
    const earlier = replaced?.attribution?.id ?? null
    const isKept = earlier !== null && earlier === attributionId
    await announceChange(tx, [earlier], isKept ? 'replaced' : 'leftGroup')
    await tellComment(tx, {
      id: input.id,
      proposalId: input.proposalId,
      delegationId,
      delegationName,
      target,
      answered: parent,
      isReplacement: replaced !== null,
      receivedAt,
      textHash,
    })
    await announce(tx, commentsTopic(input.proposalId))
    return released
  })
}

/**
 * Withdraws a released comment of the actor's own delegation until the deadline: it counts no more, and a line says who
 * withdrew it and when. Refuses a person who may not submit, and a comment that has ended.
 */
export function withdrawComment(actor: SignedIn, { id }: OneComment): Promise<ReleasedComment> {
  return transaction(actor, async (tx) => {
    assertFound(await lockRow(tx, 'Comment', id))
    const { proposal, delegation, ...comment } = await tx.comment.findUniqueOrThrow({
      where: { id },
      select: {
        proposalId: true,
        sessionId: true,
        delegationId: true,
        attributionId: true,
        replacedById: true,
        withdrawnAt: true,
        delegation: { select: { name: true } },
        proposal: { select: { number: true } },
      },
    })
    const { sessionId, proposalId, delegationId } = comment
    const session = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { slug: true, group: { select: { stakeholdersMayComment: true } } },
    })
    requireAllowed(canEndComment(actor, { sessionId, ...session.group }, comment))
    await requireOpenPeriod(tx, actor, sessionId, 'comments')
    const withdrawnAt = await clockTime(tx)
    await endComment(tx, id, { withdrawnAt, withdrawnById: actor.personId })
    const { number } = proposal
    await record(tx, actor, 'comment.withdrawn', { sessionId, subjectId: id, data: { number } })
    await announceChange(tx, [comment.attributionId], 'withdrawn')
    const by = { delegationId, delegationName: delegation.name }
    await announce(tx, commentsTopic(proposalId))
    await tellWithdrawal(tx, { id, sessionId, proposalId, number, withdrawnAt, ...by })
    return { id, slug: session.slug, proposalNumber: number }
  })
}

type End = { replacedById: string } | { withdrawnAt: Date; withdrawnById: string }

/** Ends a comment that counts; of two concurrent ends the second is refused. */
async function endComment(tx: Tx, id: string, end: End): Promise<void> {
  const where = { id, replacedById: null, withdrawnAt: null }
  const { count } = await tx.comment.updateMany({ where, data: end })
  if (count === 0) throw new Refused('conflict', 'commentEnded')
}

/** A repeated request is the same comment; another person's id is refused. */
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
