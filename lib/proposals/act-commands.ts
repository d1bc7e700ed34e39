import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRows } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { tellTakeOver, tellWithdrawal } from '@/lib/proposals/letters/withdrawal-and-issue'
import { type LockedProposal, lockProposal } from './lock'
import {
  canCoSponsorProposal,
  canLeaveCoSponsorship,
  canTakeOverProposal,
  canWithdrawProposal,
  isWithdrawn,
  takeOverPlace,
} from './policy'
import type { CoSponsor, OneProposal, TakeOverProposal, WithdrawProposal } from './schema'
import { readTakeOverRule } from '@/lib/proposals/withdrawal/take-over-rule'

/** A proposal that something was done to. */
export type ActedOn = { slug: string; number: number }

/** Further steps after a withdrawal or take-over, in the same transaction. */
type OnWithdrawal = (tx: Tx, actor: SignedIn, proposalId: string) => Promise<void>

/**
 * Withdraws the delegation's own proposal, or one that it took over: it stays readable, marked as
 * withdrawn. Refused as `canWithdrawProposal` says. Idempotent.
 */
export function withdrawProposal(
  actor: SignedIn,
  input: WithdrawProposal,
  onWithdrawal: OnWithdrawal = async () => {},
): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    await lockOpenLists(tx, input.proposalId)
    const proposal = await lockProposal(tx, input.proposalId)
    const { slug, number, sessionId } = proposal
    if (isWithdrawn(proposal) && isOwn(actor, proposal)) return { slug, number }
    requireAllowed(canWithdrawProposal(actor, proposal))
    const now = await clockTime(tx)
    if (proposal.takenOver)
      await tx.takeOver.updateMany({
        where: { proposalId: proposal.id, endedAt: null },
        data: { endedAt: now, endedById: actor.personId },
      })
    else
      await tx.proposal.update({
        where: { id: proposal.id },
        data: {
          withdrawnAt: now,
          withdrawnById: actor.personId,
          withdrawalReason: input.reason,
        },
      })
    await record(tx, actor, 'proposal.withdrawn', {
      sessionId,
      subjectId: proposal.id,
      data: { number },
    })
    const delegationId = proposal.takenOver?.delegationId ?? proposal.delegationId
    await tellWithdrawal(tx, { id: proposal.id, sessionId, delegationId, number, at: now })
    if (!proposal.takenOver) await announceChange(tx, [proposal.attributionId], 'withdrawn')
    await onWithdrawal(tx, actor, proposal.id)
    return { slug, number }
  })
}

/**
 * Takes over a proposal that its authors withdrew: it counts as not withdrawn from now on, with both
 * States named. Refused as `canTakeOverProposal` says. Idempotent.
 */
export function takeOverProposal(
  actor: SignedIn,
  input: TakeOverProposal,
  onWithdrawal: OnWithdrawal = async () => {},
): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    await lockOpenLists(tx, input.proposalId)
    const proposal = await lockProposal(tx, input.proposalId)
    const { slug, number, sessionId } = proposal
    const rule = await readTakeOverRule(tx, proposal)
    const place = takeOverPlace(actor, rule)
    if (place && proposal.takenOver?.delegationId === place.delegationId) return { slug, number }
    requireAllowed(canTakeOverProposal(actor, proposal, rule))
    const { delegationId, delegationName: name } = orNotFound(place)
    const { takenAt: at } = await tx.takeOver.create({
      data: {
        proposalId: proposal.id,
        delegationId,
        reason: input.reason,
        takenById: actor.personId,
      },
    })
    // The delegation stands for the whole text: its co-sponsorship ends, unless the issued list prints it.
    const coSponsorship = await presentCoSponsorship(tx, proposal.id, delegationId)
    if (coSponsorship && !proposal.listIssued) await endCoSponsorship(tx, actor, coSponsorship.id)
    await record(tx, actor, 'proposal.takenOver', {
      sessionId,
      subjectId: proposal.id,
      data: { number, name },
    })
    await tellTakeOver(tx, { id: proposal.id, sessionId, delegationId, state: name, number, at })
    await onWithdrawal(tx, actor, proposal.id)
    return { slug, number }
  })
}

/**
 * Joins another delegation's proposal, agreeing to the text of the revision that was read; refused
 * if it was revised meanwhile. Joining again after a revision says that the new text is agreed to as well.
 */
export function coSponsorProposal(actor: SignedIn, input: CoSponsor): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId)
    requireAllowed(canCoSponsorProposal(actor, proposal))
    const { delegationId } = orNotFound(membershipIn(actor, proposal.sessionId))
    const { slug, number, currentNumber, sessionId } = proposal
    if (input.revisionNumber !== currentNumber)
      throw new Refused('conflict', 'coSponsoredMeanwhile', { revision: currentNumber })
    const present = await presentCoSponsorship(tx, input.proposalId, delegationId)
    if (present?.revisionNumber === currentNumber) return { slug, number }
    if (present) await endCoSponsorship(tx, actor, present.id)
    await tx.coSponsorship.create({
      data: {
        proposalId: input.proposalId,
        delegationId,
        revisionNumber: currentNumber,
        joinedById: actor.personId,
      },
    })
    await record(tx, actor, 'proposal.coSponsored', {
      sessionId,
      subjectId: input.proposalId,
      data: { number, revision: currentNumber },
    })
    return { slug, number }
  })
}

/** Ends the delegation's co-sponsorship; the record keeps it. Idempotent. */
export function leaveCoSponsorship(actor: SignedIn, input: OneProposal): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId)
    const { slug, number, sessionId } = proposal
    const delegationId = membershipIn(actor, sessionId)?.delegationId ?? null
    const present = delegationId && (await presentCoSponsorship(tx, proposal.id, delegationId))
    if (delegationId && !present) return { slug, number }
    requireAllowed(canLeaveCoSponsorship(actor, proposal))
    if (!present) return { slug, number }
    await endCoSponsorship(tx, actor, present.id)
    await record(tx, actor, 'proposal.coSponsorshipLeft', {
      sessionId,
      subjectId: input.proposalId,
      data: { number },
    })
    return { slug, number }
  })
}

const presentCoSponsorship = (tx: Tx, proposalId: string, delegationId: string) =>
  tx.coSponsorship.findFirst({
    where: { proposalId, delegationId, leftAt: null },
    select: { id: true, revisionNumber: true },
  })

const endCoSponsorship = async (tx: Tx, actor: SignedIn, id: string) =>
  tx.coSponsorship.update({
    where: { id },
    data: { leftAt: await clockTime(tx), leftById: actor.personId },
  })

const isOwn = (actor: SignedIn, { sessionId, delegationId }: LockedProposal): boolean =>
  membershipIn(actor, sessionId)?.delegationId === delegationId

/** Locks the consolidated lists of the group that are not adopted, before the proposal (docs/locks.md). */
async function lockOpenLists(tx: Tx, proposalId: string): Promise<void> {
  const lists = await tx.consolidatedList.findMany({
    where: {
      adoptedAt: null,
      session: { group: { sessions: { some: { proposals: { some: { id: proposalId } } } } } },
    },
    select: { id: true },
  })
  const ids = lists.map(({ id }) => id)
  if (ids.length > 0) await lockRows(tx, 'ConsolidatedList', ids)
}
