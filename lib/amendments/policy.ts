import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'

/** The rules' facts beside the person (domain.md 1.4). */
export type AmendedProposal = { sessionId: string; authorDelegationId: string }

/** Member States amend the text of others; the authors revise theirs instead. */
export const canDraftAmendment = (actor: Actor, proposal: AmendedProposal): boolean => {
  const place = membershipIn(actor, proposal.sessionId)
  return place?.entityKind === 'memberState' && place.delegationId !== proposal.authorDelegationId
}

/** Only a person who may submit for a delegation releases its texts. */
export const canReleaseAmendment = (actor: Actor, proposal: AmendedProposal): boolean =>
  canDraftAmendment(actor, proposal) && membershipIn(actor, proposal.sessionId)?.maySubmit === true

/** A released amendment with the state on which its acts depend. */
type AmendmentState = {
  sessionId: string
  delegationId: string
  /** Of the text that it changes. */
  authorDelegationId: string
  withdrawn: boolean
  /** Whether a new version took its place. */
  replaced: boolean
  /** Whether its proposal is withdrawn. */
  proposalWithdrawn: boolean
}

/** A Member State suggests a change to a proposal that is not withdrawn. */
export const canAmendProposal = (
  actor: Actor,
  proposal: AmendedProposal & { withdrawn: boolean },
): Decision =>
  allOf(
    allowedIf(canReleaseAmendment(actor, proposal), 'amendmentNotReleasable'),
    proposal.withdrawn ? refusal('closed', 'proposalWithdrawn') : ALLOWED,
  )

/** A Member State co-sponsors the amendment of another while neither it nor its proposal is withdrawn. */
export const canCoSponsorStandingAmendment = (actor: Actor, amendment: AmendmentState): Decision =>
  allOf(
    allowedIf(canCoSponsorAmendment(actor, amendment), 'amendmentNotCoSponsorable'),
    amendment.withdrawn ? refusal('closed', 'amendmentWithdrawn') : ALLOWED,
    amendment.replaced ? refusal('closed', 'amendmentReplaced') : ALLOWED,
    amendment.proposalWithdrawn ? refusal('closed', 'proposalWithdrawn') : ALLOWED,
  )

/** A Member State co-sponsors the amendment of another to the text of a third; the authors decide it instead. */
export const canCoSponsorAmendment = (
  actor: Actor,
  amendment: { sessionId: string; delegationId: string; authorDelegationId: string },
): boolean =>
  canLeaveAmendment(actor, amendment) &&
  membershipIn(actor, amendment.sessionId)?.delegationId !== amendment.authorDelegationId

/** A person who may submit for a Member State ends its co-sponsorship of another's amendment. */
export const canLeaveAmendment = (
  actor: Actor,
  amendment: { sessionId: string; delegationId: string },
): boolean => {
  const place = membershipIn(actor, amendment.sessionId)
  return (
    place?.entityKind === 'memberState' &&
    place.maySubmit &&
    place.delegationId !== amendment.delegationId
  )
}

/** Its own delegation alone withdraws an amendment. */
export const canWithdrawAmendment = (
  actor: Actor,
  amendment: { sessionId: string; delegationId: string },
): boolean => {
  const place = membershipIn(actor, amendment.sessionId)
  return place?.maySubmit === true && place.delegationId === amendment.delegationId
}

/** Whether an amendment is in force in its latest version and not decided. One that changes the text itself has no `decline`. */
export const isOpenAmendment = (amendment: {
  withdrawnAt: Date | null
  decline?: object | null
  replacedBy: object | null
  decisions: readonly object[]
}): boolean =>
  amendment.withdrawnAt === null &&
  !amendment.decline &&
  amendment.replacedBy === null &&
  amendment.decisions.length === 0

/** A change to an amendment with the state on which its decision depends. */
export type ChangeState = {
  withdrawn: boolean
  declined: boolean
  /** The amendment that it changes; `open` as `isOpenAmendment` says. */
  amended: { sessionId: string; delegationId: string; open: boolean }
  proposalWithdrawn: boolean
}

/** Its own delegation alone decides the changes to an amendment. */
export const canDecideChangesTo = (
  actor: Actor,
  amendment: { sessionId: string; delegationId: string },
): boolean => canWithdrawAmendment(actor, amendment)

/** The delegation of the amended amendment takes a change in by a new version, or declines it. */
export const canDecideChange = (actor: Actor, change: ChangeState): Decision =>
  allOf(
    allowedIf(canDecideChangesTo(actor, change.amended), 'changeNotYours'),
    change.withdrawn ? refusal('closed', 'amendmentWithdrawn') : ALLOWED,
    change.declined ? refusal('closed', 'changeDeclined') : ALLOWED,
    change.amended.open ? ALLOWED : refusal('closed', 'amendedNotOpen'),
    change.proposalWithdrawn ? refusal('closed', 'proposalWithdrawn') : ALLOWED,
  )

/**
 * A person who may submit for the author delegation declines suggested changes without a revision, and keeps a text that
 * one would delete.
 */
export const canDeclineAmendments = (actor: Actor, proposal: AmendedProposal): Decision =>
  allowedIf(
    canDecideAmendments(actor, proposal) &&
      membershipIn(actor, proposal.sessionId)?.maySubmit === true,
    'joiningNotYours',
  )

/** A person who may submit for a Member State answers an amendment, and the Rapporteur. */
export const canAnswerAmendment = (actor: Actor, { sessionId }: { sessionId: string }): boolean => {
  const place = membershipIn(actor, sessionId)
  return (
    (place?.entityKind === 'memberState' && place.maySubmit) ||
    holds(actor, sessionId, 'rapporteur')
  )
}

/** The author delegation decides the amendments to its text. */
export const canDecideAmendments = (actor: Actor, proposal: AmendedProposal): boolean =>
  membershipIn(actor, proposal.sessionId)?.delegationId === proposal.authorDelegationId
