import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OpenPlaces } from '@/components/report/open-places'
import { ReportText } from '@/components/report/report-text'
import { StyleFindings } from '@/components/report/style-findings'
import { translations } from '@/lib/messages'
import { composeReport, numbered } from '@/lib/report/outline'
import type { ReportView } from '@/lib/report/queries'
import { hindrancesOf, viewSections } from '@/lib/report/view'
import type { SessionView } from '@/lib/sessions/session-view'
import { toDocument } from '@/lib/text/document/document'
import { sixthSessionFacts } from '@/tests/support/report/facts'

const sections = viewSections(numbered(composeReport(sixthSessionFacts)), [])
const report: ReportView = {
  sessionId: 'session',
  symbol: 'UNODC/CCPCJ/EG.4/2020/L.1',
  version: 1,
  listInReport: false,
  releasedAt: null,
  adoptedAt: null,
  textHash: null,
  isIssued: false,
  corrigenda: [],
  parts: [],
  sections,
  leftOut: [],
  completions: ['statements'],
  hindrances: hindrancesOf(sections, ['statements']),
}
const session = { slug: 'sixth', groupId: 'group' } as SessionView

test('the page numbers paragraphs and headings, sets the house’s italics, and leads from an open place to its entry', () => {
  const text = renderToStaticMarkup(<ReportText sections={sections} slug="sixth" remove={null} />)
  expect(text).toContain('id="paragraph-25"')
  expect(text).toContain('<i>inter alia</i>')
  expect(text).toContain('href="#open-attendance:memberState"')
  expect(text).toContain('Summary by the Chair, not subject to adoption.')
  expect(text).not.toContain('Write a paragraph')
})

test('a text that a person wrote keeps its language, direction, paragraphs, italics and brackets', () => {
  const [section, ...others] = sections
  const written = toDocument([
    [{ text: 'Words ' }, { text: 'inter alia', italic: true }],
    [{ text: 'or others', bracket: 'notAgreed' }],
  ])
  const [first] = section!.paragraphs
  const versions = { language: 'ar' as const, original: 'ar' as const, others: [] }
  const paragraphs = [{ ...first!, written, versions }]
  const text = renderToStaticMarkup(
    <ReportText sections={[{ ...section!, paragraphs }, ...others]} slug="sixth" remove={null} />,
  )
  expect(text).toContain(
    '<div lang="ar" dir="rtl" class="text-of-record"><p>Words <i>inter alia</i></p><p><b class="font-semibold">[or others]</b></p></div>',
  )
})

test('each open place says what is missing, whose it is, and which page takes it', () => {
  const places = renderToStaticMarkup(
    <OpenPlaces report={report} session={session} writes={false} complete={null} />,
  )
  expect(places.match(/<li /g)).toHaveLength(7)
  expect(places).toContain('id="open-attendance:memberState"')
  expect(places).toContain('href="/sessions/sixth/attendance"')
  expect(places).toContain('to be completed by the Secretariat')
})

test('the number of open places agrees with their list: those left to the Secretariat are said too', () => {
  const { open, left } = report.hindrances
  expect([open.length, left.length]).toEqual([6, 1])
  const t = translations('report')
  expect(t('openCount', { open: 6, left: 1 })).toBe(
    '6 places are open, one is left to the Secretariat',
  )
  expect(t('openCount', { open: 0, left: 9 })).toBe(
    'no place is open, 9 are left to the Secretariat',
  )
  expect(t('openCount', { open: 0, left: 0 })).toBe('no place is open')
})

test('the style check proposes beside the text', () => {
  const findings = renderToStaticMarkup(<StyleFindings sections={sections} />)
  expect(findings).toContain('United States of America')
})
