import type { AgendaItemFacts, ReportFacts } from '@/lib/report/facts'
import { composeReport, numbered } from '@/lib/report/outline'
import { akomaNtoso } from '@/lib/report/outputs/akn/write'
import { reportPaper } from '@/lib/report/outputs/paper'
import type { ReportView } from '@/lib/report/queries'
import { viewSections } from '@/lib/report/view'
import { paperToDocx } from '@/lib/export/word'
import { paperToPdf } from '@/lib/export/pdf/write'
import { provideEnv } from '@/lib/env'
import type { SessionView } from '@/lib/sessions/session-view'
import { documentFromText } from '@/lib/text/document/document'
import { faultsOf } from '@/tests/support/akoma-ntoso/validate'
import { sixthSessionFacts } from '@/tests/support/report/facts'
import { type BenchRow, below } from './report'

const PARAGRAPHS = 200
const ITEMS = 300
const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`
const WORDS =
  'Member States should exchange electronic evidence without delay and with due regard to human rights, inter alia by means of contact points that answer at any hour. '

/** The sixth session's facts with as many free paragraphs as make 200, and a list of 300 items. */
function largeFacts(): ReportFacts {
  const headings = Array.from({ length: 6 }, (_, at) => ({
    title: `Heading ${at + 1}`,
    items: Array.from({ length: ITEMS / 6 }, (_item, index) => ({
      letter: String(index + 1),
      text: documentFromText(`${index + 1}. ${WORDS.repeat(2)}`),
      language: 'en',
    })),
  }))
  const facts = { ...sixthSessionFacts, list: { headings } }
  const item = facts.agenda.find(({ kind }: AgendaItemFacts) => kind === 'substantive')!
  const rest = PARAGRAPHS - sectionsOf(facts).flatMap(({ paragraphs }) => paragraphs).length
  const free = Array.from({ length: rest }, (_, index) => ({
    id: String(index),
    section: `item:${item.id}`,
    text: documentFromText(`${index + 1}. ${WORDS.repeat(5)}`),
    language: 'en' as const,
    original: 'en' as const,
    others: [],
  }))
  return { ...facts, free }
}

const sectionsOf = (facts: ReportFacts) => viewSections(numbered(composeReport(facts)), [])

const session = {
  slug: 'sixth-session-2020',
  ordinal: 6,
  eventWord: 'session',
  groupName: sixthSessionFacts.group.name,
  symbolRoot: sixthSessionFacts.group.symbolRoot,
  place: 'Vienna',
  startsOn: new Date('2020-07-27'),
  endsOn: new Date('2020-07-29'),
} as SessionView

/** Measures the time to compose a report of 200 paragraphs and 300 items and to write it in each form. */
export async function run(): Promise<BenchRow[]> {
  provideEnv({ DEMONSTRATION: 'true' })
  const facts = largeFacts()
  const report: ReportView = {
    sessionId: '',
    symbol: 'UNODC/CCPCJ/EG.4/2020/L.1',
    version: 1,
    listInReport: true,
    releasedAt: null,
    adoptedAt: null,
    textHash: null,
    isIssued: false,
    corrigenda: [],
    parts: [],
    sections: sectionsOf(facts),
    leftOut: [],
    completions: [],
    hindrances: { pending: [], open: [], left: [] },
  }
  const paper = () => reportPaper(report, session, null)
  const steps: [name: string, limit: number, make: () => unknown][] = [
    ['Composed out of the facts', 100, () => sectionsOf(facts)],
    ['DOCX', 1_500, () => paperToDocx(paper())],
    ['PDF', 2_500, () => paperToPdf(paper())],
    ['Akoma Ntoso, with its validation', 1_500, () => validated(report)],
  ]
  const rows: BenchRow[] = []
  for (const [name, limit, make] of steps) {
    const times: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const begun = performance.now()
      await make()
      times.push(performance.now() - begun)
    }
    rows.push(below(`${name}, the first`, times[0]!, limit, ms))
    rows.push(below(`${name}, later`, Math.min(...times.slice(1)), limit, ms))
  }
  return rows
}

function validated(report: ReportView): void {
  const input = { report, session, document: null, draftSymbol: null, steps: [], title: 'Report' }
  const faults = faultsOf(akomaNtoso(input))
  if (faults.length > 0) throw new Error(faults[0])
}
