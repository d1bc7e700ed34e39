import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'

/** The comment's delegation, its standing, and its response. */
export type RespondedComment = {
  sessionId: string
  delegationId: string
  delegationName: string
  replacedById: string | null
  withdrawnAt: Date | null
  retractedAt: Date | null
  response: { repliedAt: Date | null } | null
}

/** The Rapporteur and the Secretariat write responses to comments, and read those in the making. */
export const canDraftResponse = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat')

/** A comment that counts is answered once. */
export const canRespond = (actor: Actor, comment: RespondedComment): Decision =>
  allOf(
    allowedIf(canDraftResponse(actor, comment.sessionId), 'responsesByRapporteur'),
    counts(comment),
    comment.response ? refusal('conflict', 'responseReleased') : ALLOWED,
  )

function counts({ delegationName: name, ...comment }: RespondedComment): Decision {
  if (comment.retractedAt) return refusal('closed', 'commentRetracted', { name })
  if (comment.withdrawnAt) return refusal('closed', 'commentWithdrawn', { name })
  return comment.replacedById ? refusal('conflict', 'commentReplaced', { name }) : ALLOWED
}

/**
 * A person with the right to submit for the commenter replies to the response, once, unless the comment was withdrawn
 * or taken down, as nobody would read the reply. Another's comment is not found.
 */
export const canReplyToResponse = (actor: Actor, comment: RespondedComment): Decision => {
  const place = membershipIn(actor, comment.sessionId)
  return allOf(
    place?.delegationId === comment.delegationId ? ALLOWED : refusal('not-found', 'notFound'),
    allowedIf(place?.maySubmit === true, 'commentNotReleasable'),
    comment.response ? ALLOWED : refusal('conflict', 'notYetAnswered'),
    comment.withdrawnAt || comment.retractedAt ? refusal('conflict', 'commentEnded') : ALLOWED,
    comment.response?.repliedAt ? refusal('conflict', 'repliedBefore') : ALLOWED,
  )
}
