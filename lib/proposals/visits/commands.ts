import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { announce, deskTopic } from '@/lib/live/announce'
import { findLook, type Look } from './queries'
import { visitWith } from './visit'

/** Notes that the actor read a proposal at this revision. For after the answer, so that no page waits for it. */
export async function noteVisit(
  actor: SignedIn,
  proposal: { id: string; currentNumber: number },
  { at, earlier }: Look,
): Promise<void> {
  const { personId } = actor
  const visit = visitWith(earlier, { at, revision: proposal.currentNumber })
  await db.visit.upsert({
    where: { personId_proposalId: { personId, proposalId: proposal.id } },
    create: { personId, proposalId: proposal.id, ...visit },
    update: visit,
  })
  await announce(db, deskTopic(personId))
}

/** The same for a page that shows nothing by the look. */
export const noteLook = async (
  actor: SignedIn,
  session: { id: string },
  proposal: { id: string; number: number; currentNumber: number },
): Promise<void> => noteVisit(actor, proposal, await findLook(actor, session, proposal.number))
