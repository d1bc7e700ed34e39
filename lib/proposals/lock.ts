import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow, type LockMode } from '@/lib/db/row-locks'
import { orNotFound } from '@/lib/errors'
import type { ProposalState } from './policy'

/** A proposal that an act works on, with all of its state on which acts depend. */
export type LockedProposal = ProposalState & {
  id: string
  slug: string
  number: number
  currentNumber: number
  attributionId: string | null
}

/**
 * Locks a proposal and reads it afterwards, so that an act that waited sees the writes of the other: `update` for an
 * act that changes or ends the proposal, `share` for an act that needs it unchanged.
 */
export async function lockProposal(
  tx: Tx,
  id: string,
  mode: LockMode = 'update',
): Promise<LockedProposal> {
  await lockRow(tx, 'Proposal', id, mode)
  const { session, takeOvers, ...proposal } = orNotFound(
    await tx.proposal.findUnique({
      where: { id },
      select: {
        id: true,
        sessionId: true,
        number: true,
        delegationId: true,
        currentNumber: true,
        attributionId: true,
        withdrawnAt: true,
        takeOvers: ACTIVE_TAKE_OVER,
        session: { select: { slug: true, preliminaryList: { select: { issuedAt: true } } } },
      },
    }),
  )
  return {
    ...proposal,
    slug: session.slug,
    takenOver: takeOverOf(takeOvers),
    listIssued: session.preliminaryList?.issuedAt != null,
    decided: await decisionOn(tx, id),
  }
}

/** The State that took a proposal over. */
const ACTIVE_TAKE_OVER = {
  where: { endedAt: null },
  select: {
    delegationId: true,
    reason: true,
    takenAt: true,
    delegation: { select: { name: true } },
  },
} as const

type ActiveTakeOver = {
  delegationId: string
  reason: string
  takenAt: Date
  delegation: { name: string }
}
const takeOverOf = ([active]: readonly ActiveTakeOver[]): ProposalState['takenOver'] =>
  active
    ? {
        delegationId: active.delegationId,
        name: active.delegation.name,
        reason: active.reason,
        at: active.takenAt,
      }
    : null

/** The state of the stock-taking's decision on the items of the proposal. */
async function decisionOn(tx: Tx, proposalId: string): Promise<ProposalState['decided']> {
  const item = { proposals: { some: { proposalId } } }
  const adopted = await tx.outcome.count({
    where: { item, supersededAt: null, list: { adoptedAt: { not: null } } },
  })
  if (adopted > 0) return 'adopted'
  const agreed = await tx.lineage.count({
    where: {
      item,
      unlinkedAt: null,
      consolidatedItem: { statuses: { some: { kind: 'agreed', supersededAt: null } } },
    },
  })
  return agreed > 0 ? 'agreed' : 'undecided'
}
