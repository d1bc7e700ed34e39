/** A row of the constraint world: columns whose names end in "Id" are given as names. */
export type WorldRow = [table: string, name: string | null, columns: Record<string, unknown>]

const sessionId = 'first'
const at = (time: string) => `2020-07-27T${time}:00Z`
const first = { sessionId, meetingId: 'meeting' }
const item = { sessionId, agendaItemId: 'agenda item' }
const speaker = { delegationId: 'Arvenia first', speaker: 'Arvenia' }

/** A session that sits: its agenda, meetings, decisions, Bureau, speakers and who attended. */
export const sittingRows: WorldRow[] = [
  ['Mandate', 'mandate', { groupId: 'group', symbol: '65/230', body: 'Assembly', position: 1 }],
  ['Workplan', 'workplan', { groupId: 'group', fromYear: 2018, untilYear: 2021, circulatedTo: [] }],
  ['GroupOfStates', 'group of States', { groupId: 'group', name: 'African Group' }],
  [
    'GroupAttribution',
    'attribution',
    {
      sessionId,
      delegationId: 'Arvenia first',
      groupOfStatesId: 'group of States',
      name: 'African Group',
      receivedAt: at('08:00'),
    },
  ],
  ...['Arvenia', 'Belmara'].map((name): WorldRow => {
    const member = { attributionId: 'attribution', entityId: name, name }
    return ['AttributedMember', null, { ...member, sortKey: name.toLowerCase() }]
  }),
  [
    'Dissociation',
    'dissociation',
    {
      attributionId: 'attribution',
      entityId: 'Belmara',
      delegationId: 'Belmara first',
      statedById: 'head',
    },
  ],
  ['GroupMember', 'member', { groupOfStatesId: 'group of States', entityId: 'Arvenia' }],
  ...(['chair', 'viceChair'] as const).map((capacity): WorldRow => {
    const officer = { capacity, title: capacity, name: capacity }
    return ['BureauMember', `bureau ${capacity}`, { groupId: 'group', ...officer }]
  }),
  ['AgendaItem', 'agenda item', { sessionId, number: 2, title: 'Prevention' }],
  ['AgendaItem', 'agenda item elsewhere', { sessionId: 'making', number: 2, title: 'Prevention' }],
  ['AgendaItem', 'provisional item', { sessionId, number: 3, title: 'Other' }],
  ['AgendaStep', 'adopted', { ...item, kind: 'adopted', date: '2020-07-27' }],
  [
    'Meeting',
    'meeting',
    { sessionId, number: 1, date: '2020-07-27', startsAt: at('08:00'), endsAt: at('11:00') },
  ],
  ['Meeting', 'meeting elsewhere', { sessionId: 'making', number: 1, date: '2020-07-27' }],
  ['MeetingSuspension', 'suspension', { meetingId: 'meeting', fromAt: at('09:00') }],
  ['MeetingItem', 'considered', { ...first, ...item, date: '2020-07-27' }],
  [
    'SessionDecision',
    'decision',
    {
      sessionId,
      number: 1,
      step: 'datesApproved',
      decidedBy: 'extendedBureau',
      how: 'silence',
      decidedOn: '2020-04-15',
      meetingId: 'meeting',
    },
  ],
  ['SpeakersList', 'speakers', { ...item, opensAt: at('08:00') }],
  [
    'Statement',
    'statement',
    { ...item, ...speaker, listId: 'speakers', meetingId: 'meeting', requestedAt: at('08:01') },
  ],
  ['Statement', 'spoken', { ...item, ...speaker, requestedAt: at('08:01'), spokenAt: at('09:00') }],
  ['Attendance', 'attendance', { ...first, entityId: 'Arvenia', how: 'byHand' }],
  ['AttendanceCount', null, { sessionId, kind: 'memberState', count: 94 }],
  ['AttendanceClosing', 'closing', { sessionId: 'making', closedById: 'head' }],
  [
    'AccreditedPerson',
    'accredited',
    { delegationId: 'Arvenia first', position: 1, name: 'Amara Voss' },
  ],
  [
    'ParticipantList',
    'participant list',
    { sessionId, number: 1, content: {}, textHash: 'a'.repeat(64), issuedById: 'head' },
  ],
]
