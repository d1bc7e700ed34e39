import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import { placeIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { canCoSponsorProposal, canWithdrawProposal } from './policy'
import type { CoSponsor, OneProposal, WithdrawProposal } from './schema'

/** A proposal that something was done to. */
export type ActedOn = { slug: string; number: number }

/**
 * Withdraws the delegation's own proposal: it stays readable, marked as withdrawn, and nothing
 * takes that back. Refused once the adopted list was made with it (domain.md 1.3). Sent twice, it
 * is one act.
 */
export function withdrawProposal(actor: SignedIn, input: WithdrawProposal): Promise<ActedOn> {
  return transaction(async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId)
    authorize(canWithdrawProposal(actor, proposal), 'withdrawalNotYours')
    const { slug, number } = proposal
    if (proposal.withdrawn) return { slug, number }
    if (proposal.adopted) throw new Refused('closed', 'withdrawalTooLate')
    await tx.$executeRaw`
      UPDATE "Proposal" SET "withdrawnAt" = now(), "withdrawnById" = ${actor.personId}::uuid,
        "withdrawalReason" = ${input.reason}
      WHERE id = ${input.proposalId}::uuid`
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
  return transaction(async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId)
    authorize(canCoSponsorProposal(actor, proposal), 'coSponsorNotAllowed')
    const { delegationId } = found(placeIn(actor, proposal.sessionId))
    const { slug, number, currentNumber, sessionId } = proposal
    if (proposal.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
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
  return transaction(async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId)
    authorize(canCoSponsorProposal(actor, proposal), 'coSponsorNotAllowed')
    const { delegationId } = found(placeIn(actor, proposal.sessionId))
    const { slug, number, sessionId } = proposal
    const present = await presentCoSponsorship(tx, input.proposalId, delegationId)
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

type Locked = {
  sessionId: string
  slug: string
  number: number
  delegationId: string
  currentNumber: number
  withdrawn: boolean
  /** Whether an adopted list gave one of its items an outcome. */
  adopted: boolean
}

async function lockProposal(tx: Tx, proposalId: string): Promise<Locked> {
  const rows = await tx.$queryRaw<Locked[]>`
    SELECT p."sessionId", s.slug, p.number, p."delegationId", p."currentNumber",
      p."withdrawnAt" IS NOT NULL AS withdrawn,
      EXISTS (SELECT 1 FROM "ItemProposal" ip JOIN "Outcome" o ON o."itemId" = ip."itemId"
        JOIN "ConsolidatedList" l ON l.id = o."listId"
        WHERE ip."proposalId" = p.id AND l."adoptedAt" IS NOT NULL) AS adopted
    FROM "Proposal" p JOIN "Session" s ON s.id = p."sessionId"
    WHERE p.id = ${proposalId}::uuid
    FOR NO KEY UPDATE OF p`
  return found(rows[0])
}

const presentCoSponsorship = (tx: Tx, proposalId: string, delegationId: string) =>
  tx.coSponsorship.findFirst({
    where: { proposalId, delegationId, leftAt: null },
    select: { id: true, revisionNumber: true },
  })

const endCoSponsorship = (tx: Tx, actor: SignedIn, id: string) =>
  tx.$executeRaw`
    UPDATE "CoSponsorship" SET "leftAt" = now(), "leftById" = ${actor.personId}::uuid
    WHERE id = ${id}::uuid`
