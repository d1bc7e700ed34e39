import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { announce, deskTopic } from '@/lib/live/announce'
import { type Look, visitWith } from './visit'

/** Notes that the actor read a proposal as it stands. For after the answer, so that no page waits for it. */
export async function noteVisit(
  actor: SignedIn,
  proposal: { id: string; currentNumber: number; look: Look },
): Promise<void> {
  const { personId } = actor
  const { at, earlier } = proposal.look
  const visit = visitWith(earlier, { at, revision: proposal.currentNumber })
  await db.visit.upsert({
    where: { personId_proposalId: { personId, proposalId: proposal.id } },
    create: { personId, proposalId: proposal.id, ...visit },
    update: visit,
  })
  await announce(db, deskTopic(personId))
}

/** Whoever submits a revision has looked at it: it is no news to that person. What others wrote meanwhile stays new. */
export async function noteOwnRevision(
  tx: Tx,
  { personId }: SignedIn,
  { proposalId, revision }: { proposalId: string; revision: number },
): Promise<void> {
  await tx.visit.updateMany({
    where: { personId, proposalId },
    data: { revisionNumber: revision, sinceRevision: revision },
  })
}
