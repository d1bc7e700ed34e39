import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, orNotFound } from '@/lib/errors'
import { capacity, record, sha256 } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { tellAmendmentAnswered, tellAmendmentWithdrawn } from './letters'
import {
  canAnswerAmendment,
  canCoSponsorAmendment,
  canCoSponsorStandingAmendment,
  canLeaveAmendment,
  canWithdrawAmendment,
} from './policy'
import type { AnswerAmendment, OneAmendment, WithdrawAmendment } from './schema'

type Released = {
  id: string
  sessionId: string
  delegationId: string
  authorDelegationId: string
  number: number
  proposalNumber: number
  withdrawn: boolean
  replaced: boolean
  proposalWithdrawn: boolean
  slug: string
  attributionId: string | null
}

/** The address of the amendment. */
export type ActedOn = { slug: string; proposalNumber: number; number: number }

/** Locks an amendment, and its proposal against a withdrawal until the act is stored. */
async function lockAmendment(tx: Tx, id: string): Promise<Released> {
  const { proposalId } = orNotFound(
    await tx.amendment.findUnique({ where: { id }, select: { proposalId: true } }),
  )
  await lockRow(tx, 'Proposal', proposalId, 'share')
  await lockRow(tx, 'Amendment', id)
  const { proposal, ...amendment } = orNotFound(
    await tx.amendment.findUnique({
      where: { id },
      include: {
        replacedBy: { select: { id: true } },
        proposal: {
          include: {
            session: { select: { slug: true } },
            takeOvers: { where: { endedAt: null }, select: { id: true } },
          },
        },
      },
    }),
  )
  return {
    id,
    sessionId: amendment.sessionId,
    delegationId: amendment.delegationId,
    authorDelegationId: proposal.delegationId,
    number: amendment.number,
    proposalNumber: proposal.number,
    withdrawn: amendment.withdrawnAt !== null,
    replaced: amendment.replacedBy !== null,
    proposalWithdrawn: proposal.withdrawnAt !== null && proposal.takeOvers.length === 0,
    slug: proposal.session.slug,
    attributionId: amendment.attributionId,
  }
}

const entryOf = (amendment: Released) => ({
  sessionId: amendment.sessionId,
  subjectId: amendment.id,
  data: { number: amendment.proposalNumber, amendment: amendment.number },
})

/** Withdraws an amendment; it stays readable as withdrawn. Withdrawn twice is withdrawn once. */
export function withdrawAmendment(actor: SignedIn, input: WithdrawAmendment): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const amendment = await lockAmendment(tx, input.id)
    authorize(canWithdrawAmendment(actor, amendment), 'amendmentNotYours')
    if (amendment.withdrawn) return amendment
    const now = await clockTime(tx)
    await tx.amendment.update({
      where: { id: input.id },
      data: {
        withdrawnAt: now,
        withdrawnById: actor.personId,
        withdrawalReason: input.reason,
      },
    })
    await record(tx, actor, 'amendment.withdrawn', entryOf(amendment))
    await tellAmendmentWithdrawn(tx, amendment, now)
    await announceChange(tx, [amendment.attributionId], 'withdrawn')
    return amendment
  })
}

/** Co-sponsors another delegation's amendment, in the open period. Idempotent, also after the deadline. */
export function coSponsorAmendment(actor: SignedIn, { id }: OneAmendment): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const amendment = await lockAmendment(tx, id)
    authorize(canCoSponsorAmendment(actor, amendment), 'amendmentNotCoSponsorable')
    const { delegationId } = orNotFound(membershipIn(actor, amendment.sessionId))
    const living = { amendmentId: id, delegationId, leftAt: null }
    if (await tx.amendmentCoSponsorship.findFirst({ where: living })) return amendment
    const receivedAt = await requireOpenPeriod(tx, actor, amendment.sessionId, 'comments')
    requireAllowed(canCoSponsorStandingAmendment(actor, amendment))
    const { count } = await tx.amendmentCoSponsorship.createMany({
      data: [{ amendmentId: id, delegationId, joinedById: actor.personId, receivedAt }],
      skipDuplicates: true,
    })
    if (count > 0) await record(tx, actor, 'amendment.coSponsored', entryOf(amendment))
    return amendment
  })
}

/** Ends the co-sponsorship of an amendment. */
export function leaveAmendment(actor: SignedIn, { id }: OneAmendment): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const amendment = await lockAmendment(tx, id)
    authorize(canLeaveAmendment(actor, amendment), 'amendmentNotCoSponsorable')
    const { delegationId } = orNotFound(membershipIn(actor, amendment.sessionId))
    const { count } = await tx.amendmentCoSponsorship.updateMany({
      where: { amendmentId: id, delegationId, leftAt: null },
      data: { leftAt: await clockTime(tx), leftById: actor.personId },
    })
    if (count > 0) await record(tx, actor, 'amendment.coSponsorshipLeft', entryOf(amendment))
    return amendment
  })
}

/** Answers an amendment for the actor's delegation or as Rapporteur. Idempotent, also after the deadline. */
export function answerAmendment(actor: SignedIn, input: AnswerAmendment): Promise<ActedOn> {
  return transaction(actor, async (tx) => {
    const amendment = await lockAmendment(tx, input.amendmentId)
    authorize(canAnswerAmendment(actor, amendment), 'amendmentNotAnswerable')
    const { delegationId, actingFor } = capacity(actor, amendment.sessionId)
    const answer = { id: input.id, amendmentId: input.amendmentId, delegationId }
    if (await tx.amendmentAnswer.findFirst({ where: answer })) return amendment
    const receivedAt = await requireOpenPeriod(tx, actor, amendment.sessionId, 'comments')
    const textHash = sha256(input.text)
    const { id, amendmentId, text } = input
    const answeredById = actor.personId
    const { count } = await tx.amendmentAnswer.createMany({
      data: [
        { id, amendmentId, delegationId, actingFor, text, textHash, answeredById, receivedAt },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return amendment
    await record(tx, actor, 'amendment.answered', { ...entryOf(amendment), textHash })
    await tellAmendmentAnswered(tx, amendment, delegationId)
    return amendment
  })
}
