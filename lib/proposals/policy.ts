import { type Actor, holds, type Place, placeIn } from '@/lib/delegations/actor'

/** What the rules of proposing depend on beside the person (domain.md 1.4). */
export type ProposalSetting = { sessionId: string; observersMayPropose: boolean }

/** A proposal and the delegation that made it. */
export type Authored = { sessionId: string; delegationId: string }

const isMemberState = (place: Place | undefined): boolean => place?.entityKind === 'memberState'

/** Member States propose; observer States where the group admits it; nobody else. */
export const canDraftProposal = (actor: Actor, setting: ProposalSetting): boolean => {
  const place = placeIn(actor, setting.sessionId)
  return (
    isMemberState(place) || (setting.observersMayPropose && place?.entityKind === 'observerState')
  )
}

/** Nothing leaves a delegation before somebody who may submit for it releases it. */
export const canSubmitProposal = (actor: Actor, setting: ProposalSetting): boolean =>
  canDraftProposal(actor, setting) && placeIn(actor, setting.sessionId)?.maySubmit === true

/** The author delegation writes revisions of its proposal; releasing one needs who may submit. */
export const canReviseProposal = (actor: Actor, proposal: Authored): boolean =>
  placeIn(actor, proposal.sessionId)?.delegationId === proposal.delegationId

/** The author alone withdraws (domain.md 1.3), by somebody who may submit. */
export const canWithdrawProposal = (actor: Actor, proposal: Authored): boolean =>
  canReviseProposal(actor, proposal) && placeIn(actor, proposal.sessionId)?.maySubmit === true

/** A Member State joins another's proposal, by somebody who may submit; it may leave likewise. */
export const canCoSponsorProposal = (actor: Actor, proposal: Authored): boolean => {
  const place = placeIn(actor, proposal.sessionId)
  return (
    isMemberState(place) &&
    place?.maySubmit === true &&
    place.delegationId !== proposal.delegationId
  )
}

/** The Rapporteur owns the preliminary list and compiles it with the Secretariat (domain.md 1.4). */
export const canCompileList = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat')

/** The Secretariat issues the list. */
export const canIssueList = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** A list in the making is read by those who make it and by those who preside. */
export const canReadListInTheMaking = (actor: Actor, sessionId: string): boolean =>
  canCompileList(actor, sessionId) || holds(actor, sessionId, 'chair', 'viceChair')
