import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, type Membership, membershipIn } from '@/lib/delegations/actor'

/** The rules' facts beside the person (domain.md 1.4). */
type ProposalSetting = { sessionId: string; observersMayPropose: boolean }

/** A proposal and the delegation that made it. */
type Authored = { sessionId: string; delegationId: string }

const isMemberState = (place: Membership | undefined): boolean =>
  place?.entityKind === 'memberState'

/** Member States propose; observer States if the group admits it; nobody else. */
export const canDraftProposal = (actor: Actor, setting: ProposalSetting): boolean => {
  const place = membershipIn(actor, setting.sessionId)
  return (
    isMemberState(place) || (setting.observersMayPropose && place?.entityKind === 'observerState')
  )
}

/** Who may write a proposal is offered to begin one while the submission is open. */
export const canBeginProposal = (
  actor: Actor,
  { submission, ...setting }: ProposalSetting & { submission: { open: boolean } | null },
): boolean => submission?.open === true && canDraftProposal(actor, setting)

/** Only a person who may submit for a delegation releases its texts. */
export const canSubmitProposal = (actor: Actor, setting: ProposalSetting): boolean =>
  canDraftProposal(actor, setting) && membershipIn(actor, setting.sessionId)?.maySubmit === true

/** A person who writes for the delegation but may not submit asks those who may. */
export const canAskToRelease = (actor: Actor, setting: ProposalSetting): boolean =>
  canDraftProposal(actor, setting) && !canSubmitProposal(actor, setting)

/** The author delegation writes revisions of its proposal; releasing one needs who may submit. */
export const canReviseProposal = (actor: Actor, proposal: Authored): boolean =>
  membershipIn(actor, proposal.sessionId)?.delegationId === proposal.delegationId

/** The state of a submitted proposal on which its acts depend. */
export type ProposalState = Authored & {
  /** The time of its withdrawal. */
  withdrawnAt: Date | null
  /** The State that took it over after that. */
  takenOver: { delegationId: string; name: string; reason: string; at: Date } | null
  /** Whether the list of its session is issued: the names that it prints are final. */
  listIssued: boolean
  /** A stock-taking's decision on an item that stands for it. */
  decided: 'undecided' | 'agreed' | 'adopted'
}

/** Whether its authors withdrew it and no other State has taken it over. */
export const isWithdrawn = (proposal: Pick<ProposalState, 'withdrawnAt' | 'takenOver'>): boolean =>
  proposal.withdrawnAt !== null && proposal.takenOver === null

const notWithdrawn = (proposal: ProposalState): Decision =>
  isWithdrawn(proposal) ? refusal('closed', 'proposalWithdrawn') : ALLOWED

/**
 * The author alone withdraws, or the State that took the proposal over, by somebody who may submit, and
 * before a decision begins (domain.md 1.3): not while an item that takes something of the proposal is
 * agreed, and never after the adoption.
 */
export const canWithdrawProposal = (actor: Actor, proposal: ProposalState): Decision =>
  allOf(
    allowedIf(maySpeakFor(actor, proposal), 'withdrawalNotYours'),
    notWithdrawn(proposal),
    proposal.decided === 'adopted' ? refusal('closed', 'withdrawalTooLate') : ALLOWED,
    proposal.decided === 'agreed' ? refusal('conflict', 'withdrawalAgreed') : ALLOWED,
  )

/** Speaks for the State of the proposal: the author, or the State that took it over. */
function maySpeakFor(actor: Actor, proposal: ProposalState): boolean {
  const { takenOver } = proposal
  if (!takenOver)
    return (
      canReviseProposal(actor, proposal) &&
      membershipIn(actor, proposal.sessionId)?.maySubmit === true
    )
  const place = actor.memberships.find(
    ({ delegationId }) => delegationId === takenOver.delegationId,
  )
  return place?.maySubmit === true && membershipIn(actor, place.sessionId) === place
}

/** By which delegations a withdrawn proposal may be taken over. */
export type TakeOverRule = {
  /** Whether it was co-sponsored or amended before it was withdrawn: else it is its authors' alone. */
  shared: boolean
  /** The session of the proposal, and the stock-takings of the group that have not adopted their list. */
  sessionIds: readonly string[]
  /** The delegations of the State that withdrew it. */
  withdrawnBy: readonly string[]
}

/**
 * Another Member State takes over a withdrawn proposal that was co-sponsored or amended (domain.md 1.3),
 * through somebody who may submit for it, before the adoption.
 */
export const canTakeOverProposal = (
  actor: Actor,
  proposal: ProposalState,
  rule: TakeOverRule,
): Decision =>
  allOf(
    allowedIf(takeOverPlace(actor, rule) !== undefined, 'takeOverNotAllowed'),
    isWithdrawn(proposal) ? ALLOWED : refusal('conflict', 'takeOverNotWithdrawn'),
    proposal.decided === 'adopted' ? refusal('closed', 'takeOverTooLate') : ALLOWED,
    rule.shared ? ALLOWED : refusal('conflict', 'takeOverNotShared'),
  )

/** The actor's place with which a proposal can be taken over. */
export const takeOverPlace = (actor: Actor, rule: TakeOverRule): Membership | undefined =>
  rule.sessionIds
    .map((sessionId) => membershipIn(actor, sessionId))
    .find(
      (place) =>
        isMemberState(place) &&
        place?.maySubmit === true &&
        !rule.withdrawnBy.includes(place.delegationId),
    )

/** A Member State joins another's proposal, by somebody who may submit, until the list is issued. */
export const canCoSponsorProposal = (actor: Actor, proposal: ProposalState): Decision =>
  allOf(canChangeCoSponsorship(actor, proposal), notWithdrawn(proposal))

/**
 * How a person's delegation may join the present revision: for the first time, or again as it agreed to an earlier
 * one; null if it may not, or agreed to this one already.
 */
export function joinsAs(
  actor: Actor,
  proposal: ProposalState & {
    currentNumber: number
    coSponsors: readonly { delegationId: string; revision: number }[]
  },
): 'coSponsor' | 'confirm' | null {
  if (!canCoSponsorProposal(actor, proposal).allowed) return null
  const ownId = membershipIn(actor, proposal.sessionId)?.delegationId
  const agreed = proposal.coSponsors.find(({ delegationId }) => delegationId === ownId)?.revision
  if (agreed === undefined) return 'coSponsor'
  return agreed === proposal.currentNumber ? null : 'confirm'
}

/** It leaves likewise: the printed names of the issued list stay true. */
export const canLeaveCoSponsorship = (actor: Actor, proposal: ProposalState): Decision =>
  canChangeCoSponsorship(actor, proposal)

function canChangeCoSponsorship(actor: Actor, proposal: ProposalState): Decision {
  const place = membershipIn(actor, proposal.sessionId)
  const speaks = isMemberState(place) && place?.maySubmit === true
  return allOf(
    allowedIf(
      speaks &&
        place.delegationId !== proposal.delegationId &&
        place.delegationId !== proposal.takenOver?.delegationId,
      'coSponsorNotAllowed',
    ),
    proposal.listIssued ? refusal('closed', 'coSponsorsPrinted') : ALLOWED,
  )
}

/** The state of a preliminary list on which its acts depend. */
export type PreliminaryState = { sessionId: string; issuedAt: Date | null }

const notIssued = ({ issuedAt }: PreliminaryState): Decision =>
  issuedAt ? refusal('closed', 'listIssued') : ALLOWED

/** The Rapporteur owns the preliminary list and compiles it with the Secretariat (domain.md 1.4), until it is issued. */
export const canCompileList = (actor: Actor, list: PreliminaryState): Decision =>
  allOf(
    allowedIf(holds(actor, list.sessionId, 'rapporteur', 'secretariat'), 'compilingNotAllowed'),
    notIssued(list),
  )

/** The Secretariat issues the list, once. */
export const canIssueList = (actor: Actor, list: PreliminaryState): Decision =>
  allOf(
    allowedIf(holds(actor, list.sessionId, 'secretariat'), 'compilingNotAllowed'),
    notIssued(list),
  )
