import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { standingAfter } from './status'

/**
 * The decisions on a session that `getSession` answered to this actor, the latest first, the resulting status, the
 * Chair's powers, and whether the report is adopted.
 */
export async function listSessionDecisions(session: { id: string }) {
  const rows = await db.sessionDecision.findMany({
    where: { sessionId: session.id },
    orderBy: [{ decidedOn: 'desc' }, { number: 'desc' }],
    select: {
      id: true,
      number: true,
      step: true,
      decidedBy: true,
      how: true,
      decidedOn: true,
      remotely: true,
      circulatedOn: true,
      startsOn: true,
      endsOn: true,
      format: true,
      formatWords: true,
      reason: true,
      documentSymbol: true,
      annulledAt: true,
      annulReason: true,
      meeting: { select: { number: true } },
      member: { select: { honorific: true, name: true } },
      silence: {
        select: { number: true, title: true, notedMeeting: { select: { number: true } } },
      },
    },
  })
  const { standing } = standingAfter(rows.filter(({ annulledAt }) => annulledAt === null))
  return {
    decisions: rows,
    standing,
    powers: await handedPowers(db, session.id),
    isReportAdopted: await hasAdoptedReport(db, session.id),
  }
}

/** Whether the report of a session is adopted. */
export const hasAdoptedReport = async (
  tx: Pick<Tx, 'report'>,
  sessionId: string,
): Promise<boolean> =>
  (await tx.report.count({ where: { sessionId, adoptedAt: { not: null } } })) > 0

export type SessionDecisionView = Awaited<
  ReturnType<typeof listSessionDecisions>
>['decisions'][number]
