import { type Actor, membershipIn } from '@/lib/delegations/actor'
import type { Desk } from '@/lib/desk/desk-view'
import { followedRows } from './followed-rows'
import { othersRows, suggestedRows } from './others-rows'
import { ownRows } from './own-rows'
import type { DerivedRow } from './row'
import { type Seen, speakerOf } from './seen'

/** Events of the proposals that concern the actor's delegations, and of those that the actor follows. */
export function proposalRows(actor: Actor, desk: Desk): DerivedRow[] {
  return desk.proposals.flatMap((proposal) => {
    const place = membershipIn(actor, proposal.sessionId)
    const view: Seen = {
      proposal,
      session: desk.sessions.find(({ id }) => id === proposal.sessionId) ?? null,
      ownId: place?.delegationId ?? null,
      maySubmit: place?.maySubmit ?? false,
      seenAt: proposal.visit?.at ?? new Date(0),
      withdrawn: proposal.withdrawnAt !== null && proposal.takenOver === null,
    }
    if (view.ownId !== null && speakerOf(proposal).delegationId === view.ownId)
      return [...ownRows(actor, view), ...suggestedRows(view)]
    const concerned = othersRows(actor, view)
    // These rows already tell the people concerned; a second row would repeat it.
    return concerned.length > 0 ? concerned : followedRows(view)
  })
}
