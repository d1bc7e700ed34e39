import 'server-only'
import { db } from '@/lib/db/client'
import { orNotFound } from '@/lib/errors'
import type { PaperLink } from '@/lib/html/frame'
import { memoizedFile, type PublicFile } from '@/lib/http/public-file'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { reportFile, TYPES } from '@/lib/report/outputs/files'
import { type ReportFormat, reportFormats } from '@/lib/report/outputs/formats'
import { readReport, type ReportView } from '@/lib/report/queries'
import { findSession } from '@/lib/sessions/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { storedForm } from './publish'

/** The issued document of a session's report; null before its issue. */
const findIssued = (sessionId: string) =>
  db.document.findFirst({
    where: {
      kind: 'report',
      report: { sessionId },
      issuedAt: { not: null },
      withdrawnAt: null,
    },
    orderBy: { id: 'desc' },
    select: { id: true, symbol: true },
  })

/** The issued report of a session for everybody, as a page or as the file that was stored at its issue; before that not found. */
export async function publicReport(slug: string, format: ReportFormat): Promise<PublicFile> {
  const session = orNotFound(await findSession(slug))
  const document = orNotFound(await findIssued(session.id))
  const report = await readReport(session.id)
  const { corrigenda } = report
  return memoizedFile(`report ${document.id} ${format} ${corrigenda.length}`, () =>
    format === 'html'
      ? reportFile({ report, session }, format, {
          links: waysFrom(slug, document.symbol, corrigenda),
        })
      : storedReport({ report, session }, format),
  )
}

/** A form of the report: the stored file from the issue on, else written as the report stands now. */
export async function storedReport(
  of: { report: ReportView; session: SessionView },
  format: ReportFormat,
  links: readonly PaperLink[] = [],
): Promise<{ body: Uint8Array | string; type: string; name: string }> {
  const document = of.report.adoptedAt ? await findIssued(of.session.id) : null
  if (!document || format === 'html') return reportFile(of, format, { links })
  const file = await db.documentFile.findUnique({
    where: {
      documentId_language_form: {
        documentId: document.id,
        language: 'en',
        form: storedForm(format),
      },
    },
  })
  // A report that was adopted before files were stored has none.
  if (!file) return reportFile(of, format)
  return { body: file.bytes, name: file.name, type: TYPES[format] }
}

function waysFrom(slug: string, symbol: string, corrigenda: ReportView['corrigenda']): PaperLink[] {
  const t = translations('report')
  return [
    { label: translations('snapshots')('allPublic'), href: paths.publicHome },
    { label: symbol, href: paths.publicDocument(slug, symbol) },
    ...reportFormats
      .filter((format) => format !== 'html')
      .map((format) => ({
        label: t(`formats.${format}`),
        href: paths.publicReport(slug, format),
      })),
    ...corrigenda.map((corrigendum) => ({
      label: t('corrigenda.link', { symbol: corrigendum.symbol, number: corrigendum.paragraph }),
      href: paths.publicDocument(slug, corrigendum.symbol),
    })),
  ]
}
