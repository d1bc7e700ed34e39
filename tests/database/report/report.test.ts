import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemTransaction } from '@/lib/db/client'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { importSession, previewSessionFile } from '@/lib/meetings/session-file/commands'
import { composeReport, numbered } from '@/lib/report/outline'
import { reportFile } from '@/lib/report/outputs/files'
import { reportFormats } from '@/lib/report/outputs/formats'
import { printedText } from '@/lib/report/paragraphs/paragraph'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { findSession } from '@/lib/sessions/queries'
import { faultsOf, ruleFaultsOf } from '@/tests/support/akoma-ntoso/validate'
import { sixthSessionFacts } from '@/tests/support/report/facts'

async function imported(path: string) {
  const { file } = await previewSessionFile(readFileSync(path))
  const { slug } = await importSession('operator', file!)
  return (await findSession(slug))!
}
const reportOf = async (slug: string) => {
  const session = (await findSession(slug))!
  return { session, report: await readReport(session.id) }
}
const textsOf = async (slug: string) =>
  paragraphsIn((await reportOf(slug)).report.sections).map(({ text }) => text)

let sixth: string
let second: string
beforeAll(async () => {
  await systemTransaction(loadReferenceData)
  sixth = (await imported('data/sixth-session.json')).slug
  second = (await imported('tests/support/session-files/second-session.json')).slug
})

describe('the report of the sixth session', () => {
  test('is composed out of the database as out of its facts', async () => {
    const wanted = numbered(composeReport(sixthSessionFacts)).flatMap(({ paragraphs }) =>
      paragraphs.map(printedText),
    )
    expect(await textsOf(sixth)).toEqual(wanted)
  })

  test('has its symbol, sections, modes and open placeholders in JSON', async () => {
    const { body } = await reportFile(await reportOf(sixth), 'json')
    const { symbol, paragraphs } = JSON.parse(String(body)) as {
      symbol: string
      paragraphs: { number: number; section: string; mode: string; open: { printed: string }[] }[]
    }
    expect(symbol).toBe('UNODC/CCPCJ/EG.4/2020/[...]')
    expect(paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
    expect(paragraphs[13]).toMatchObject({ section: 'III.A', mode: 'chairSummary' })
    expect(
      paragraphs.flatMap(({ number, open }) => open.map((place) => [number, place.printed])),
    ).toEqual([
      [14, '[2nd...]'],
      [14, '[and 28...]'],
      [16, '[...]'],
      [16, '[and...]'],
      [18, '[...]'],
      [21, '[...]'],
      [22, '[94]'],
    ])
  })

  test('is the same bytes each time, in each form', async () => {
    for (const format of reportFormats) {
      const [once, again] = await Promise.all(
        [1, 2].map(async () => reportFile(await reportOf(sixth), format)),
      )
      expect(Buffer.from(once!.body as string).equals(Buffer.from(again!.body as string))).toBe(
        true,
      )
    }
  })
})

test('another session gives what follows from its own facts', async () => {
  expect(await textsOf(second)).toMatchInlineSnapshot(`
    [
      "In its resolution 78/901 of 19 December 2023, the General Assembly requested the Working Group to study the safety of harbours.",
      "The extended Bureau approved the dates of 29 January to 1 February 2024 to conduct the second session of the Working Group via silence procedure on 2 October 2023. The provisional agenda for the second meeting was agreed upon by the extended Bureau via silence procedure on 15 November 2023.",
      "In line with the Chair’s proposal for the 2024–2026 workplan of the Working Group (A/AC.999/2024/CRP.1), the Rapporteur, with the necessary assistance of the Secretariat and based on the discussions and deliberations during the meeting, prepared a list of preliminary conclusions and recommendations suggested by Member States, which are brief. Pursuant to the workplan, the list was included in the report of the second session as a compilation of suggestions made by Member States, for further discussion at the stock-taking meeting not later than 2026.",
      "As provided for in the workplan, at its stock-taking meeting, the Working Group will consider the accumulated preliminary conclusions and recommendations and will consolidate them in a list of adopted conclusions and recommendations for submission to the Harbour Commission. Prior to the stock-taking meeting, the preliminary conclusions and recommendations proposed by Member States will be circulated to all Member States for comments and the latter will be posted online in advance of the stock-taking meeting for consideration by delegations.",
      "Stemming from the meeting, the following summary of deliberations was prepared by the Secretariat after the meeting in close coordination with the Chair. This summary of deliberations was not debated and, consequently, was not subject to adoption during the meeting. It was, instead, a “Summary by the Chair” (covering sections A and B), as follows:",
      "At its 1st, 3rd and 4th meetings, on 29 and 30 January 2024, the Working Group considered agenda item 2, entitled “Lights and buoys”.",
      "The discussion was facilitated by the following panellist: Ms. Celia Montaro (Corvina).",
      "At its 2nd and 5th meetings, on 29 and 31 January 2024, the Working Group considered agenda item 3, entitled “Other business”.",
      "The meeting was opened by Ms. Amara Voss (Arvenia), Chair of the Working Group.",
      "At its 1st meeting, on 29 January 2024, the Working Group adopted the following provisional agenda:
    1. Organizational matters:
    (a) Opening of the session;
    (b) Adoption of the agenda.
    2. Lights and buoys.
    3. Other business.
    4. Adoption of the report.",
      "Statements were made by experts from the following Member States: Albania and Norway.",
      "The meeting was attended by representatives of 41 Member States, two observer States and three non-governmental organizations.",
      "The Working Group had before it the following document:
    (a) Annotated provisional agenda (A/AC.999/2024/1).",
      "At its 7th meeting, on 1 February 2024, the Working Group adopted this report.",
    ]
  `)
})

describe('Akoma Ntoso', () => {
  test.each([['sixth'], ['second']])(
    'the %s session is valid and keeps the rules',
    async (name) => {
      const { body } = await reportFile(await reportOf(name === 'sixth' ? sixth : second), 'akn')
      expect(faultsOf(String(body))).toEqual([])
      expect(ruleFaultsOf(String(body))).toEqual([])
    },
  )

  test('its cover bears the masthead: plain for the group’s own root, with organ and distribution for the parent’s', async () => {
    const { body } = await reportFile(await reportOf(sixth), 'akn')
    const cover = /<coverPage>.*<\/coverPage>/s.exec(String(body))?.[0] ?? ''
    expect(
      cover
        .replace(/<[^>]+>/g, '')
        .split('\n')
        .filter(Boolean),
    ).toEqual([
      'United Nations',
      'UNODC/CCPCJ/EG.4/2020/[...]',
      '27 July 2020',
      'English',
      'Original: English',
      'Expert Group to Conduct a Comprehensive Study on Cybercrime',
      'Sixth session',
      'Vienna, 27–29 July 2020',
    ])
    expect(ruleFaultsOf(String(body).replace(cover, ''))).toEqual([
      'cover has not the symbol',
      'cover has not the date',
      'cover has not the languages',
      'cover has not the session',
    ])
    const { body: otherBody } = await reportFile(await reportOf(second), 'akn')
    expect(String(otherBody)).toContain('<docAuthority>General Assembly</docAuthority>')
    expect(String(otherBody)).toContain('Distr.: <inline name="distribution">General</inline>')
  })

  test('a broken file is refused by the schema and by the rules', async () => {
    const { body } = await reportFile(await reportOf(sixth), 'akn')
    const broken = String(body).replace('<mainBody>', '<mainBody><ol></ol>')
    expect(faultsOf(broken)).not.toEqual([])
    expect(ruleFaultsOf(broken.replace('value="un"', 'value="at"'))).toEqual([
      'country is not un',
      'has ol or ul',
    ])
  })
})
