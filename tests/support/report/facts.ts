import type { AgendaItemFacts, OfficerFacts, ReportFacts } from '@/lib/report/facts'
import sixth from './sixth-session.json'

const item = (
  number: number,
  title: string,
  kind: AgendaItemFacts['kind'],
  more: Partial<AgendaItemFacts> = {},
): AgendaItemFacts => ({
  id: `${number}${more.letter ?? ''}`,
  number,
  letter: '',
  title,
  kind,
  considered: [],
  allMeetingsKnown: false,
  panellists: [],
  ...more,
})

/** An agenda as such sessions have it, with the given items between its first and its last two. */
export const agendaWith = (
  ...items: { title: string; more?: Partial<AgendaItemFacts> }[]
): AgendaItemFacts[] => [
  item(1, 'Organizational matters', 'organizational'),
  item(1, 'Opening of the meeting', 'organizational', { letter: 'a' }),
  item(1, 'Adoption of the agenda', 'organizational', { letter: 'b' }),
  ...items.map(({ title, more }, index) =>
    item(index + 2, title, title === 'Other matters' ? 'other' : 'substantive', more),
  ),
  item(items.length + 2, 'Adoption of the report', 'adoptionOfReport'),
]

const consideredOf = (number: string) => {
  const found = sixth.considered.find((one) => one.item === number)!
  return { considered: found.at, allMeetingsKnown: found.allMeetingsKnown }
}

const panel = (rows: string) =>
  rows.split('; ').map((row) => {
    const [honorific = '', name = '', affiliation = ''] = row.split(' | ')
    return { honorific, name, affiliation }
  })

const officer = (capacity: string): OfficerFacts =>
  sixth.officers.find((one) => one.capacity === capacity)!

/** The facts that the draft report of 27 July 2020 tells. */
export const sixthSessionFacts: ReportFacts = {
  group: {
    name: 'Expert Group to Conduct a Comprehensive Study on Cybercrime',
    calledShort: 'Expert Group',
    describedAs: sixth.describedAs,
    symbolRoot: 'UNODC/CCPCJ/EG.4',
    parentBody: 'Commission on Crime Prevention and Criminal Justice',
    eventWord: 'session',
  },
  session: {
    kind: 'topical',
    ordinal: 6,
    place: 'Vienna',
    startsOn: '2020-07-27',
    endsOn: '2020-07-29',
  },
  mandates: sixth.mandates.map((mandate, index) => ({
    id: String(index + 1),
    adoptedAtSession: null,
    instrument: '',
    ...mandate,
  })),
  earlier: sixth.earlierMeetings,
  workplan: { ...sixth.workplan, symbol: sixth.workplan.documentSymbol, submittedTo: '' },
  decisions: sixth.decisions.map((decision) => ({
    step: decision.step as ReportFacts['decisions'][number]['step'],
    decidedBy: decision.decidedBy as ReportFacts['decisions'][number]['decidedBy'],
    how: decision.how as ReportFacts['decisions'][number]['how'],
    on: decision.decidedOn,
    meeting: decision.meeting ? { number: decision.meeting, date: decision.decidedOn } : null,
    circulatedOn: decision.circulatedOn ?? null,
    startsOn: decision.startsOn ?? null,
    endsOn: decision.endsOn ?? null,
    formatWords: decision.formatWords ?? '',
    reason: decision.reason ?? '',
    documentSymbol: '',
  })),
  opening: {
    by: officer('chair'),
    remotely: true,
    powers: [{ from: officer('chair'), to: officer('viceChair'), scope: '' }],
  },
  agenda: agendaWith(
    {
      title: 'International cooperation',
      more: {
        ...consideredOf('2'),
        panellists: panel(
          'Mr. | George-Maria Tyendezwa | Nigeria; Mr. | Gangqiang Zhang | China; Pol.col. | Amornchai Leelakajonjit | Thailand; Mr. | Markko Künnapu | Estonia; Mr. | Vadim Sushik | Russian Federation; Lic. | Pedro Janices | Argentina; Mr. | Stephen McGlynn | Australia; Ms. | Sheri L. Shepherd-Pratt | United States',
        ),
      },
    },
    {
      title: 'Prevention',
      more: {
        ...consideredOf('3'),
        panellists: panel(
          'Mr. | Destino Pedro | Angola; Ms. | Liyun Han | China; Ms. | Benjaporn Watcharavutthichai | Thailand; Dr. | Horacio Azzolin | Argentina; Mr. | Claudio Peguero | Dominican Republic; Mr. | Pedro Verdelho | Portugal',
        ),
      },
    },
    { title: 'Other matters', more: consideredOf('4') },
  ),
  meetings: [27, 27, 28, 28, 29, 29].map((day, index) => ({
    number: index + 1,
    date: `2020-07-${day}`,
  })),
  statements: { complete: false, speakers: [] },
  attendance: sixth.attendance as ReportFacts['attendance'],
  documents: sixth.documents as ReportFacts['documents'],
  commentsReceived: true,
  list: null,
  free: [],
}
