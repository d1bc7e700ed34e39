import 'server-only'
import { db } from '@/lib/db/client'
import { listOurChanges } from '@/lib/consolidation/delegation-view/changes'
import { isSecretariat, membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { notWithdrawn } from '@/lib/proposals/withdrawal/withdrawal'
import { ATTEMPTS } from '@/lib/mail/kinds'
import type { Desk, Kept } from './desk-view'
import { listDeskSessions } from './session-queries'

/**
 * The actor's desk: the sessions in which they have a seat or an office, the latest first, and the
 * unreleased texts of their own delegations and of no others.
 */
export async function getDesk(actor: SignedIn): Promise<Desk> {
  const delegations = actor.memberships
    .filter((place) => membershipIn(actor, place.sessionId) === place)
    .map(({ delegationId }) => delegationId)
  const unreleased = {
    delegationId: { in: delegations },
    releasedAt: null,
    discardedAt: null,
    // On a withdrawn proposal nothing can be released any more.
    proposal: notWithdrawn,
  }
  const [sessions, drafts, commentDrafts, amendmentDrafts, changed, failedMail] = await Promise.all(
    [
      listDeskSessions(actor),
      db.draft.groupBy({
        by: ['delegationId'],
        where: {
          delegationId: { in: delegations },
          submittedAt: null,
          discardedAt: null,
          OR: [{ proposalId: null }, { proposal: notWithdrawn }],
        },
        _count: true,
      }),
      db.commentDraft.findMany({ where: unreleased, select: keptOn }),
      db.amendmentDraft.findMany({ where: unreleased, select: keptOn }),
      listOurChanges(actor),
      isSecretariat(actor)
        ? db.mail.count({ where: { sentAt: null, attempts: { gte: ATTEMPTS } } })
        : null,
    ],
  )
  const changes = delegations.flatMap((delegationId) => {
    const count = changed.filter((one) => one.delegationId === delegationId).length
    return count > 0 ? [{ delegationId, count }] : []
  })
  return {
    sessions,
    drafts: drafts.map(({ delegationId, _count }) => ({ delegationId, count: _count })),
    commentDrafts: countByProposal(commentDrafts),
    amendmentDrafts: countByProposal(amendmentDrafts),
    changes,
    failedMail,
  }
}

const keptOn = { delegationId: true, proposal: { select: { number: true } } } as const

/** Counts unreleased texts by delegation and proposal, in the order of the proposals' numbers. */
function countByProposal(
  texts: readonly { delegationId: string; proposal: { number: number } }[],
): Kept[] {
  const counts = new Map<string, Kept>()
  for (const { delegationId, proposal } of texts) {
    const key = `${delegationId} ${proposal.number}`
    const known = counts.get(key) ?? { delegationId, number: proposal.number, count: 0 }
    counts.set(key, { ...known, count: known.count + 1 })
  }
  return [...counts.values()].toSorted((a, b) => a.number - b.number)
}
