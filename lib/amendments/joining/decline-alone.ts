import 'server-only'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { record } from '@/lib/record/record'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { recall } from '@/lib/text/weave/decisions'
import { canDecideAmendments, canDeclineAmendments } from '@/lib/amendments/policy'
import { tellDeclined } from '@/lib/amendments/versions/letters'
import { decide } from './decide'
import { deskOf, fateOf } from './desk'
import { lockJoining, lockProposal } from './locked'
import { joiningTopic } from './presence'
import { lockActiveAmendments, readDecisions } from './queries'
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
    const { sessionId, slug, number, currentNumber, body, originalLanguage: locale } = proposal
    const joining = await lockJoining(tx, input.id)
    const ids = [...new Set(input.amendmentIds)]
    const done = { slug, number, count: ids.length }
    const before = await tx.amendmentDecision.count({
      where: { amendmentId: { in: ids }, kind: 'declined', amendment: { proposalId } },
    })
    if (before === ids.length) return done
    const active = await lockActiveAmendments(tx, proposalId)
    const receivedAt = await requireOpenPeriod(tx, actor, sessionId, 'submission')
    if (proposal.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
    if (joining.baseNumber !== currentNumber)
      throw new Refused('conflict', 'proposalRevised', { revision: currentNumber })
    const desk = deskOf({ number: currentNumber, body }, active, locale)
    const decisions = recall(desk.segments, readDecisions(joining.decisions))
    const isDeclined = (id: string) => fateOf(desk.segments, decisions, id) === 'declined'
    if (joining.version !== input.version || !ids.every(isDeclined))
      throw new Refused('conflict', 'joiningMoved')
    const { id: revisionId } = await tx.revision.findUniqueOrThrow({
      where: { proposalId_number: { proposalId, number: currentNumber } },
      select: { id: true },
    })
    const fates = ids.map((id) => ({ id, kind: 'declined' as const }))
    const { reasons } = joining
    await decide(tx, actor, { revisionId, receivedAt, fates, reasons })
    const numbers = new Map(active.map((amendment) => [amendment.id, amendment.number]))
    for (const subjectId of ids) {
      const data = { number, amendment: orNotFound(numbers.get(subjectId)) }
      await record(tx, actor, 'amendment.declinedAlone', { sessionId, subjectId, data })
    }
    await tellDeclined(tx, { slug, sessionId, number, revision: currentNumber, ids })
    await announce(tx, joiningTopic(proposalId))
    return done
  })
}
