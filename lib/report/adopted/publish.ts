import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { registerThing, releaseThing } from '@/lib/documents/things'
import { loadReport } from '@/lib/report/load'
import { reportFile } from '@/lib/report/outputs/files'
import { type ReportFormat, reportFormats } from '@/lib/report/outputs/formats'
import { reportView } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import type { SessionView } from '@/lib/sessions/session-view'
import { storeFile } from './store'

/** The name of a form of the report among the files of a document. */
export const storedForm = (format: ReportFormat): string => (format === 'akn' ? 'xml' : format)

type Publishing = { actor: SignedIn; session: SessionView; reportId: string }

/**
 * Gives the adopted report its symbol and, if none of its places is left to complete, issues it: its five forms are
 * stored with their hashes, and everybody reads them from now on. Unchecked: the caller must have authorized the actor.
 */
export async function publishReport(
  tx: Tx,
  { actor, session, reportId }: Publishing,
): Promise<{ symbol: string; isIssued: boolean }> {
  const sessionId = session.id
  const reference = { kind: 'report', reportId } as const
  const symbol = await registerThing(tx, reference, { sessionId, actor })
  const report = reportView(sessionId, await loadReport(sessionId, tx))
  if (paragraphsIn(report.sections).some(({ open }) => open.length > 0))
    return { symbol, isIssued: false }
  const { id, issuedAt } = await tx.document.findUniqueOrThrow({ where: { symbol } })
  if (issuedAt) return { symbol, isIssued: true }
  // A file that somebody added by hand before the issue gives way to the report itself.
  await tx.documentFile.deleteMany({ where: { documentId: id, language: 'en' } })
  for (const format of reportFormats) {
    const { body, name } = await reportFile({ report, session }, format, { tx })
    const form = storedForm(format)
    await storeFile(tx, { documentId: id, form, name, body, personId: actor.personId })
  }
  await releaseThing(tx, reference, { sessionId, actor })
  return { symbol, isIssued: true }
}
