import { translations } from '@/lib/messages'
import type { ReportParagraph } from '@/lib/report/paragraphs/paragraph'
import type { Locale } from '@/lib/text/locales'
import { REPORT_LANGUAGE } from './versions'

/** "French" */
export const languageName = (language: Locale): string =>
  translations('proposals')(`languages.${language}`)

/** "Original: French." of a paragraph that was not written in the language of the report; otherwise empty. */
export function originalNote({ versions }: Pick<ReportParagraph, 'versions'>): string {
  if (!versions || versions.original === REPORT_LANGUAGE) return ''
  return translations('report')('originalNote', {
    kind: versions.language === REPORT_LANGUAGE ? 'translated' : 'alone',
    language: languageName(versions.original),
  })
}
