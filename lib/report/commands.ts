import 'server-only'
import { clockTime } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { releaseThing } from '@/lib/documents/things'
import { assertFound, orNotFound } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { loadReport } from './load'
import { lockReport, raiseReport } from './lock'
import { issueParts } from './parts/issue'
import { canCompleteReport, canReleaseReport, canWriteReport } from './policy'
import { reportView } from './queries'
import type { CompleteGap, PlaceList, ReleaseReport } from './schema'
import { paragraphsIn } from './view'
import { findSession } from '@/lib/sessions/queries'

/**
 * Releases the draft to the participants: its sections, all or some, as a document of the L series. The other sections
 * follow in addenda. A draft is released once.
 */
export async function releaseReport(
  actor: SignedIn,
  { slug, sections = null }: ReleaseReport,
): Promise<void> {
  const session = orNotFound(await findSession(slug))
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canReleaseReport(actor, report))
    const releasedAt = await clockTime(tx)
    await tx.report.update({
      where: { id: report.id },
      data: { releasedAt, releasedById: actor.personId },
    })
    await raiseReport(tx, report)
    const { sessionId } = report
    const reference = { kind: 'draftReport', reportId: report.id } as const
    const symbol = await releaseThing(tx, reference, { sessionId, actor, releasedAt })
    await issueParts(tx, actor, { report, session, symbol, keys: sections })
    const data = { symbol }
    await record(tx, actor, 'report.released', { sessionId, subjectId: report.id, data })
  })
}

/** Says that the Secretariat completes an open placeholder, or no longer does. Refuses one that is not open; idempotent. */
export function completeGap(actor: SignedIn, { slug, key, completes }: CompleteGap): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canCompleteReport(actor, report))
    const { sections } = reportView(report.sessionId, await loadReport(report.sessionId, tx))
    const open = paragraphsIn(sections).flatMap((paragraph) => paragraph.open)
    assertFound(completes === 'no' || open.some((place) => place.key === key))
    const mark = { reportId: report.id, key }
    const data = [{ ...mark, markedById: actor.personId }]
    const { count } =
      completes === 'yes'
        ? await tx.reportCompletion.createMany({ data, skipDuplicates: true })
        : await tx.reportCompletion.deleteMany({ where: mark })
    if (count === 0) return
    await raiseReport(tx, report)
    const event = completes === 'yes' ? 'report.gapLeft' : 'report.gapTaken'
    await record(tx, actor, event, { sessionId: report.sessionId, subjectId: report.id })
  })
}

/** Prints the session's list in part II of the report, or leaves it to addenda of the draft. Idempotent. */
export function placeList(actor: SignedIn, { slug, inReport }: PlaceList): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canWriteReport(actor, report))
    const listInReport = inReport === 'yes'
    const { count } = await tx.report.updateMany({
      where: { id: report.id, listInReport: !listInReport },
      data: { listInReport },
    })
    if (count === 0) return
    await raiseReport(tx, report)
    const event = inReport === 'yes' ? 'report.listIncluded' : 'report.listLeftOut'
    await record(tx, actor, event, { sessionId: report.sessionId, subjectId: report.id })
  })
}
