import { canDecideAmendments, canDraftAmendment } from '@/lib/amendments/policy'
import { canDraftComment } from '@/lib/comments/policy'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import {
  canLeaveCoSponsorship,
  canReviseProposal,
  canTakeOverProposal,
  canWithdrawProposal,
  isWithdrawn,
  joinsAs,
  type ProposalState,
  type TakeOverRule,
} from '@/lib/proposals/policy'

/** A person's acts on a proposal from its page. */
export type ProposalAct =
  | 'decide'
  | 'goOnRevising'
  | 'ask'
  | 'revise'
  | 'takeOver'
  | 'confirm'
  | 'goOnSuggesting'
  | 'suggest'
  | 'comment'
  | 'coSponsor'
  | 'leave'
  | 'withdraw'

/** A proposal with the facts that order its acts. */
export type ActedProposal = ProposalState & {
  currentNumber: number
  coSponsors: readonly { delegationId: string; revision: number }[]
  /** The number of suggested changes that await a decision. */
  openAmendments: number
}

export type ActsSetting = {
  session: {
    id: string
    stakeholdersMayComment: boolean
    submission: { open: boolean } | null
    comments: { open: boolean } | null
  }
  /** By which delegations it may be taken over; null unless it is withdrawn. */
  takeOverRule: TakeOverRule | null
  /** Whether the own delegation has a revision of it, or a suggested change to it, in hand. */
  revising: boolean
  suggesting: boolean
  /** Whether the reader can ask those who may submit to release the revision in hand. */
  asking: boolean
}

/**
 * The acts of this person on a proposal, the most urgent first: authors decide on suggestions and go on with their
 * revision; others confirm their co-sponsorship, suggest, comment, co-sponsor. Acts outside the period are not offered;
 * authors may prepare a revision at any time.
 */
export function listActs(
  actor: Actor,
  proposal: ActedProposal,
  setting: ActsSetting,
): ProposalAct[] {
  const { session } = setting
  const active = !isWithdrawn(proposal)
  const ownId = membershipIn(actor, session.id)?.delegationId
  const authored = { sessionId: session.id, authorDelegationId: proposal.delegationId }
  const agreed = proposal.coSponsors.find(({ delegationId }) => delegationId === ownId)?.revision
  const revises = proposal.withdrawnAt === null && canReviseProposal(actor, proposal)
  const decides = revises && proposal.openAmendments > 0 && canDecideAmendments(actor, authored)
  const discussed = active && session.comments?.open === true
  const suggests = discussed && canDraftAmendment(actor, authored)
  const joins = joinsAs(actor, proposal)
  const submits = session.submission?.open === true
  const { takeOverRule: rule } = setting
  const offers: [ProposalAct, boolean][] = [
    ['takeOver', rule !== null && canTakeOverProposal(actor, proposal, rule).allowed],
    ['decide', decides && submits],
    ['goOnRevising', revises && setting.revising],
    ['ask', revises && setting.revising && setting.asking],
    ['confirm', joins === 'confirm'],
    ['revise', revises && submits && !setting.revising],
    ['goOnSuggesting', suggests && setting.suggesting],
    ['suggest', suggests && !setting.suggesting],
    ['comment', discussed && canDraftComment(actor, { ...session, sessionId: session.id })],
    ['coSponsor', joins === 'coSponsor'],
    ['decide', decides && !submits],
    ['revise', revises && !(submits && !setting.revising)],
    ['suggest', suggests && setting.suggesting],
    ['leave', agreed !== undefined && canLeaveCoSponsorship(actor, proposal).allowed],
    ['withdraw', canWithdrawProposal(actor, proposal).allowed],
  ]
  return offers.filter(([, isOffered]) => isOffered).map(([act]) => act)
}

/** The acts on it of those who may submit for this person's delegation: none if the person is one of them. */
export function listActsOfHead(
  actor: Actor,
  proposal: ActedProposal,
  setting: ActsSetting,
): ProposalAct[] {
  const memberships = actor.memberships.map((place) => ({ ...place, maySubmit: true }))
  const ownActs = new Set(listActs(actor, proposal, setting))
  return listActs({ ...actor, memberships }, proposal, setting).filter((act) => !ownActs.has(act))
}
