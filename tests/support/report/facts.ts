import sixth from '@/data/sixth-session.json'
import type { AgendaItemFacts, ReportFacts } from '@/lib/report/facts'
import { calledShort } from '@/lib/report/rows/values'

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

/** The meetings and days at which the file says that an item was considered. */
function consideredOf(named: string): Partial<AgendaItemFacts> {
  const at = sixth.meetings.flatMap(({ number, date, items = [] }) =>
    items.flatMap((entry) => {
      const { item: name, confirmed = true } = typeof entry === 'string' ? { item: entry } : entry
      return name === named ? [{ meeting: number, date, confirmed }] : []
    }),
  )
  const days = sixth.considered.filter((consideration) => consideration.item === named)
  return {
    considered: [
      ...at,
      ...days.map(({ date, confirmed = true }) => ({ meeting: null, date, confirmed })),
    ],
    allMeetingsKnown:
      sixth.agenda.find((agendaItem) => agendaItem.item === named)?.allMeetingsKnown ?? false,
    panellists: sixth.panellists
      .filter((panellist) => panellist.item === named)
      .map(({ honorific, name, state }) => ({ honorific, name, affiliation: state })),
  }
}

const [chair, viceChair] = sixth.officers.map(({ state, possessive = '', ...officer }) => ({
  ...officer,
  affiliation: state,
  possessive,
}))

const { workplan, mandates, earlierMeetings, ...group } = sixth.group

/** The facts that the draft report of 27 July 2020 tells, read from the session file without the database. */
export const sixthSessionFacts: ReportFacts = {
  group: { ...group, calledShort: calledShort(group.shortName) },
  session: { ...sixth.session, kind: 'topical' },
  mandates: mandates.map(({ date, ...mandate }, index) => ({
    id: String(index + 1),
    adoptedAtSession: null,
    instrument: '',
    ...mandate,
    dated: date,
  })),
  earlier: earlierMeetings,
  workplan: {
    ...workplan,
    symbol: workplan.document,
    stockTakingYear: workplan.stockTakingNotLaterThan,
  },
  decisions: sixth.decisions.map(({ what, by, how, date, meeting, ...decision }) => ({
    circulatedOn: null,
    startsOn: null,
    endsOn: null,
    formatWords: '',
    reason: '',
    documentSymbol: '',
    ...decision,
    step: what,
    decidedBy: by,
    how,
    on: date,
    meeting: meeting ? { number: meeting, date } : null,
  })) as ReportFacts['decisions'],
  opening: { by: chair!, remotely: true, powers: [{ from: chair!, to: viceChair!, scope: '' }] },
  agenda: agendaWith(
    { title: 'International cooperation', more: consideredOf('2') },
    { title: 'Prevention', more: consideredOf('3') },
    { title: 'Other matters', more: consideredOf('4') },
  ),
  meetings: sixth.meetings,
  statements: { complete: false, speakers: [] },
  attendance: sixth.attendance.byKind.map(({ kind, count = null, provisional = false }) => ({
    kind: kind as ReportFacts['attendance'][number]['kind'],
    count,
    provisional,
  })),
  documents: sixth.documents as ReportFacts['documents'],
  commentsReceived: true,
  list: null,
  free: [],
}
