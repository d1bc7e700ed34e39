import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { type Visit, visitWith } from './visit'

/** A look at a proposal: `since` is what the person had seen before it, null for whoever looks for the first time. */
export type Look = { at: Date; earlier: Visit | null }

/** What the actor had seen of a proposal before this moment. Asked beside the page's own query. */
export async function findLook(
  actor: SignedIn,
  session: { id: string },
  number: number,
): Promise<Look> {
  const [at, earlier] = await Promise.all([
    clockTime(db),
    db.visit.findFirst({
      where: { personId: actor.personId, proposal: { sessionId: session.id, number } },
    }),
  ])
  return { at, earlier }
}

/** Since when and which revision things are new to the person who looks; null where nothing is. */
export function newSince(look: Look, revision: number): { at: Date; revision: number } | null {
  if (!look.earlier) return null
  const { sinceAt, sinceRevision } = visitWith(look.earlier, { at: look.at, revision })
  return { at: sinceAt, revision: sinceRevision }
}
