import { describe, expect, test } from 'vitest'
import type { ReportFacts, SpeakerFacts } from '@/lib/report/facts'
import { composeReport, numbered } from '@/lib/report/outline'
import { printedText } from '@/lib/report/paragraphs/paragraph'
import { openIn } from '@/lib/report/words/pieces'
import { agendaWith, sixthSessionFacts } from '@/tests/support/report/facts'
import { DAYS, speaker, chair, facts } from '@/tests/support/report/other-session'

const all = (of: ReportFacts) => numbered(composeReport(of)).flatMap(({ paragraphs }) => paragraphs)
const text = (of: ReportFacts, key: string) => {
  const found = all(of).find((paragraph) => paragraph.key === key)
  return found && printedText(found)
}
const without = (part: Partial<ReportFacts>) => ({ ...facts, ...part })

describe('another session', () => {
  test('has no placeholder where all is known, and other sentences where facts differ', () => {
    expect(all(facts).flatMap(({ words }) => openIn(words))).toEqual([])
    const changed = all(facts)
      .map(printedText)
      .filter((printed) => !all(sixthSessionFacts).map(printedText).includes(printed))
    expect(changed).toMatchInlineSnapshot(`
      [
        "The extended Bureau approved the dates of 29 March to 1 April 2021 to conduct the twenty-first session of the Expert Group via silence procedure on 1 December 2020.",
        "In line with the Chair’s proposal for the 2018–2021 workplan of the Expert Group (UNODC/CCPCJ/EG.4/2018/CRP.1), the Rapporteur, with the necessary assistance of the Secretariat and based on the discussions and deliberations during the meeting, prepared a list of preliminary conclusions and recommendations suggested by Member States, which are precise and focus on strengthening practical responses to cybercrime. Pursuant to the workplan, the list was included in the report of the twenty-first session as a compilation of suggestions made by Member States, for further discussion at the stock-taking meeting not later than 2021.",
        "Stemming from the meeting, the following summary of deliberations was prepared by the Secretariat after the meeting in close coordination with the Chair. This summary of deliberations was not debated and, consequently, was not subject to adoption during the meeting. It was, instead, a “Summary by the Chair” (covering sections A and B), as follows:",
        "At its 1st, 3rd and 4th meetings, on 29, 30 and 31 March 2021, the Expert Group considered agenda item 2, entitled “Evidence”.",
        "The discussion was facilitated by the following panellist: Dr. Ivo Kant.",
        "At its 5th meeting, on 31 March 2021, the Expert Group considered agenda item 3, entitled “Other matters”.",
        "The meeting was opened by Ms. Ana Brel (Belvaria), Chair of the Expert Group.",
        "At its 1st meeting, on 29 March 2021, the Expert Group adopted the following provisional agenda:
      1. Organizational matters:
      (a) Opening of the meeting;
      (b) Adoption of the agenda.
      2. Evidence.
      3. Other matters.
      4. Adoption of the report.",
        "Statements were made by experts from the following Member States: Bolivia (Plurinational State of), Tunisia, Türkiye and Viet Nam. Statements were made by the observers for the Holy See and the State of Palestine.",
        "The meeting was attended by representatives of 87 Member States, two observer States, 12 intergovernmental organizations and an academic institution.",
        "A list of participants was circulated at the meeting (X/2021/INF/1).",
        "The Expert Group had before it the following documents:
      (a) Annotated provisional agenda (X/2021/1);
      (b) Note by the Secretariat (X/2021/2).",
        "At its 6th meeting, on 1 April 2021, the Expert Group adopted this report.",
      ]
    `)
  })

  test('keeps the paragraphs that rest on facts of the group', () => {
    const same = all(facts)
      .map(printedText)
      .filter((printed) => all(sixthSessionFacts).map(printedText).includes(printed))
    expect(same).toHaveLength(10)
  })

  test('one item alone has no lettered section', () => {
    const agenda = facts.agenda.filter(({ kind }) => kind !== 'other')
    const sections = numbered(composeReport(without({ agenda })))
    expect(sections.filter(({ path }) => path.startsWith('III')).map(({ path }) => path)).toEqual([
      'III',
    ])
    expect(text(without({ agenda }), 'summary')).toContain('a “Summary by the Chair”, as follows:')
  })
})

test('a stock-taking tells of its adopted list, also where no workplan is entered', () => {
  const session = { ...facts.session, kind: 'stockTaking' as const }
  const told = (workplan: ReportFacts['workplan']) =>
    text(without({ session, workplan }), 'list:consolidated')
  const consolidated =
    'considered the accumulated preliminary conclusions and recommendations and consolidated them in a list of adopted conclusions and recommendations for submission to the'
  expect(told(facts.workplan)).toContain(
    `In line with the 2018–2021 workplan of the Expert Group, the Expert Group ${consolidated}`,
  )
  expect(told(null)).toBe(`The Expert Group ${consolidated} ${facts.group.parentBody}.`)
  expect(text(without({ workplan: null }), 'list:compiled')).toBeUndefined()
})

describe('statements', () => {
  const say = (...speakers: SpeakerFacts[]) =>
    text(without({ statements: { complete: true, speakers } }), 'statements')

  test('one State is named in running text, with its article', () => {
    expect(say(speaker('Russian Federation', 'memberState', true))).toBe(
      'A statement was made by an expert from the Russian Federation.',
    )
  })

  test('an observer, an organization and a group have sentences of their own', () => {
    expect(
      say(
        speaker('Holy See', 'observerState', true),
        speaker('INTERPOL', 'intergovernmental'),
        speaker('African Group', 'groupOfStates', true),
      ),
    ).toBe(
      'A statement was made by the observer for the Holy See. A statement was made by a representative of the following intergovernmental organization: INTERPOL. A statement was made on behalf of the African Group.',
    )
  })

  test('a list that may grow ends in a placeholder', () => {
    const statements = { complete: false, speakers: [speaker('Chile'), speaker('Angola')] }
    expect(text(without({ statements }), 'statements')).toBe(
      'Statements were made by experts from the following Member States: Angola and Chile [and...].',
    )
  })

  test('the State that spoke for a group says so', () => {
    const statements = {
      complete: true,
      speakers: [{ ...speaker('Egypt'), onBehalfOf: 'the African Group' }, speaker('Angola')],
    }
    expect(text(without({ statements }), 'statements')).toContain(
      'Angola and Egypt (on behalf of the African Group).',
    )
  })

  test('a member that dissociated itself is named as an exception, with its article', () => {
    const gambia = speaker('Gambia', 'memberState', true)
    const chad = speaker('Chad')
    const egypt = { ...speaker('Egypt'), onBehalfOf: 'the African Group' }
    expect(say({ ...egypt, except: [gambia] }, { ...egypt, except: [chad, gambia] })).toBe(
      'A statement was made by an expert from Egypt (on behalf of the African Group, except Chad and the Gambia).',
    )
    expect(say({ ...speaker('African Group', 'groupOfStates', true), except: [chad] })).toBe(
      'A statement was made on behalf of the African Group (except Chad).',
    )
  })
})

test('a text that was approved under silence is told by its title, and where the group took note of it', () => {
  const text = {
    ...facts.decisions[0]!,
    step: 'textApproved' as const,
    on: '2021-02-10',
    startsOn: null,
    endsOn: null,
    subject: 'Method of work',
  }
  const sentence = (noted: { number: number; date: string } | null) =>
    all({ ...facts, decisions: [...facts.decisions, { ...text, noted }] })
      .map((paragraph) => printedText(paragraph))
      .find((printed) => printed.includes('Method of work'))
  const approved =
    'The text entitled “Method of work” was approved by the extended Bureau via silence procedure on 10 February 2021.'
  expect(sentence(null)?.endsWith(approved)).toBe(true)
  expect(sentence({ number: 1, date: DAYS[0]! })).toContain(
    `${approved} The Expert Group took note of that decision at its 1st meeting, on 29 March 2021.`,
  )
})

describe('missing facts', () => {
  const bare: ReportFacts = {
    ...facts,
    mandates: [],
    earlier: [],
    workplan: null,
    decisions: [],
    opening: null,
    agenda: agendaWith({ title: 'Evidence' }, { title: 'Other matters' }),
    meetings: [],
    statements: { complete: false, speakers: [] },
    attendance: [],
    documents: [],
    commentsReceived: false,
  }

  test('become placeholders, each once, with an owner and a form', () => {
    const open = all(bare).flatMap(({ words }) => openIn(words))
    expect(new Set(open.map(({ key }) => key)).size).toBe(open.length)
    expect(open.map(({ key }) => key)).toMatchInlineSnapshot(`
      [
        "item:2:meetings",
        "item:2:dates",
        "item:3:meetings",
        "item:3:dates",
        "opening",
        "agenda:meeting",
        "agenda:date",
        "statements",
        "attendance",
        "participants",
        "documents",
        "adoption:meeting",
        "adoption:date",
      ]
    `)
  })

  test('leave no paragraph of the introduction and of the list', () => {
    const sections = numbered(composeReport(bare))
    expect(sections.map(({ label, heading }) => `${label} ${heading}`)).toMatchInlineSnapshot(`
      [
        "I. Introduction",
        "II. Summary of deliberations (Summary by the Chair)",
        "A. Evidence",
        "B. Other matters",
        "III. Organization of the meeting",
        "A. Opening of the meeting",
        "B. Adoption of the agenda and other organizational matters",
        "C. Statements",
        "D. Attendance",
        "E. Documentation",
        "IV. Adoption of the report",
      ]
    `)
    expect(all(bare).map(({ number }) => number)).toEqual(all(bare).map((_, index) => index + 1))
  })
})

describe('documents', () => {
  const sentence = (documents: ReportFacts['documents'], commentsReceived: boolean) =>
    text(without({ documents, commentsReceived }), 'documents')

  test('comments alone are told without a list', () => {
    expect(sentence([], true)).toBe(
      'The Expert Group had before it the comments from Member States received in accordance with the workplan for the period 2018–2021.',
    )
  })

  test('a revised list of participants keeps its own title', () => {
    expect(text(facts, 'participants')).toBe(
      'A list of participants was circulated at the meeting (X/2021/INF/1).',
    )
  })
})

describe('the opening', () => {
  const vice = { ...chair, title: 'Vice-Chair', honorific: 'Mr.', name: 'Bo Cern' }

  test('by a Vice-Chair tells who had handed over the powers', () => {
    const opening = { by: vice, remotely: false, powers: [{ from: chair, to: vice, scope: '' }] }
    expect(text(without({ opening }), 'opening')).toBe(
      'The meeting was opened by Mr. Bo Cern (Belvaria), Vice-Chair of the Expert Group, whom Ms. Ana Brel (Belvaria), Chair of the Expert Group, had delegated to preside over the meeting on her behalf, having full powers and duties of the chairperson to conduct the proceedings during the twenty-first meeting of the Expert Group.',
    )
  })

  test('says "the Chair’s behalf" where neither his nor her is known, and the scope as it was given', () => {
    const from = { ...chair, honorific: 'Ambassador' }
    const scope = 'its 2nd and 3rd meetings'
    const opening = { by: from, remotely: true, powers: [{ from, to: vice, scope }] }
    expect(text(without({ opening }), 'opening')).toContain(
      'on the Chair’s behalf, having full powers and duties of the chairperson to conduct the proceedings during its 2nd and 3rd meetings.',
    )
  })

  test('leaves a gap for a handover by or to somebody who is not in the Bureau', () => {
    const opening = { by: chair, remotely: false, powers: [], unnamedPowers: true }
    expect(text(without({ opening }), 'opening')).toBe(
      'The meeting was opened by Ms. Ana Brel (Belvaria), Chair of the Expert Group, [...].',
    )
  })
})
