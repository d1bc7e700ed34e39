import { letter } from '@/lib/export/paper'
import { roman } from '@/lib/export/lines'
import type { FreeParagraph, ReportFacts } from './facts'
import { adoption } from './organization/adoption'
import { agendaAdopted } from './organization/agenda'
import { attendance, participants } from './organization/attendance'
import { preparation } from './paragraphs/decisions'
import { aboutSummary, considered, discussedItems, panellists } from './paragraphs/deliberations'
import { documentation } from './organization/documentation'
import { introduction } from './paragraphs/introduction'
import { aboutList } from './paragraphs/list'
import { listItems } from './paragraphs/list-items'
import { opening } from './organization/opening'
import type { ReportParagraph, ReportSection, SectionMode } from './paragraphs/paragraph'
import { statements } from './organization/statements'
import { inHouseItalics } from './words/italics'
import { none } from './words/pieces'
import { REPORT_LANGUAGE } from './writing/versions'

/** The sections of a report with their paragraphs, composed out of the facts; free paragraphs end their sections. */
export function composeReport(facts: ReportFacts): ReportSection[] {
  const section = sectionWith(facts)
  return [
    section('introduction', 1, 'Introduction', 'factual', [
      ...introduction(facts),
      ...preparation(facts),
    ]),
    ...listSections(facts),
    ...summarySections(facts),
    section('organization', 1, 'Organization of the meeting', 'factual', []),
    section('opening', 2, 'Opening of the meeting', 'factual', [opening(facts)]),
    section('agenda', 2, 'Adoption of the agenda and other organizational matters', 'factual', [
      agendaAdopted(facts),
    ]),
    section('statements', 2, 'Statements', 'factual', [statements(facts)]),
    section('attendance', 2, 'Attendance', 'factual', [attendance(facts), ...participants(facts)]),
    section('documentation', 2, 'Documentation', 'factual', [documentation(facts)]),
    section('adoption', 1, 'Adoption of the report', 'factual', [adoption(facts)]),
  ]
}

const sectionWith =
  ({ free }: ReportFacts) =>
  (
    key: string,
    level: 1 | 2,
    heading: string,
    mode: SectionMode,
    composed: ReportParagraph[],
  ): ReportSection => ({
    key,
    level,
    heading,
    mode,
    paragraphs: [
      ...composed,
      ...free.filter((paragraph) => paragraph.section === key).map(freeParagraph),
    ],
  })

/** Words of the house list are set in italics; if the paragraph has other versions or another original, it says so. */
function freeParagraph({ id, text, language, original, others }: FreeParagraph): ReportParagraph {
  return {
    key: `free:${id}`,
    words: none,
    written: inHouseItalics(text),
    ...((others.length > 0 || original !== REPORT_LANGUAGE) && {
      versions: { language, original, others },
    }),
  }
}

function listSections(facts: ReportFacts): ReportSection[] {
  const section = sectionWith(facts)
  const stockTaking = facts.session.kind === 'stockTaking'
  const about = aboutList(facts)
  const parts = listItems(facts.list)
  const heading = stockTaking
    ? 'List of adopted conclusions and recommendations'
    : 'List of preliminary recommendations and conclusions'
  const listSection = section('list', 1, heading, 'adopted', [
    ...about,
    ...(parts.length === 1 ? [parts[0]!.paragraph] : []),
  ])
  if (listSection.paragraphs.length === 0 && parts.length === 0) return []
  if (parts.length < 2) return [listSection]
  return [
    listSection,
    ...parts.map(({ title, paragraph }, index) =>
      section(`list:${index + 1}`, 2, title, 'adopted', [paragraph]),
    ),
  ]
}

/** The Chair's summary: one lettered section for each discussed item, or none if there is only one. */
function summarySections(facts: ReportFacts): ReportSection[] {
  const section = sectionWith(facts)
  const items = discussedItems(facts.agenda)
  if (items.length === 0) return []
  const heading = 'Summary of deliberations (Summary by the Chair)'
  const [only, ...others] = items
  if (others.length === 0) {
    const paragraphs = [aboutSummary(facts, []), considered(only!, facts), ...panellists(only!)]
    const free = section(`item:${only!.id}`, 2, '', 'chairSummary', []).paragraphs
    return [section('summary', 1, heading, 'chairSummary', [...paragraphs, ...free])]
  }
  const letters = items.map((_, index) => letter(index + 1).toUpperCase())
  return [
    section('summary', 1, heading, 'chairSummary', [aboutSummary(facts, letters)]),
    ...items.map((item) =>
      section(`item:${item.id}`, 2, item.title, 'chairSummary', [
        considered(item, facts),
        ...panellists(item),
      ]),
    ),
  ]
}

export type NumberedParagraph = ReportParagraph & { number: number }
export type NumberedSection = Omit<ReportSection, 'paragraphs'> & {
  /** "III." or "A.". */
  label: string
  /** "III" or "III.A": names the section in a file. */
  path: string
  paragraphs: NumberedParagraph[]
}

/** The sections with consecutive paragraph numbers and headings I. A. */
export function numbered(sections: readonly ReportSection[]): NumberedSection[] {
  let [first, second, paragraph] = [0, 0, 0]
  return sections.map((section) => {
    if (section.level === 1) [first, second] = [first + 1, 0]
    else second += 1
    const outer = roman(first).toUpperCase()
    const inner = letter(Math.max(second, 1)).toUpperCase()
    return {
      ...section,
      label: section.level === 1 ? `${outer}.` : `${inner}.`,
      path: section.level === 1 ? outer : `${outer}.${inner}`,
      paragraphs: section.paragraphs.map((row) => ({ ...row, number: ++paragraph })),
    }
  })
}
