import { ordinalFigure, ordinalWord, printDate, printDateRange } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { SessionFile } from './format'

/** The session of a file: "The sixth session, Vienna, 27–29 July 2020". */
export function sessionOf({ session }: SessionFile): string {
  const { ordinal, place, startsOn, endsOn } = session
  const dates = printDateRange(new Date(startsOn), new Date(endsOn))
  return translations('sessionFile')('session', { ordinal: ordinalWord(ordinal), place, dates })
}

/** The facts of a file, line by line. */
export function summaryOf(file: SessionFile): string[] {
  const t = translations('sessionFile')
  const { decisions, officers, agenda, meetings, panellists } = file
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
    `${sessionOf(file)}:`,
    ...lines.filter(([, count]) => count > 0).map(([key, count]) => `  ${t(key, { count })}`),
  ]
}

/** A part of a file with its facts, line by line. */
type PreviewedPart = { title: string; lines: string[] }

/** The facts of a file, part by part, for the decision to write it; without empty parts. */
export function previewOf(file: SessionFile): PreviewedPart[] {
  const t = translations('sessionFile')
  const steps = translations('sitting')
  const day = (date: string) => printDate(new Date(date))
  const words = (...parts: readonly (string | number | undefined)[]) =>
    parts.filter(Boolean).join(', ')
  const { attendance, agenda, decisions, documents, meetings, officers } = file
  const { panellists, powers, silenceProcedures, statements } = file
  const parts: [key: Parts, lines: string[]][] = [
    [
      'decisions',
      decisions.map(({ what, date, meeting }) =>
        words(
          steps(`steps.${what}`),
          day(date),
          meeting && t('atMeeting', { meeting: ordinalFigure(meeting) }),
        ),
      ),
    ],
    [
      'officers',
      officers.map(({ title, honorific, name, state }) =>
        words(title, `${honorific} ${name}`.trim(), state),
      ),
    ],
    ['powers', powers.map(({ from, to, date }) => t('handed', { from, to, date: day(date) }))],
    ['agenda', agenda.map(({ item, title }) => `${item}. ${title}`)],
    [
      'meetings',
      meetings.map(({ number, date, startsAt, endsAt, items }) =>
        words(
          t('atMeeting', { meeting: ordinalFigure(number) }),
          day(date),
          startsAt && [startsAt, endsAt].filter(Boolean).join('–'),
          items.length > 0 ? t('onItems', { items: items.map(({ item }) => item).join(', ') }) : '',
        ),
      ),
    ],
    [
      'panellists',
      panellists.map(({ item, honorific, name, state, organization }) =>
        words(`${honorific} ${name}`.trim(), state || organization, t('onItems', { items: item })),
      ),
    ],
    [
      'statements',
      statements.map(({ speaker, person, item, onBehalfOf }) =>
        words(speaker, person, onBehalfOf, item && t('onItems', { items: item })),
      ),
    ],
    [
      'kinds',
      (attendance?.byKind ?? []).map(({ kind, count }) =>
        words(translations('entityKinds')(kind), count ?? t('notCounted')),
      ),
    ],
    [
      'participants',
      (attendance?.participants ?? []).map(({ name, meetings: attended }) =>
        words(
          name,
          ...attended.map((number) => t('atMeeting', { meeting: ordinalFigure(number) })),
        ),
      ),
    ],
    ['documents', documents.map(({ symbol, title, date }) => words(symbol, title, day(date)))],
    [
      'silences',
      silenceProcedures.map(({ subject, title, deadline, result }) =>
        words(title || t(`subjects.${subject}`), deadline && day(deadline), t(`results.${result}`)),
      ),
    ],
  ]
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([key, lines]) => ({ title: t(`parts.${key}`), lines }))
}

type Parts =
  | 'decisions'
  | 'officers'
  | 'powers'
  | 'agenda'
  | 'meetings'
  | 'panellists'
  | 'statements'
  | 'kinds'
  | 'participants'
  | 'documents'
  | 'silences'
