import 'server-only'
import { rowsToCsv } from '@/lib/export/tables/csv'
import { paperToDocx } from '@/lib/export/word'
import type { PaperLink } from '@/lib/html/frame'
import { paperToHtml } from '@/lib/html/paper'
import { paperToPdf } from '@/lib/export/pdf/write'
import { toJson } from '@/lib/export/json'
import { isDemonstration } from '@/lib/sessions/demonstration'
import type { SessionView } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { listColumns, listJson, listPaper, listRows } from './list-document'
import type { ListView } from './queries'

export const listFormats = ['docx', 'pdf', 'html', 'csv', 'json'] as const
export type ListFormat = (typeof listFormats)[number]

const TYPES: Record<ListFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** A file: its content, its media type, its name. */
export type Exported = { body: Uint8Array | string; type: string; name: string }

/** A preliminary list in a form: the same list gives the same bytes. */
export async function exportList(
  { list, session }: { list: ListView; session: SessionView },
  format: ListFormat,
  { attribution, links = [] }: { attribution: boolean; links?: readonly PaperLink[] },
): Promise<Exported> {
  const name = `${session.slug}-list${attribution ? '' : '-without-attribution'}.${format}`
  const type = TYPES[format]
  if (format === 'csv')
    return { body: rowsToCsv(listRows(list), listColumns(attribution)), type, name }
  if (format === 'json')
    return { body: toJson(listJson({ list, session }, attribution)), type, name }
  const paper = listPaper({ list, session, texts: paperTexts() }, attribution)
  if (format === 'html') return { body: paperToHtml(paper, { links }), type, name }
  const body = await (format === 'pdf' ? paperToPdf : paperToDocx)(paper)
  return { body, type, name }
}

function paperTexts() {
  const t = translations('lists.paper')
  return {
    title: t('title'),
    intro: (heading: string) => t('intro', { heading }),
    titleNote: t('titleNote'),
    draft: t('draft'),
    notice: isDemonstration() ? t('notice') : '',
  }
}
