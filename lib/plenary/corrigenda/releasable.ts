import 'server-only'
import { canReleaseCorrigendum, holdsTheChair } from '@/lib/consolidation/policy'
import type { SignedIn } from '@/lib/delegations/actor'
import { presides } from '@/lib/delegations/powers/powers'
import { listHandedPowers } from '@/lib/delegations/powers/queries'

/** The proposed corrigenda of lists or reports that the actor may release, in their order. */
export async function releasableBy<Proposed extends { sessionId: string; proposedById: string }>(
  actor: SignedIn,
  proposed: readonly Proposed[],
): Promise<Proposed[]> {
  if (proposed.length === 0) return []
  const powers = await listHandedPowers(proposed.map(({ sessionId }) => sessionId))
  return proposed.filter(({ sessionId, proposedById }) => {
    const presiding = {
      presides:
        holdsTheChair(actor, sessionId) &&
        presides(actor, sessionId, powers.get(sessionId) ?? null),
    }
    return canReleaseCorrigendum(actor, { sessionId }, { proposedById }, presiding).allowed
  })
}
