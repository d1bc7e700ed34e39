import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRows } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { placeIn, type SignedIn } from '@/lib/delegations/actor'
import { found, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { type LockedProposal, lockProposal } from './lock'
import { canCoSponsorProposal, canLeaveCoSponsorship, canWithdrawProposal } from './policy'
import type { CoSponsor, OneProposal, WithdrawProposal } from './schema'

/** A proposal that something was done to. */
export type ActedOn = { slug: string; number: number }

/**
 * Withdraws the delegation's own proposal: it stays readable, marked as withdrawn, and nothing
 * takes that back. Refused once the adopted list was made with it (domain.md 1.3). Sent twice, it
 * is one act.
 */
export function withdrawProposal(actor: SignedIn, input: WithdrawProposal): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    await lockOpenLists(tx, input.proposalId)
    const proposal = await lockProposal(tx, input.proposalId)
    const { slug, number } = proposal
    if (proposal.withdrawnAt && isOwn(actor, proposal)) return { slug, number }
    requireAllowed(canWithdrawProposal(actor, proposal))
    await tx.proposal.update({
      where: { id: input.proposalId },
      data: {
        withdrawnAt: await clockTime(tx),
        withdrawnById: actor.personId,
        withdrawalReason: input.reason,
      },
    })
    await record(tx, actor, 'proposal.withdrawn', {
      sessionId: proposal.sessionId,
      subjectId: input.proposalId,
      data: { number },
    })
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
    const { delegationId } = found(placeIn(actor, proposal.sessionId))
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

/** Ends the delegation's co-sponsorship; that it was one stays in the record. Sent twice, it is one act. */
export function leaveCoSponsorship(actor: SignedIn, input: OneProposal): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId)
    const { slug, number, sessionId } = proposal
    const delegationId = placeIn(actor, sessionId)?.delegationId ?? null
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
  placeIn(actor, sessionId)?.delegationId === delegationId

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
