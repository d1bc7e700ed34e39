import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { loadReport } from '@/lib/report/load'
import { lockReport } from '@/lib/report/lock'
import { canFillReport } from '@/lib/report/policy'
import { reportView } from '@/lib/report/queries'
import type { FillPlace } from '@/lib/report/schema'
import { paragraphsIn } from '@/lib/report/view'
import { findSession } from '@/lib/sessions/queries'
import { publishReport } from './publish'

/**
 * Completes a place of the adopted report that was left to the Secretariat. Each is completed once; with the last one
 * the report is issued. Returns whether it is. Refused if the place was completed with other words; idempotent.
 */
export async function fillPlace(
  actor: SignedIn,
  { slug, key, text }: FillPlace,
): Promise<{ isIssued: boolean }> {
  const session = orNotFound(await findSession(slug))
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canFillReport(actor, report))
    const sessionId = session.id
    const place = { reportId: report.id, key }
    const loaded = await loadReport(sessionId, tx)
    const filling = loaded.row!.fillings.find((filling) => filling.key === key)
    if (filling && filling.text !== text) throw new Refused('conflict', 'reportPlaceFilled')
    if (!filling) {
      const { sections } = reportView(sessionId, loaded)
      const paragraph = paragraphsIn(sections).find(({ open }) =>
        open.some((gap) => gap.key === key),
      )
      assertFound(paragraph)
      await tx.reportFilling.create({ data: { ...place, text, filledById: actor.personId } })
      await record(tx, actor, 'report.placeFilled', {
        sessionId,
        subjectId: report.id,
        data: { paragraph: paragraph.number },
        textHash: sha256(text),
      })
    }
    const { isIssued } = await publishReport(tx, { actor, session, reportId: report.id })
    return { isIssued }
  })
}
