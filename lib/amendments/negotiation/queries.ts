import 'server-only'
import type { Actor } from '@/lib/delegations/actor'
import type { Segment } from '@/lib/text/weave/weave'
import { amendedView } from './amended-view'
import { type AmendmentView, listAmendments, listRevisionBodies } from '@/lib/amendments/queries'

/** The latest text of a proposal with all standing amendments woven in, for participants. */
export async function getNegotiation(
  actor: Actor,
  proposal: { id: string; currentNumber: number; language: string },
): Promise<{ segments: Segment[]; amendments: AmendmentView[] }> {
  const [views, bodies] = await Promise.all([
    listAmendments(actor, proposal.id),
    listRevisionBodies(actor, proposal.id),
  ])
  const { currentNumber: current, language } = proposal
  const { segments, amendments } = amendedView({ bodies, current, language }, views, {
    which: 'all',
  })
  return { segments, amendments }
}
