import 'server-only'
import { clockTime } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { loadReport } from '@/lib/report/load'
import { type LockedReport, lockReport, raiseReport } from '@/lib/report/lock'
import { composeReport } from '@/lib/report/outline'
import { canWriteReport } from '@/lib/report/policy'
import type { RemoveParagraph, ReviseParagraph, WriteParagraph } from '@/lib/report/schema'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { readDocument } from '@/lib/text/document/stored'
import type { Locale } from '@/lib/text/locales'
import type { Tx } from '@/lib/db/client'

/** Adds a free paragraph at the end of a section of the report. Refuses a section that the report does not have. */
export function writeParagraph(
  actor: SignedIn,
  { slug, section, language, ...wording }: WriteParagraph,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canWriteReport(actor, report))
    const { facts } = await loadReport(report.sessionId, tx)
    assertFound(composeReport(facts).some(({ key }) => key === section))
    const body = readWording(wording, language)
    const position = (await tx.reportParagraph.count({ where: { reportId: report.id } })) + 1
    const { id } = await tx.reportParagraph.create({
      data: { reportId: report.id, section, position, originalLanguage: language },
    })
    const first = { paragraphId: id, language, number: 1, body, translatesId: null }
    await keepWording(tx, actor, first)
    await finish(tx, actor, report, { event: 'report.paragraphWritten', id, body })
  })
}

/**
 * Gives a free paragraph its next wording in a language: of the original, or of a version that translates the
 * original's latest wording. Refuses if somebody else wrote one of either meanwhile.
 */
export function reviseParagraph(
  actor: SignedIn,
  { slug, paragraphId, language, baseNumber, originalNumber, ...wording }: ReviseParagraph,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canWriteReport(actor, report))
    const { originalLanguage } = await requireParagraph(tx, report, paragraphId)
    const latest = await tx.reportRevision.findMany({
      where: { paragraphId, language: { in: [language, originalLanguage] } },
      orderBy: [{ language: 'asc' }, { number: 'desc' }],
      distinct: ['language'],
    })
    const before = latest.find((revision) => revision.language === language)
    const original = latest.find((revision) => revision.language === originalLanguage)
    if ((before?.number ?? 0) !== baseNumber || original?.number !== originalNumber)
      throw new Refused('conflict', 'reportParagraphMoved')
    const over = before && readDocument(before.body)
    const body = readWording(wording, language, { over })
    const translatesId = language === originalLanguage ? null : original.id
    const number = baseNumber + 1
    await keepWording(tx, actor, { paragraphId, language, number, body, translatesId })
    await finish(tx, actor, report, { event: 'report.paragraphRevised', id: paragraphId, body })
  })
}

/** Takes a free paragraph out of the report; its wordings are kept. */
export function removeParagraph(
  actor: SignedIn,
  { slug, paragraphId }: RemoveParagraph,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockReport(tx, slug)
    requireAllowed(canWriteReport(actor, report))
    await requireParagraph(tx, report, paragraphId)
    await tx.reportParagraph.update({
      where: { id: paragraphId },
      data: { removedAt: await clockTime(tx), removedById: actor.personId },
    })
    await finish(tx, actor, report, { event: 'report.paragraphRemoved', id: paragraphId })
  })
}

const requireParagraph = async (tx: Tx, report: LockedReport, id: string) =>
  orNotFound(
    await tx.reportParagraph.findFirst({ where: { id, reportId: report.id, removedAt: null } }),
  )

type Wording = {
  paragraphId: string
  language: Locale
  number: number
  body: TextDocument
  translatesId: string | null
}

async function keepWording(tx: Tx, actor: SignedIn, wording: Wording): Promise<void> {
  const text = plainText(wording.body)
  await tx.reportRevision.create({
    data: { ...wording, text, textHash: sha256(text), writtenById: actor.personId },
  })
}

type Written = {
  event: 'report.paragraphWritten' | 'report.paragraphRevised' | 'report.paragraphRemoved'
  id: string
  body?: TextDocument
}

async function finish(
  tx: Tx,
  actor: SignedIn,
  report: LockedReport,
  { event, id, body }: Written,
): Promise<void> {
  await raiseReport(tx, report)
  const act = { sessionId: report.sessionId, subjectId: id }
  await record(tx, actor, event, {
    ...act,
    ...(body && { textHash: sha256(plainText(body)) }),
  })
}
