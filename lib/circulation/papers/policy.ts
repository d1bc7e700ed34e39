import {
  canDraftHere,
  canEnterForOthers,
  type CirculationSetting,
} from '@/lib/circulation/comments/policy'
import type { Side } from '@/lib/circulation/forms/load'
import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, membershipIn } from '@/lib/delegations/actor'

/** A paper for the rules: its delegation, its author, and whether it has ended. */
type PaperState = {
  sessionId: string
  delegationId: string
  enteredBySecretariat: boolean
  confirmedAt: Date | null
  discardedAt: Date | null
}

/** Whether the actor is of the delegation or an office. */
export const sideOf = (actor: Actor, delegationId: string): Side =>
  actor.memberships.some((place) => place.delegationId === delegationId) ? 'own' : 'office'

/**
 * The form of a delegation and its papers are taken and entered by its own people, and by the Secretariat on behalf of
 * addressees. For anybody else they are not found.
 */
export const canHandlePapers = (
  actor: Actor,
  circulation: CirculationSetting,
  delegationId: string,
): Decision => {
  const isAsked = circulation.addresseeIds.includes(delegationId)
  const isOwn = membershipIn(actor, circulation.sessionId)?.delegationId === delegationId
  return allOf(
    isAsked && (isOwn || canEnterForOthers(actor, circulation.sessionId))
      ? ALLOWED
      : refusal('not-found', 'notFound'),
    allowedIf(!isOwn || canDraftHere(actor, circulation), 'commentNotAllowed'),
  )
}

/** Its delegation reads a paper, and the Secretariat if the Secretariat entered it. */
export const canReadPaper = (
  actor: Actor,
  paper: Omit<PaperState, 'confirmedAt' | 'discardedAt'>,
): boolean =>
  membershipIn(actor, paper.sessionId)?.delegationId === paper.delegationId ||
  (paper.enteredBySecretariat && canEnterForOthers(actor, paper.sessionId))

/**
 * The pieces of a paper are decided by the side that entered it: the delegation its own, the Secretariat those that it
 * entered. Nothing is decided of a paper that is confirmed or was put aside.
 */
export const canDecidePaper = (actor: Actor, paper: PaperState): Decision => {
  const side = sideOf(actor, paper.delegationId)
  return allOf(
    canReadPaper(actor, paper) ? ALLOWED : refusal('not-found', 'notFound'),
    allowedIf((side === 'office') === paper.enteredBySecretariat, 'paperOfOtherSide'),
    paper.discardedAt ? refusal('closed', 'paperDiscarded') : ALLOWED,
    paper.confirmedAt ? refusal('closed', 'paperConfirmed') : ALLOWED,
  )
}

/**
 * A piece of a free paper that the Secretariat entered may speak for another delegation: the Secretariat gives it to that
 * one, if the circulation asks it, before anything is released of it.
 */
export const canGivePieces = (
  actor: Actor,
  paper: PaperState & { kind: 'form' | 'free' },
): Decision =>
  allOf(
    canDecidePaper(actor, paper),
    allowedIf(paper.enteredBySecretariat && paper.kind === 'free', 'pieceNotGiven'),
  )
