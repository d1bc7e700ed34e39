import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import type { EntityKind } from '@/lib/delegations/kinds'

/** What the rules of commenting depend on beside the person (domain.md 1.4). */
export type CommentSetting = { sessionId: string; stakeholdersMayComment: boolean }

const stakeholders: readonly EntityKind[] = ['privateSector', 'nonGovernmental', 'academia']

/** Any delegation writes comments: States, observers, organisations; other stakeholders if the group admits them. */
export const canDraftComment = (actor: Actor, setting: CommentSetting): boolean => {
  const place = membershipIn(actor, setting.sessionId)
  return (
    place !== undefined &&
    (setting.stakeholdersMayComment || !stakeholders.includes(place.entityKind))
  )
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
