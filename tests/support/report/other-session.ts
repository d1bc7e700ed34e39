import { sortKey } from '@/lib/delegations/names/sort-key'
import type { ReportFacts, SpeakerFacts } from '@/lib/report/facts'
import { agendaWith, sixthSessionFacts } from './facts'

export const DAYS = [
  '2021-03-29',
  '2021-03-29',
  '2021-03-30',
  '2021-03-31',
  '2021-03-31',
  '2021-04-01',
]
const at = (meeting: number) => ({ meeting, date: DAYS[meeting - 1]!, confirmed: true })
export const speaker = (
  name: string,
  kind: SpeakerFacts['kind'] = 'memberState',
  article = false,
): SpeakerFacts => ({ kind, name, article, sortKey: sortKey(name), onBehalfOf: '', except: [] })

export const chair = {
  title: 'Chair',
  honorific: 'Ms.',
  name: 'Ana Brel',
  affiliation: 'Belvaria',
  possessive: '',
}

/** Another session of the same group: the Chair is there, and everything is known. */
export const facts: ReportFacts = {
  ...sixthSessionFacts,
  session: {
    kind: 'topical',
    ordinal: 21,
    place: 'Geneva',
    startsOn: '2021-03-29',
    endsOn: '2021-04-01',
  },
  decisions: [
    {
      step: 'datesApproved',
      decidedBy: 'extendedBureau',
      how: 'silence',
      on: '2020-12-01',
      startsOn: '2021-03-29',
      endsOn: '2021-04-01',
    },
    { step: 'agendaAdopted', decidedBy: 'group', how: 'meeting', on: DAYS[0]!, meeting: at(1) },
    { step: 'reportAdopted', decidedBy: 'group', how: 'meeting', on: '2021-04-01', meeting: at(6) },
  ].map((decision) => ({
    circulatedOn: null,
    startsOn: null,
    endsOn: null,
    formatWords: '',
    reason: '',
    documentSymbol: '',
    ...decision,
    meeting:
      'meeting' in decision ? { number: decision.meeting!.meeting, date: decision.on } : null,
  })) as ReportFacts['decisions'],
  opening: { by: chair, remotely: false, powers: [] },
  agenda: agendaWith(
    {
      title: 'Evidence',
      more: {
        considered: [at(1), at(3), at(4)],
        allMeetingsKnown: true,
        panellists: [{ honorific: 'Dr.', name: 'Ivo Kant', affiliation: '' }],
      },
    },
    { title: 'Other matters', more: { considered: [at(5)], allMeetingsKnown: true } },
  ),
  meetings: DAYS.map((date, index) => ({ number: index + 1, date })),
  statements: {
    complete: true,
    speakers: [
      speaker('Viet Nam'),
      speaker('Türkiye'),
      speaker('Tunisia'),
      speaker('Bolivia (Plurinational State of)'),
      speaker('Tunisia'),
      speaker('Holy See', 'observerState', true),
      speaker('State of Palestine', 'observerState', true),
    ],
  },
  attendance: [
    { kind: 'memberState', count: 87, provisional: false },
    { kind: 'observerState', count: 2, provisional: false },
    { kind: 'intergovernmental', count: 12, provisional: false },
    { kind: 'academia', count: 1, provisional: false },
  ],
  documents: [
    { kind: 'annotatedAgenda', title: 'Annotated provisional agenda', symbol: 'X/2021/1' },
    { kind: 'paper', title: 'Note by the Secretariat', symbol: 'X/2021/2' },
    { kind: 'participants', title: 'List of participants', symbol: 'X/2021/INF/1' },
    { kind: 'draftReport', title: 'Draft report', symbol: 'X/2021/L.1' },
  ],
  commentsReceived: false,
}
