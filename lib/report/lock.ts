import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow, type LockMode } from '@/lib/db/row-locks'
import { orNotFound } from '@/lib/errors'
import type { ReportState } from './policy'

export type LockedReport = ReportState & { id: string; version: number }

/**
 * Locks a session, so that its facts stay, and its report, which the first act makes; raises the report's version. The
 * returned report has the version before.
 */
export async function lockReport(
  tx: Tx,
  slug: string,
  sessionMode: LockMode = 'share',
): Promise<LockedReport> {
  const session = orNotFound(await tx.session.findUnique({ where: { slug }, select: { id: true } }))
  await lockRow(tx, 'Session', session.id, sessionMode)
  const sessionId = session.id
  await tx.report.createMany({ data: [{ sessionId }], skipDuplicates: true })
  const { id } = await tx.report.findUniqueOrThrow({ where: { sessionId }, select: { id: true } })
  await lockRow(tx, 'Report', id)
  const { version, releasedAt, adoptedAt } = await tx.report.findUniqueOrThrow({ where: { id } })
  return { id, sessionId, version, releasedAt, adoptedAt }
}

/** Notes a change of the report: an adoption of the earlier text is refused. */
export const raiseReport = (tx: Tx, { id, version }: LockedReport) =>
  tx.report.update({ where: { id }, data: { version: version + 1 } })
