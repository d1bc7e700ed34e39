import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { listWhoMaySubmit } from '@/lib/proposals/drafts/queries'

/** A delegation's work on a proposal, for its own people. */
export type ProposalWork = {
  /** The latest draft of a revision, and of a suggested change. */
  revision: { id: string; updatedAt: Date; releaseAskedAt: Date | null } | null
  suggestion: { id: string } | null
  /** The people who may submit for the delegation, if the reader may not. */
  submitters: string[]
}

type Worked = { id: string; delegationId: string }

/** The drafts of the actor's own delegation on a proposal; nobody else's, and none for who has no delegation. */
export async function getProposalWork(
  actor: Actor,
  session: { id: string },
  proposal: Worked,
): Promise<ProposalWork> {
  const place = membershipIn(actor, session.id)
  if (!place) return { revision: null, suggestion: null, submitters: [] }
  const { delegationId } = place
  const isOwn = proposal.delegationId === delegationId
  const [revision, suggestion, submitters] = await Promise.all([
    isOwn
      ? db.draft.findFirst({
          where: {
            proposalId: proposal.id,
            delegationId,
            submittedAt: null,
            discardedAt: null,
          },
          orderBy: { updatedAt: 'desc' },
          select: { id: true, updatedAt: true, releaseAskedAt: true },
        })
      : null,
    isOwn
      ? null
      : db.amendmentDraft.findFirst({
          where: {
            proposalId: proposal.id,
            delegationId,
            amendsId: null,
            releasedAt: null,
            discardedAt: null,
          },
          orderBy: { updatedAt: 'desc' },
          select: { id: true },
        }),
    place.maySubmit ? [] : listWhoMaySubmit(actor, session),
  ])
  return { revision, suggestion, submitters }
}
