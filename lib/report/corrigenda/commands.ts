import 'server-only'
import { seatDay } from '@/lib/clock'
import { canReadCorrigenda, canReleaseCorrigendum } from '@/lib/consolidation/policy'
import { readPresiding } from '@/lib/consolidation/status/presiding'
import { clockTime, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { markDocumentIssued } from '@/lib/documents/issue'
import { registerAfter } from '@/lib/documents/symbols/numbering'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { translations } from '@/lib/messages'
import { record, sha256 } from '@/lib/record/record'
import { storePaper } from '@/lib/report/adopted/store'
import { loadReport } from '@/lib/report/load'
import { lockReport } from '@/lib/report/lock'
import { canCorrectReport } from '@/lib/report/policy'
import { reportView } from '@/lib/report/queries'
import type { CorrectReport, EndReportCorrigendum } from '@/lib/report/schema'
import { paragraphsIn } from '@/lib/report/view'
import { languageOf } from '@/lib/report/writing/versions'
import { findSession } from '@/lib/sessions/queries'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { presentText } from './corrigendum'
import { tellReportCorrigendum } from './letters'
import { corrigendumPaper } from './paper'

/**
 * The Secretariat proposes a corrigendum to a paragraph of the issued report. Nothing is corrected before another
 * person releases it. Refused before the issue, if it does not change the text, while another one to the same
 * paragraph is pending, and if the paragraph changed since it was read. Idempotent.
 */
export function proposeReportCorrigendum(actor: SignedIn, input: CorrectReport): Promise<void> {
  const { slug, key, reason } = input
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    const view = reportView(report.sessionId, await loadReport(report.sessionId, tx))
    requireAllowed(canCorrectReport(actor, { ...report, isIssued: view.isIssued }))
    const present = orNotFound(presentText(key, view))
    const paragraph = orNotFound(
      paragraphsIn(view.sections).find((candidate) => candidate.key === key),
    )
    const body = readWording({ body: '', text: input.text }, languageOf(paragraph), {
      over: documentFromText(present),
    })
    const text = plainText(body)
    if (text === present) throw new Refused('invalid', 'reportCorrigendumEqual', {}, 'text')
    const waiting = await tx.reportCorrigendum.findFirst({
      where: { reportId: report.id, key, releasedAt: null, discardedAt: null },
    })
    if (waiting?.text === text && waiting.reason === reason) return
    if (waiting) throw new Refused('conflict', 'reportCorrigendumWaits')
    if (sha256(present) !== input.over) throw new Refused('conflict', 'reportCorrigendumOver')
    const textHash = sha256(text)
    await tx.reportCorrigendum.create({
      data: {
        reportId: report.id,
        key,
        body,
        text,
        textHash,
        reason,
        proposedById: actor.personId,
      },
    })
    await record(tx, actor, 'report.corrigendumProposed', {
      sessionId: report.sessionId,
      subjectId: report.id,
      data: { paragraph: paragraph.number },
      textHash,
    })
  })
}

/**
 * Somebody else of the Secretariat, or the presiding officer, releases a proposed corrigendum: it gets the next number
 * of the report and its own symbol, is stored and public at once, and never changes; all concerned are told. Returns
 * the symbol.
 */
export async function releaseReportCorrigendum(
  actor: SignedIn,
  { slug, id }: EndReportCorrigendum,
): Promise<string> {
  const session = orNotFound(await findSession(slug))
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    const { sessionId } = report
    requireAllowed(canReadCorrigenda(actor, report))
    const proposal = await waitingCorrigendum(tx, report.id, id)
    const presiding = await readPresiding(tx, actor, sessionId)
    requireAllowed(canReleaseCorrigendum(actor, report, proposal, presiding))
    const view = reportView(sessionId, await loadReport(sessionId, tx))
    const releasedAt = await clockTime(tx)
    const document = await registerCorrigendum(tx, actor, { reportId: report.id, releasedAt })
    const corrected = paragraphsIn(view.sections).find(({ key }) => key === proposal.key)!
    const paragraph = corrected.number
    const about = { ...proposal, paragraph, language: languageOf(corrected), releasedAt }
    const paper = corrigendumPaper(about, session, document)
    await storePaper(tx, { document, paper, personId: actor.personId })
    await markDocumentIssued(tx, document.id, actor.personId, releasedAt)
    const number = (view.corrigenda.at(-1)?.number ?? 0) + 1
    await tx.reportCorrigendum.update({
      where: { id },
      data: { releasedAt, releasedById: actor.personId, number, documentId: document.id },
    })
    const { symbol } = document
    await record(tx, actor, 'report.corrected', {
      sessionId,
      subjectId: report.id,
      data: { symbol },
      textHash: proposal.textHash,
    })
    await tellReportCorrigendum(tx, sessionId, { symbol, paragraph, reason: proposal.reason })
    return symbol
  })
}

/** The document of a corrigendum, after that of the report. */
async function registerCorrigendum(
  tx: Tx,
  actor: SignedIn,
  { reportId, releasedAt }: { reportId: string; releasedAt: Date },
) {
  const where = { reportId, kind: 'report' as const, issuedAt: { not: null }, withdrawnAt: null }
  const document = await tx.document.findFirst({ where, orderBy: { id: 'desc' } })
  assertFound(document)
  const symbol = await registerAfter(tx, document, 'Corr', {
    sessionId: document.sessionId,
    kind: 'report',
    title: translations('report.corrigenda')('paperTitle'),
    languages: ['en'],
    originalLanguage: 'en',
    distribution: document.distribution,
    datedOn: seatDay(releasedAt),
    followsId: document.id,
    registeredById: actor.personId,
  })
  return tx.document.findUniqueOrThrow({ where: { symbol } })
}

/** The Secretariat or the presiding officer discards a proposed corrigendum: its text was never public. */
export function discardReportCorrigendum(
  actor: SignedIn,
  { slug, id }: EndReportCorrigendum,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canReadCorrigenda(actor, report))
    await waitingCorrigendum(tx, report.id, id)
    await tx.reportCorrigendum.update({
      where: { id },
      data: { discardedAt: await clockTime(tx), discardedById: actor.personId },
    })
    await record(tx, actor, 'report.corrigendumDiscarded', {
      sessionId: report.sessionId,
      subjectId: report.id,
    })
  })
}

async function waitingCorrigendum(tx: Tx, reportId: string, id: string) {
  const proposal = orNotFound(await tx.reportCorrigendum.findFirst({ where: { id, reportId } }))
  if (proposal.releasedAt || proposal.discardedAt)
    throw new Refused('conflict', 'corrigendumDecided')
  return proposal
}
