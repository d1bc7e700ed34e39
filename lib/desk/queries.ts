import 'server-only'
import { db } from '@/lib/db/client'
import { listOurChanges } from '@/lib/consolidation/delegation-view/changes'
import { isSecretariat, placeIn, type SignedIn } from '@/lib/delegations/actor'
import { ATTEMPTS } from '@/lib/mail/kinds'
import type { Desk, Kept } from './desk-view'
import { listDeskSessions } from './session-queries'

/**
 * What lies on the actor's desk: the sessions in which they have a place or an office, the latest
 * first, and what their own delegations, and no others, have not released.
 */
export async function getDesk(actor: SignedIn): Promise<Desk> {
  const delegations = actor.places
    .filter((place) => placeIn(actor, place.sessionId) === place)
    .map(({ delegationId }) => delegationId)
  const [sessions, drafts, commentDrafts, amendmentDrafts, changed, failedMail] = await Promise.all(
    [
      listDeskSessions(actor),
      db.$queryRaw<Desk['drafts']>`
      SELECT "delegationId", count(*)::int AS count FROM "Draft"
      WHERE "delegationId" = ANY(${delegations}::uuid[])
        AND "submittedAt" IS NULL AND "discardedAt" IS NULL GROUP BY 1`,
      db.$queryRaw<Kept[]>`
      SELECT d."delegationId", p.number, count(*)::int AS count
      FROM "CommentDraft" d JOIN "Proposal" p ON p.id = d."proposalId"
      WHERE d."delegationId" = ANY(${delegations}::uuid[])
        AND d."releasedAt" IS NULL AND d."discardedAt" IS NULL GROUP BY 1, 2 ORDER BY 2`,
      db.$queryRaw<Kept[]>`
      SELECT d."delegationId", p.number, count(*)::int AS count
      FROM "AmendmentDraft" d JOIN "Proposal" p ON p.id = d."proposalId"
      WHERE d."delegationId" = ANY(${delegations}::uuid[])
        AND d."releasedAt" IS NULL AND d."discardedAt" IS NULL GROUP BY 1, 2 ORDER BY 2`,
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
  return { sessions, drafts, commentDrafts, amendmentDrafts, changes, failedMail }
}
