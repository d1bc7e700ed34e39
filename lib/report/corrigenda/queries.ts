import 'server-only'
import { canReadCorrigenda, canReleaseCorrigendum } from '@/lib/consolidation/policy'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { releasableBy } from '@/lib/plenary/corrigenda/releasable'
import type { ProposedCorrigendumView } from '@/lib/plenary/corrigenda/queries'

/** A corrigendum of a report that waits for one person's release. */
export type ReportCorrigendumToRelease = { sessionId: string; key: string; at: Date }

/** The corrigenda of reports that the actor may release, at every session, the oldest first. */
export async function listReportCorrigendaToRelease(
  actor: SignedIn,
): Promise<ReportCorrigendumToRelease[]> {
  if (actor.offices.length === 0) return []
  const rows = await db.reportCorrigendum.findMany({
    where: { releasedAt: null, discardedAt: null },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: {
      key: true,
      proposedAt: true,
      proposedById: true,
      report: { select: { sessionId: true } },
    },
  })
  const releasable = await releasableBy(
    actor,
    rows.map(({ proposedAt: at, report: { sessionId }, ...row }) => ({ ...row, sessionId, at })),
  )
  return releasable.map(({ sessionId, key, at }) => ({ sessionId, key, at }))
}

/** The corrigenda of a session's report that wait for their release, for those who may read them; otherwise none. */
export async function listReportProposals(
  actor: SignedIn,
  session: { id: string },
): Promise<(ProposedCorrigendumView & { key: string })[]> {
  const about = { sessionId: session.id }
  if (!canReadCorrigenda(actor, about).allowed) return []
  const presiding = await getPresiding(actor, session.id)
  const rows = await db.reportCorrigendum.findMany({
    where: { report: about, releasedAt: null, discardedAt: null },
    orderBy: { proposedAt: 'asc' },
    include: { proposedBy: { select: { name: true } } },
  })
  return rows.map(({ id, key, text, reason, proposedAt, proposedById, proposedBy }) => ({
    id,
    key,
    text,
    reason,
    proposedAt,
    proposedBy: proposedBy.name,
    // A report names States; the rule of the list, which prints without attribution, does not hold here.
    states: [],
    release: canReleaseCorrigendum(actor, about, { proposedById }, presiding),
  }))
}
