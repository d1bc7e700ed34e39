import { printSeatDate } from '@/lib/clock'
import { headOf, type Registered } from '@/lib/documents/head'
import type { Paper } from '@/lib/export/paper'
import { translations } from '@/lib/messages'
import { REPORT_LANGUAGE } from '@/lib/report/writing/versions'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'
import type { Locale } from '@/lib/text/locales'

type Corrected = {
  paragraph: number
  language: Locale
  text: string
  reason: string
  releasedAt: Date
}

/** A corrigendum as a paper under its own symbol: the paragraph, its new text, and the reason. */
export function corrigendumPaper(
  { paragraph, language, text, reason, releasedAt }: Corrected,
  session: SessionView,
  document: Registered,
): Paper {
  const t = translations('report.corrigenda')
  const plain = (line: string) => ({
    kind: 'paragraph' as const,
    unnumbered: true as const,
    text: [{ runs: [{ text: line }] }],
  })
  const notice = isDemonstration() ? translations('outputs')('list.notice') : ''
  return {
    language: 'en',
    masthead: {
      ...headOf(session, document),
      date: printSeatDate(releasedAt),
      original: 'English',
      body: session.groupName,
      session: sessionName(session),
      datesAndPlace: placeAndDates(session),
    },
    title: translations('report')('adopted'),
    subtitle: t('paperTitle'),
    ...(notice && { notice }),
    created: releasedAt.toISOString(),
    blocks: [
      { kind: 'heading', level: 2, text: t('shallRead', { number: paragraph }), unnumbered: true },
      ...text
        .split('\n')
        .map((line) => ({ ...plain(line), ...(language !== REPORT_LANGUAGE && { language }) })),
      plain(t('because', { reason })),
    ],
  }
}
