import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import type { EntityKind } from '@/lib/delegations/kinds'

/** The rules' facts beside the person (domain.md 1.4). */
export type CommentSetting = { sessionId: string; stakeholdersMayComment: boolean }

/** The delegation of a comment, and whether it has ended. */
export type CommentState = {
  delegationId: string
  delegationName: string
  replacedById: string | null
  withdrawnAt: Date | null
}

const stakeholders: readonly EntityKind[] = ['privateSector', 'nonGovernmental', 'academia']

/** States, observers and organisations comment; other stakeholders if the group admits them. */
export const kindMayComment = (
  kind: EntityKind,
  { stakeholdersMayComment }: Pick<CommentSetting, 'stakeholdersMayComment'>,
): boolean => stakeholdersMayComment || !stakeholders.includes(kind)

/** Any delegation of a kind that comments writes comments. */
export const canDraftComment = (actor: Actor, setting: CommentSetting): boolean => {
  const place = membershipIn(actor, setting.sessionId)
  return place !== undefined && kindMayComment(place.entityKind, setting)
}

/** A comment is released on a proposal that is not withdrawn. */
export const canCommentOnProposal = (
  actor: Actor,
  proposal: CommentSetting & { withdrawn: boolean },
): Decision =>
  allOf(
    allowedIf(canReleaseComment(actor, proposal), 'commentNotReleasable'),
    proposal.withdrawn ? refusal('closed', 'proposalWithdrawn') : ALLOWED,
  )

/** Nothing leaves a delegation before somebody who may submit for it releases it, a question neither. */
export const canReleaseComment = (actor: Actor, setting: CommentSetting): boolean =>
  canDraftComment(actor, setting) && membershipIn(actor, setting.sessionId)?.maySubmit === true

/** A reply needs a comment that counts: not words that were replaced or withdrawn. */
export const canReplyTo = ({ delegationName: name, ...comment }: CommentState): Decision => {
  if (comment.withdrawnAt) return refusal('closed', 'commentWithdrawn', { name })
  return comment.replacedById ? refusal('conflict', 'commentReplaced', { name }) : ALLOWED
}

/** The delegation that released a comment replaces or withdraws it, once. Another's comment is not found. */
export const canEndComment = (
  actor: Actor,
  setting: CommentSetting,
  comment: Omit<CommentState, 'delegationName'>,
): Decision =>
  allOf(
    comment.delegationId === membershipIn(actor, setting.sessionId)?.delegationId
      ? ALLOWED
      : refusal('not-found', 'notFound'),
    allowedIf(canReleaseComment(actor, setting), 'commentNotReleasable'),
    comment.withdrawnAt || comment.replacedById ? refusal('conflict', 'commentEnded') : ALLOWED,
  )
