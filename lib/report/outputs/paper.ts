import { printDate, printSeatDate } from '@/lib/clock'
import { headOf, type Registered } from '@/lib/documents/head'
import { paragraphsFrom } from '@/lib/export/from-document'
import type { Block, Entry, Language, Paper, Paragraph, Run } from '@/lib/export/paper'
import { translations } from '@/lib/messages'
import type { ParagraphLine } from '@/lib/report/paragraphs/paragraph'
import type { ReportView } from '@/lib/report/queries'
import type { ParagraphView, SectionView } from '@/lib/report/view'
import { heldOn } from '@/lib/report/words/days'
import { withItalics } from '@/lib/report/words/italics'
import { type Filled, plainWords, type Words } from '@/lib/report/words/pieces'
import { originalNote } from '@/lib/report/writing/original'
import { languageOf, REPORT_LANGUAGE } from '@/lib/report/writing/versions'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'

/** The day and the symbol that the register gives the report. */
export type ReportDocument = (Registered & { datedOn: Date }) | null

/**
 * Sections of the draft as a separate document: they keep the numbers that they have in the whole, which are set as
 * text, since they need not follow each other.
 */
export function partPaper(
  report: ReportView,
  sections: readonly SectionView[],
  session: SessionView,
  document: NonNullable<ReportDocument>,
): Paper {
  const paper = reportPaper({ ...report, sections: [], corrigenda: [] }, session, document)
  const blocks = sections.flatMap(({ level, label, heading, paragraphs }): Block[] => [
    { kind: 'heading', level, text: `${label} ${heading}`.trim(), unnumbered: true },
    ...paragraphs.map((paragraph): Block => {
      const [first, ...rest] = entryOf(paragraph).text
      const numbered = { ...first!, runs: [{ text: `${paragraph.number}.${EM}` }, ...first!.runs] }
      return {
        kind: 'paragraph',
        unnumbered: true,
        ...entryOf(paragraph),
        text: [numbered, ...rest],
      }
    }),
  ])
  return { ...paper, title: translations('report')('draft'), blocks }
}

/** The report as a paper of the United Nations: draft, or as it was adopted. */
export function reportPaper(
  report: ReportView,
  session: SessionView,
  document: ReportDocument,
): Paper {
  const t = translations('report')
  const dated = document?.datedOn ?? session.startsOn
  const days = heldOn(isoDay(session.startsOn), isoDay(session.endsOn))
  const notice = isDemonstration() ? translations('outputs')('list.notice') : ''
  return {
    language: 'en',
    masthead: {
      ...headOf(session, document),
      date: printDate(dated),
      original: 'English',
      body: session.groupName,
      session: sessionName(session),
      datesAndPlace: placeAndDates(session),
    },
    title: report.adoptedAt
      ? t('title', { group: session.groupName, place: session.place, days })
      : t('draft'),
    ...(notice && { notice }),
    created: (report.adoptedAt ?? report.releasedAt ?? session.startsOn).toISOString(),
    blocks: [
      ...report.sections.flatMap(({ level, heading, paragraphs }): Block[] => [
        { kind: 'heading', level, text: heading },
        ...paragraphs.map((paragraph): Block => ({ kind: 'paragraph', ...entryOf(paragraph) })),
      ]),
      ...corrigendaBlocks(report),
    ],
  }
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

/** A paragraph with its lettered items below; lines with other labels are printed in it, each on its own. */
function entryOf(paragraph: ParagraphView): Entry {
  const lines = paragraph.lines ?? []
  const isLettered = lines.every(({ label, depth }) => depth === 1 && label.startsWith('('))
  const language = languageOf(paragraph)
  return {
    ...(language !== REPORT_LANGUAGE && { language }),
    text: [
      ...withNote(textOf(paragraph), noteOf(paragraph)),
      ...(isLettered ? [] : lines.map(lineOf)),
    ],
    ...(isLettered &&
      lines.length > 0 && {
        items: lines.map((line) => ({
          text: textOf(line),
          ...(line.language && { language: line.language as Language }),
        })),
      }),
  }
}

type Worded = Pick<ParagraphView, 'words' | 'written'>

const textOf = ({ words, written }: Worded): Paragraph[] =>
  written ? paragraphsFrom(written) : [{ runs: runsOf(words) }]

/** The note at the end of a written paragraph: its original, and the places completed after the adoption. */
export const noteOf = ({ versions, completed = [] }: ParagraphNotes): string =>
  [originalNote({ ...(versions && { versions }) }), ...completed.map(filledNote)]
    .filter(Boolean)
    .join(' ')
export type ParagraphNotes = Pick<ParagraphView, 'versions' | 'completed'>

/** A footnote at the end of the text, if there is a note. */
function withNote(text: Paragraph[], note: string): Paragraph[] {
  const last = text.at(-1)
  if (!note || !last) return text
  const runs = last.runs.map((run, index) =>
    index === last.runs.length - 1 ? { ...run, note: [{ text: note }] } : run,
  )
  return [...text.slice(0, -1), { ...last, runs }]
}

/** The corrections since the report's issue, after it; the adopted text above stays. */
function corrigendaBlocks({ corrigenda }: ReportView): Block[] {
  if (corrigenda.length === 0) return []
  const t = translations('report.corrigenda')
  const block = (lines: readonly string[]) => ({
    kind: 'paragraph' as const,
    unnumbered: true as const,
    text: lines.map((text): Paragraph => ({ runs: [{ text }] })),
  })
  return [
    { kind: 'heading', level: 1, text: t('title'), unnumbered: true },
    ...corrigenda.flatMap(({ symbol, paragraph, language, text, reason, releasedAt }): Block[] => [
      block([
        t('issued', { symbol, date: printSeatDate(releasedAt) }),
        t('shallRead', { number: paragraph }),
      ]),
      { ...block(text.split('\n')), ...(language !== REPORT_LANGUAGE && { language }) },
      block([t('because', { reason })]),
    ]),
  ]
}

/** The words as runs; a text completed after adoption has a footnote. */
const runsOf = (words: Words): Run[] =>
  words.some(({ filled }) => filled)
    ? words.flatMap(({ text, filled }): Run[] =>
        filled ? [{ text, note: [{ text: filledNote(filled) }] }] : withItalics(text),
      )
    : withItalics(plainWords(words))

/** "Completed by the Secretariat on 2 August 2020; adopted as “[94]”." */
export const filledNote = ({ printed, on }: Filled): string =>
  translations('report')('filledNote', { printed, date: printDate(new Date(on)) })

const EM = '\u2003'
const lineOf = ({ label, depth, words }: ParagraphLine): Paragraph => ({
  runs: [{ text: `${depth === 2 ? EM : ''}${label}${EM}` }, ...runsOf(words)],
})
