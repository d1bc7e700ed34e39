import { ordinalWord, printDateRange } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { SessionFile } from './format'

/** What a file would write, line by line. */
export function summaryOf(file: SessionFile): string[] {
  const t = translations('sessionFile')
  const { session, decisions, officers, agenda, meetings, panellists } = file
  const dates = printDateRange(new Date(session.startsOn), new Date(session.endsOn))
  const { statements, attendance, documents } = file
  const lines: [string, number][] = [
    ['decisions', decisions.length],
    ['officers', officers.length],
    ['agenda', agenda.length],
    ['meetings', meetings.length],
    ['panellists', panellists.length],
    ['statements', statements.length],
    ['kinds', attendance?.byKind.length ?? 0],
    ['documents', documents.length],
  ]
  return [
    t('session', { ordinal: ordinalWord(session.ordinal), place: session.place, dates }),
    ...lines.filter(([, count]) => count > 0).map(([key, count]) => `  ${t(key, { count })}`),
  ]
}
