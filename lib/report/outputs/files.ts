import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import { registeredColumns } from '@/lib/documents/head'
import { toJson } from '@/lib/export/json'
import { paperToPdf } from '@/lib/export/pdf/write'
import { paperToDocx } from '@/lib/export/word'
import type { PaperLink } from '@/lib/html/frame'
import { paperToHtml } from '@/lib/html/paper'
import type { ReportView } from '@/lib/report/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import type { AknStep } from './akn/workflow'
import { akomaNtoso } from './akn/write'
import type { ReportFormat } from './formats'
import { reportJson } from './json'
import { type ReportDocument, reportPaper } from './paper'

type ReportFile = { body: Uint8Array | string; type: string; name: string }

export const TYPES: Record<ReportFormat, string> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  akn: 'application/akn+xml; charset=utf-8',
}

type Reader = Pick<Tx, 'document' | 'sessionDecision'>

/** The report in a form. The same report gives the same bytes. */
export async function reportFile(
  { report, session }: { report: ReportView; session: SessionView },
  format: ReportFormat,
  { links = [], tx = db }: { links?: readonly PaperLink[]; tx?: Reader } = {},
): Promise<ReportFile> {
  const name = `${session.slug}-${report.adoptedAt ? '' : 'draft-'}report.${format === 'akn' ? 'xml' : format}`
  const about = { type: TYPES[format], name }
  if (format === 'json') return { ...about, body: toJson(reportJson(report)) }
  const isAdopted = report.adoptedAt !== null
  const document = await findReportDocument(session.id, isAdopted, tx)
  const paper = reportPaper(report, session, document)
  if (format === 'akn') {
    const draft = isAdopted ? await findReportDocument(session.id, false, tx) : null
    const steps = await listSteps(session.id, tx)
    const input = { report, session, document, steps, title: paper.title }
    return { ...about, body: akomaNtoso({ ...input, draftSymbol: draft?.symbol ?? null }) }
  }
  if (format === 'docx') return { ...about, body: await paperToDocx(paper) }
  if (format === 'pdf') return { ...about, body: await paperToPdf(paper) }
  return { ...about, body: paperToHtml(paper, { links }) }
}

/** The decisions on the session in the order of their days. */
async function listSteps(sessionId: string, tx: Reader): Promise<AknStep[]> {
  const decisions = await tx.sessionDecision.findMany({
    where: { sessionId, annulledAt: null },
    orderBy: [{ decidedOn: 'asc' }, { number: 'asc' }],
    select: { step: true, decidedBy: true, how: true, decidedOn: true },
  })
  return decisions.map(({ decidedOn, ...decision }) => ({
    ...decision,
    on: decidedOn.toISOString().slice(0, 10),
  }))
}

/** The document of the report in the register: of the adopted one, else of its draft. */
const findReportDocument = (
  sessionId: string,
  isAdopted: boolean,
  tx: Reader = db,
): Promise<ReportDocument> =>
  tx.document.findFirst({
    where: {
      sessionId,
      kind: isAdopted ? 'report' : 'draftReport',
      withdrawnAt: null,
      // Neither an addendum of the draft nor a corrigendum of the report.
      NOT: { OR: [{ suffix: { contains: 'Add.' } }, { suffix: { contains: 'Corr.' } }] },
    },
    orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
    select: { ...registeredColumns, datedOn: true },
  })
