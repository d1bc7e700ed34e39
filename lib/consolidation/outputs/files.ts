import 'server-only'
import { rowsToCsv } from '@/lib/export/tables/csv'
import { paperToDocx } from '@/lib/export/word'
import type { PaperLink } from '@/lib/html/frame'
import { paperToHtml } from '@/lib/html/paper'
import { toJson } from '@/lib/export/json'
import type { Paper } from '@/lib/export/paper'
import { paperToPdf } from '@/lib/export/pdf/write'
import { sheetOf, sheetsToXlsx } from '@/lib/export/tables/xlsx'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { translations } from '@/lib/messages'
import { concordancePaper, itemColumns, itemRows, listColumns, sourceColumns } from './concordance'
import { consolidatedJson } from './consolidated-json'
import { type Decision, decisionColumns, decisionsJson, decisionsPaper } from './decisions'
import type { OutputAsked, OutputFormat } from './formats'
import { consolidatedPaper, type Translate } from './list-document'
import { itemsOf, type PrintedList } from './print-model'

/** A file: its content, its media type, its name. */
type OutputFile = { body: Uint8Array | string; type: string; name: string }

/** The content type of each form. */
export const TYPES: Record<OutputFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** The list, its concordance or its decisions in a form: the same state of the list gives the same bytes. */
export async function outputFile(
  { list, decisions }: { list: PrintedList; decisions: readonly Decision[] },
  request: OutputAsked,
  links: readonly PaperLink[] = [],
): Promise<OutputFile> {
  const { what, format, attribution } = request
  const t = outputTranslations()
  const part = {
    list: `consolidated-list${list.adoptedAt ? '' : '-draft'}${attribution ? '-with-sources' : ''}`,
    concordance: `concordance${format === 'csv' ? `-${request.way}` : ''}${attribution ? '' : '-without-attribution'}`,
    decisions: 'decisions',
  }[what]
  const about = { type: TYPES[format], name: `${list.session.slug}-${part}.${format}` }
  if (format === 'csv') return { ...about, body: csvOf(list, decisions, request, t) }
  if (format === 'xlsx')
    return { ...about, body: await sheetsToXlsx(sheetsOf(list, decisions, request, t)) }
  if (format === 'json')
    return {
      ...about,
      body: toJson(
        what === 'decisions'
          ? decisionsJson(list, decisions, t)
          : consolidatedJson(list, { attribution }),
      ),
    }
  const paper = {
    list: () => consolidatedPaper(list, t, { sources: attribution }),
    concordance: () => concordancePaper(list, t, { attribution }),
    decisions: () => decisionsPaper(list, decisions, t),
  }[what]()
  return { ...about, body: await paperFile(paper, format, links) }
}

/** A paper as Word, PDF or a page. */
export async function paperFile(
  paper: Paper,
  format: 'docx' | 'pdf' | 'html',
  links: readonly PaperLink[] = [],
): Promise<Uint8Array | string> {
  if (format === 'docx') return paperToDocx(paper)
  return format === 'pdf' ? paperToPdf(paper) : paperToHtml(paper, { links })
}

function csvOf(
  list: PrintedList,
  decisions: readonly Decision[],
  { what, way, attribution }: OutputAsked,
  t: Translate,
): string {
  if (what === 'list') return rowsToCsv(itemsOf(list), listColumns(list))
  if (what === 'decisions') return rowsToCsv(decisions, decisionColumns(list, t))
  return way === 'sources'
    ? rowsToCsv(list.sources, sourceColumns(list, { attribution }))
    : rowsToCsv(itemRows(list), itemColumns({ attribution }))
}

function sheetsOf(
  list: PrintedList,
  decisions: readonly Decision[],
  { what, attribution }: OutputAsked,
  t: Translate,
) {
  if (what === 'decisions') return [sheetOf('Decisions', decisions, decisionColumns(list, t))]
  const items = sheetOf('Items to sources', itemRows(list), itemColumns({ attribution }))
  const sources = sheetOf('Sources to outcomes', list.sources, sourceColumns(list, { attribution }))
  return what === 'list' ? [sheetOf('List', itemsOf(list), listColumns(list))] : [items, sources]
}

/** The sentences of printed forms. */
export function outputTranslations(): Translate {
  const t = translations('outputs')
  return (key, values) => (key === 'list.notice' && !isDemonstration() ? '' : t(key, values))
}
