import 'server-only'
import { seatDay } from '@/lib/clock'
import { clockTime } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { markDocumentIssued } from '@/lib/documents/issue'
import { registerAfter } from '@/lib/documents/symbols/numbering'
import { assertFound, orNotFound } from '@/lib/errors'
import { translations } from '@/lib/messages'
import { record } from '@/lib/record/record'
import { lockReport, raiseReport } from '@/lib/report/lock'
import { canIssueAddendum } from '@/lib/report/policy'
import type { IssueAddendum } from '@/lib/report/schema'
import { findSession } from '@/lib/sessions/queries'
import { issueParts } from './issue'

/**
 * The Rapporteur or the Secretariat issues main sections of the released draft that stand in no document yet as an
 * addendum to its first document, under the next symbol. Returns the symbol. Refused for a section that stands in one.
 */
export async function issueAddendum(
  actor: SignedIn,
  { slug, sections = null }: IssueAddendum,
): Promise<string> {
  const session = orNotFound(await findSession(slug))
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canIssueAddendum(actor, report))
    const reportId = report.id
    const first = await tx.document.findFirst({
      where: { reportId, kind: 'draftReport', followsId: null, withdrawnAt: null },
      orderBy: { id: 'desc' },
    })
    assertFound(first)
    const issuedAt = await clockTime(tx)
    const { sessionId } = report
    const symbol = await registerAfter(tx, first, 'Add', {
      sessionId,
      kind: 'draftReport',
      reportId,
      title: translations('documents')('kinds.draftReport'),
      languages: ['en'],
      originalLanguage: 'en',
      distribution: first.distribution,
      datedOn: seatDay(issuedAt),
      followsId: first.id,
      registeredById: actor.personId,
    })
    await issueParts(tx, actor, { report, session, symbol, keys: sections })
    const { id } = await tx.document.findUniqueOrThrow({ where: { symbol }, select: { id: true } })
    await markDocumentIssued(tx, id, actor.personId, issuedAt)
    await raiseReport(tx, report)
    const data = { symbol }
    await record(tx, actor, 'report.addendumIssued', { sessionId, subjectId: reportId, data })
    return symbol
  })
}
