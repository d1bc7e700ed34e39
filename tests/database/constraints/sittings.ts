import { id } from '@/tests/support/constraint-world'
import { type BadRow, type Patch, copy, remove, update } from './bad-row'

const second = { number: 2 }
const another = (table: string, name: string, patch: Patch) => copy(table, name, patch)

/** Rows of one session that refer to rows of another. */
const elsewhere: BadRow[] = (
  [
    ['MeetingItem', 'considered', 'agendaItemId', 'agenda item elsewhere', { meetingId: null }],
    ['AgendaStep', 'adopted', 'agendaItemId', 'agenda item elsewhere'],
    ['AgendaStep', 'adopted', 'meetingId', 'meeting elsewhere'],
    ['SessionDecision', 'decision', 'meetingId', 'meeting elsewhere', second],
    ['SpeakersList', 'speakers', 'agendaItemId', 'agenda item elsewhere'],
    ['Statement', 'spoken', 'agendaItemId', 'agenda item elsewhere', { sequence: 99 }],
    ['Statement', 'spoken', 'meetingId', 'meeting elsewhere', { sequence: 99 }],
    ['Statement', 'spoken', 'delegationId', 'Arvenia making', { sequence: 99 }],
    ['Attendance', 'attendance', 'meetingId', 'meeting elsewhere'],
  ] as [string, string, string, string, Patch?][]
).map(([table, name, column, there, patch]) => [
  `${table}_${column}_sessionId_fkey`,
  'of another session',
  another(table, name, { ...patch, [column]: there }),
])

const checks: BadRow[] = [
  [
    'MeetingItem_meetingId_sessionId_date_fkey',
    'on another day than its meeting',
    another('MeetingItem', 'considered', { agendaItemId: 'provisional item', date: '2020-07-28' }),
  ],
  [
    'Statement_listId_sessionId_fkey',
    'on a list of another session',
    another('Statement', 'spoken', {
      sequence: 99,
      sessionId: 'making',
      agendaItemId: null,
      delegationId: null,
      listId: 'speakers',
    }),
  ],
  ['ExpertGroup_silence_check', 'no silence', update('ExpertGroup', 'group', '"silenceHours" = 0')],
  [
    'ExpertGroup_hours_check',
    'ends before it begins',
    update('ExpertGroup', 'group', `"morningUntil" = '09:00'`),
  ],
  ['Meeting_times_check', 'without an end', update('Meeting', 'meeting', '"endsAt" = NULL')],
  [
    'MeetingSuspension_times_check',
    'resumed before it was suspended',
    update('MeetingSuspension', 'suspension', `"untilAt" = '2020-07-01'`),
  ],
  [
    'MeetingItem_times_check',
    'ends before it begins',
    update('MeetingItem', 'considered', `"fromAt" = now(), "untilAt" = '2020-07-01'`),
  ],
  [
    'Workplan_years_check',
    'ends before it begins',
    update('Workplan', 'workplan', '"untilYear" = 2017'),
  ],
  [
    'GroupMember_dates_check',
    'left before it came',
    update('GroupMember', 'member', `"fromOn" = '2020-07-01', "untilOn" = '2020-06-01'`),
  ],
  [
    'BureauMember_dates_check',
    'left before it came',
    update('BureauMember', 'bureau chair', `"fromOn" = '2020-07-01', "untilOn" = '2020-06-01'`),
  ],
  [
    'BureauMember_ended_check',
    'ended by nobody',
    update('BureauMember', 'bureau chair', '"endedAt" = now()'),
  ],
  ['BureauMember_name_check', 'nobody', update('BureauMember', 'bureau chair', `name = ''`)],
  [
    'BureauMember_succeeds_check',
    'succeeds itself',
    update('BureauMember', 'bureau chair', '"succeedsId" = id'),
  ],
  [
    'SessionDecision_dates_check',
    'dates that end before they begin',
    another('SessionDecision', 'decision', {
      ...second,
      startsOn: '2020-07-02',
      endsOn: '2020-07-01',
    }),
  ],
  [
    'SessionDecision_annulled_check',
    'annulled without a reason',
    update('SessionDecision', 'decision', `"annulledAt" = now(), "annulledById" = '${id('head')}'`),
  ],
  [
    'SessionDecision_ruled_check',
    'a ruling in words by the group',
    another('SessionDecision', 'decision', {
      ...second,
      step: 'ruled',
      decidedBy: 'group',
      how: 'ruling',
      reason: 'The list is closed.',
    }),
  ],
  [
    'SessionDecision_ruled_check',
    'a ruling without words',
    another('SessionDecision', 'decision', {
      ...second,
      step: 'ruled',
      decidedBy: 'chair',
      how: 'ruling',
      reason: '',
    }),
  ],
  [
    'Session_decisionOnScreenId_id_fkey',
    'the decision of another session on the screen',
    update('Session', 'making', `"decisionOnScreenId" = '${id('decision')}'`),
  ],
  [
    'SpeakersList_minutes_check',
    'no time to speak',
    update('SpeakersList', 'speakers', '"stateMinutes" = 0'),
  ],
  [
    'SpeakersList_closed_check',
    'closed before it opens',
    update('SpeakersList', 'speakers', `"closedAt" = '2020-07-01'`),
  ],
  [
    'Statement_speaker_check',
    'by nobody',
    another('Statement', 'spoken', { sequence: 99, speaker: '' }),
  ],
  [
    'Statement_withdrawn_check',
    'withdrawn by nobody',
    update('Statement', 'statement', '"withdrawnAt" = now()'),
  ],
  [
    'Statement_ends_once',
    'spoken and withdrawn',
    update(
      'Statement',
      'statement',
      `"spokenAt" = now(), "withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
    ),
  ],
  ['AttendanceCount_count_check', 'fewer than none', 'update "AttendanceCount" set count = -1'],
  [
    'PowersDelegation_between_check',
    'powers of nobody',
    another('PowersDelegation', 'powers', { fromPersonId: null, toPersonId: null }),
  ],
]

const kept: BadRow[] = [
  ['SessionDecision_ends', 'changed', update('SessionDecision', 'decision', `how = 'meeting'`)],
  ['AgendaStep_immutable', 'deleted', remove('AgendaStep', 'adopted')],
  ['Statement_kept', 'an earlier place', update('Statement', 'statement', 'sequence = -1')],
  ['Statement_kept', 'deleted', remove('Statement', 'statement')],
  ['Statement_ended', 'spoken again', update('Statement', 'spoken', '"spokenAt" = now()')],
  [
    'Statement_opened',
    'before the list opens',
    another('Statement', 'statement', {
      sequence: 99,
      delegationId: 'Belmara first',
      requestedAt: '2020-07-27T07:59:59.999999Z',
    }),
  ],
  [
    'Meeting_dates',
    'outside the dates',
    another('Meeting', 'meeting', {
      ...second,
      date: '2020-07-30',
      startsAt: null,
      endsAt: null,
    }),
  ],
  [
    'Meeting_dates',
    'on another day than its hours',
    another('Meeting', 'meeting', { ...second, date: '2020-07-28' }),
  ],
  ['Meeting_overlap', 'two at one time', another('Meeting', 'meeting', second)],
  [
    'Session_meetings',
    'dates that leave out a meeting',
    update('Session', 'first', `"startsOn" = '2020-07-28'`),
  ],
  [
    'MeetingItem_agenda',
    'before the agenda was adopted',
    another('MeetingItem', 'considered', { agendaItemId: 'provisional item' }),
  ],
  [
    'PowersDelegation_office',
    'to somebody without office',
    another('PowersDelegation', 'powers', { toPersonId: 'chair' }),
  ],
  [
    'PowersDelegation_office',
    'to the Chair',
    another('PowersDelegation', 'powers', { toPersonId: null, toMemberId: 'bureau chair' }),
  ],
]

/** An attendance that is closed, and the list of participants. */
const attended: BadRow[] = [
  [
    'Attendance_closed',
    'somebody more',
    another('Attendance', 'attendance', { sessionId: 'making', meetingId: null }),
  ],
  [
    'AttendanceCount_closed',
    'a count more',
    `insert into "AttendanceCount" ("sessionId", kind, count) values ('${id('making')}', 'memberState', 1)`,
  ],
  [
    'AttendanceClosing_reopened_check',
    'reopened without a reason',
    update(
      'AttendanceClosing',
      'closing',
      `"reopenedAt" = now(), "reopenedById" = '${id('head')}'`,
    ),
  ],
  ['AttendanceClosing_ends', 'deleted', remove('AttendanceClosing', 'closing')],
  [
    'AttendanceClosing_open',
    'closed twice',
    another('AttendanceClosing', 'closing', { closedById: 'chair' }),
  ],
  ['AccreditedPerson_name_check', 'nobody', update('AccreditedPerson', 'accredited', `name = ''`)],
  [
    'ParticipantList_values_check',
    'number nought',
    another('ParticipantList', 'participant list', { number: 0 }),
  ],
  [
    'ParticipantList_immutable',
    'changed',
    update('ParticipantList', 'participant list', `content = '[]'`),
  ],
  [
    'Document_participants',
    'a document of another session',
    another('Document', 'document', {
      sessionId: 'making',
      kind: 'participants',
      symbol: 'X/2020/CRP.4',
      number: 4,
      participantListId: 'participant list',
    }),
  ],
]

/** Meetings, decisions, officers, speakers and attendance that the database refuses. */
export const badSittings: readonly BadRow[] = [...elsewhere, ...checks, ...kept, ...attended]
