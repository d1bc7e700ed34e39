import { readsAllComments } from '@/lib/circulation/compilation/policy'
import { canDraftComment, canReleaseComment, type CommentSetting } from '@/lib/comments/policy'
import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import type { EntityKind } from '@/lib/delegations/kinds'
import type { CommentPosition } from '@/lib/comments/kinds'
import { isStated } from './kinds'
import { counts } from '@/lib/circulation/counting'

/** The facts for the rules of commenting, besides the person. */
export type CirculationSetting = CommentSetting & {
  observersMayTakePosition: boolean
  /** The addressed delegations. */
  addresseeIds: readonly string[]
}

/** A released comment: its delegation and its end. */
type ReleasedState = {
  delegationId: string
  replacedById: string | null
  withdrawnAt: Date | null
  retractedAt: Date | null
}

const isAddressed = (actor: Actor, { sessionId, addresseeIds }: CirculationSetting): boolean => {
  const place = membershipIn(actor, sessionId)
  return place !== undefined && addresseeIds.includes(place.delegationId)
}

/** A member of an addressed delegation writes its comments and sees those in hand. */
export const canDraftHere = (actor: Actor, circulation: CirculationSetting): boolean =>
  isAddressed(actor, circulation) && canDraftComment(actor, circulation)

/** No comment leaves a delegation without an authorized release. */
export const canReleaseHere = (actor: Actor, circulation: CirculationSetting): boolean =>
  isAddressed(actor, circulation) && canReleaseComment(actor, circulation)

/** The Secretariat enters and releases comments on paper, and decides about late ones. */
export const canEnterForOthers = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** A comment in hand: its delegation, and whether the Secretariat entered it from a paper. */
type InHandState = { delegationId: string; enteredBySecretariat: boolean }

/**
 * A comment in hand that the Secretariat entered from a paper stays as the paper says it: nobody writes other words over
 * it or hands it over as late. Its delegation releases it before the deadline, as does the Secretariat, which does so
 * after the deadline too.
 */
export const canChangeInHand = ({ enteredBySecretariat }: InHandState): Decision =>
  allowedIf(!enteredBySecretariat, 'commentOnPaper')

/** A member of the delegation discards its comment in hand; one from such a paper only a person who may submit. */
export const canDiscardInHand = (
  actor: Actor,
  { sessionId }: { sessionId: string },
  draft: InHandState,
): Decision => {
  const place = membershipIn(actor, sessionId)
  return allOf(
    place?.delegationId === draft.delegationId ? ALLOWED : refusal('not-found', 'notFound'),
    allowedIf(!draft.enteredBySecretariat || place?.maySubmit === true, 'commentOnPaperNotYours'),
  )
}

/** A Member State states positions; all others do if the group allows it. Anybody asks. */
export const canTakePosition = (
  kind: EntityKind,
  position: CommentPosition,
  { observersMayTakePosition }: Pick<CirculationSetting, 'observersMayTakePosition'>,
): Decision =>
  allowedIf(
    !isStated(position) || kind === 'memberState' || observersMayTakePosition,
    'positionNotForObservers',
  )

/** The delegation that released a comment replaces or withdraws it, once. Another's comment is not found. */
export const canEndHere = (
  actor: Actor,
  circulation: CirculationSetting,
  comment: ReleasedState,
): Decision =>
  allOf(
    comment.delegationId === membershipIn(actor, circulation.sessionId)?.delegationId
      ? ALLOWED
      : refusal('not-found', 'notFound'),
    allowedIf(canReleaseHere(actor, circulation), 'commentNotReleasable'),
    counts(comment) ? ALLOWED : refusal('conflict', 'commentEnded'),
  )

/**
 * A person who may submit for its delegation takes down a posted comment, or the Secretariat at its request. Before the
 * posting, the delegation withdraws it.
 */
export const canRetract = (
  actor: Actor,
  circulation: CirculationSetting,
  comment: ReleasedState & { isPosted: boolean },
): Decision => {
  const isOwn = comment.delegationId === membershipIn(actor, circulation.sessionId)?.delegationId
  const isOffice = canEnterForOthers(actor, circulation.sessionId)
  return allOf(
    isOwn || isOffice || comment.isPosted ? ALLOWED : refusal('not-found', 'notFound'),
    allowedIf(isOffice || (isOwn && canReleaseHere(actor, circulation)), 'commentNotRetractable'),
    comment.retractedAt || comment.withdrawnAt ? refusal('conflict', 'commentEnded') : ALLOWED,
    comment.isPosted ? ALLOWED : refusal('closed', 'commentNotPosted'),
  )
}

/**
 * Its delegation, the members of the group on whose behalf it was released, and the officers of the session read a
 * released comment before it is posted.
 */
export const canReadReleased = (
  actor: Actor,
  sessionId: string,
  comment: { delegationId: string; isPosted: boolean; isOnOurBehalf: boolean },
): boolean =>
  comment.isPosted ||
  comment.isOnOurBehalf ||
  comment.delegationId === membershipIn(actor, sessionId)?.delegationId ||
  readsAllComments(actor, sessionId)
