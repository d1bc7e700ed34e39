import 'server-only'
import { clockTime } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { assertFound, orNotFound } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { loadReport } from '@/lib/report/load'
import { lockReport, raiseReport } from '@/lib/report/lock'
import { canLeaveOut, canWriteReport } from '@/lib/report/policy'
import { reportView } from '@/lib/report/queries'
import type { LeaveOutParagraph, PutBackParagraph } from '@/lib/report/schema'
import { paragraphsIn } from '@/lib/report/view'

/**
 * Leaves a computed paragraph out of the report, with the reason. Refuses one that a report needs, one that the group has
 * adopted, and an adopted report.
 */
export function leaveOutParagraph(
  actor: SignedIn,
  { slug, key, reason }: LeaveOutParagraph,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canWriteReport(actor, report))
    const { sessionId } = report
    const { sections } = reportView(sessionId, await loadReport(sessionId, tx))
    const paragraph = orNotFound(paragraphsIn(sections).find((candidate) => candidate.key === key))
    requireAllowed(canLeaveOut(actor, report, paragraph))
    await tx.reportOmission.create({
      data: { reportId: report.id, key, reason, leftOutById: actor.personId },
    })
    await raiseReport(tx, report)
    // The reason is read by those who read the draft; the record by everybody.
    const data = { paragraph: paragraph.number }
    await record(tx, actor, 'report.paragraphLeftOut', { sessionId, subjectId: report.id, data })
  })
}

/** Puts an omitted paragraph back; it prints the present facts. */
export function putBackParagraph(actor: SignedIn, { slug, key }: PutBackParagraph): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canWriteReport(actor, report))
    const { count } = await tx.reportOmission.updateMany({
      where: { reportId: report.id, key, putBackAt: null },
      data: { putBackAt: await clockTime(tx), putBackById: actor.personId },
    })
    assertFound(count > 0)
    await raiseReport(tx, report)
    const { sessionId } = report
    await record(tx, actor, 'report.paragraphPutBack', { sessionId, subjectId: report.id })
  })
}
