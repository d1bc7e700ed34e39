import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import type { TakeOverRule } from '@/lib/proposals/policy'

type Withdrawn = { id: string; sessionId: string; delegationId: string; withdrawnAt: Date | null }

/** By which delegations the proposal may be taken over, as `canTakeOverProposal` asks for it. */
export async function readTakeOverRule(tx: Tx, proposal: Withdrawn): Promise<TakeOverRule> {
  const { id: proposalId, withdrawnAt } = proposal
  const [coSponsored, amended, sessions, withdrawnBy] = await Promise.all([
    tx.coSponsorship.count({
      where: {
        proposalId,
        OR: [{ leftAt: null }, ...(withdrawnAt ? [{ leftAt: { gt: withdrawnAt } }] : [])],
      },
    }),
    tx.amendment.count({ where: { proposalId, withdrawnAt: null } }),
    tx.session.findMany({
      where: {
        OR: [
          { id: proposal.sessionId },
          {
            group: { sessions: { some: { id: proposal.sessionId } } },
            consolidatedList: { adoptedAt: null },
          },
        ],
      },
      select: { id: true },
    }),
    tx.delegation.findMany({
      where: { entity: { delegations: { some: { id: proposal.delegationId } } } },
      select: { id: true },
    }),
  ])
  return {
    shared: coSponsored + amended > 0,
    sessionIds: sessions.map(({ id }) => id),
    withdrawnBy: withdrawnBy.map(({ id }) => id),
  }
}

/** The same for a page. */
export const getTakeOverRule = (proposal: Withdrawn): Promise<TakeOverRule> =>
  readTakeOverRule(db, proposal)
