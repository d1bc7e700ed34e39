import 'server-only'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { record } from '@/lib/record/record'
import { canDecideAmendments, canDeclineAmendments } from '@/lib/amendments/policy'
import { tellDeclined } from '@/lib/amendments/versions/letters'
import { decide } from './decide'
import { fateOf } from './desk'
import { lockDesk, lockJoining, lockProposal } from './locked'
import { joiningTopic } from './presence'
import type { DeclineAlone } from './schema'

/** The proposal, and how many of its suggested changes were declined. */
export type DeclinedAlone = { slug: string; number: number; count: number }

/**
 * Declines suggested changes, for which no revision is needed: the decisions belong to the revision that stands, each
 * with the reason that was saved. The delegations that suggested them are told. Refuses a person who may not submit, a
 * closed period, decisions that changed after they were read, and a change that is not declined whole. Idempotent.
 */
export function declineAlone(actor: SignedIn, input: DeclineAlone): Promise<DeclinedAlone> {
  return transaction(actor, async (tx) => {
    const { proposalId } = orNotFound(await tx.joining.findUnique({ where: { id: input.id } }))
    const proposal = await lockProposal(tx, proposalId)
    assertFound(canDecideAmendments(actor, proposal))
    requireAllowed(canDeclineAmendments(actor, proposal))
    const { sessionId, slug, number, currentNumber: revision } = proposal
    const joining = await lockJoining(tx, input.id)
    const ids = [...new Set(input.amendmentIds)]
    const done = { slug, number, count: ids.length }
    const before = await tx.amendmentDecision.count({
      where: { amendmentId: { in: ids }, kind: 'declined', amendment: { proposalId } },
    })
    if (before === ids.length) return done
    const { active, receivedAt, desk, decisions } = await lockDesk(tx, actor, proposal, joining)
    if (proposal.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
    const isDeclined = (id: string) => fateOf(desk.segments, decisions, id) === 'declined'
    if (joining.version !== input.version || !ids.every(isDeclined))
      throw new Refused('conflict', 'joiningMoved')
    const fates = ids.map((id) => ({ id, kind: 'declined' as const }))
    const { reasons } = joining
    await decide(tx, actor, { proposalId, revision, receivedAt, fates, reasons })
    const numbers = new Map(active.map((amendment) => [amendment.id, amendment.number]))
    for (const subjectId of ids) {
      const data = { number, amendment: orNotFound(numbers.get(subjectId)) }
      await record(tx, actor, 'amendment.declinedAlone', { sessionId, subjectId, data })
    }
    await tellDeclined(tx, { slug, sessionId, number, revision, ids })
    await announce(tx, joiningTopic(proposalId))
    return done
  })
}
