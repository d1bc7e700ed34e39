import { createHash } from 'node:crypto'
import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, type Patch, copy, update } from './bad-row'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A row whose words are empty, under the hash of these. */
const EMPTY = { text: '', textHash: sha256('') }
const LATER = '2199-07-01T08:00:00Z'

/** Checks of several clauses: copies of rows that break one clause alone. */
const copies: BadRow[] = (
  [
    ['AccreditedPerson_name', 'at no place', 'accredited', { position: 0 }],
    [
      'AttendanceClosing_reopened',
      'by nobody',
      'closing',
      { reopenedAt: LATER, reason: 'A slip.' },
    ],
    [
      'AttendanceClosing_reopened',
      'before it was closed',
      'closing',
      { reopenedAt: AT, reopenedById: 'head', reason: 'A slip.' },
    ],
    [
      'Comment_end',
      'replaced and withdrawn',
      'replaced comment',
      { withdrawnAt: AT, withdrawnById: 'head' },
    ],
    ['Comment_passage', 'a passage before the text', 'comment', { passageStart: -1 }],
    ['EarlierMeeting_values', 'number nought', 'earlier meeting', { ordinal: 0 }],
    ['ImportDraft_issued_whole', 'into no session', 'import', { issuedAt: AT, sessionId: null }],
    ['ParticipantList_values', 'a short hash', 'participant list', { number: 2, textHash: 'abc' }],
    ['PowersDelegation_between', 'to nobody', 'powers', { toPersonId: null }],
    [
      'PowersDelegation_between',
      'from a person to two',
      'powers',
      { toMemberId: 'bureau viceChair' },
    ],
    [
      'Report_adopted',
      'a draft not released',
      'adopted report',
      { sessionId: 'running', releasedAt: null, releasedById: null },
    ],
    ['Report_adopted', 'a short hash', 'adopted report', { sessionId: 'running', textHash: 'abc' }],
    ['ReportOmission_values', 'of no paragraph', 'report omission', { key: '' }],
    ['ReportParagraph_section', 'at no place', 'report paragraph', { position: 0 }],
    ['ReportRevision_text', 'number nought', 'report revision', { number: 0 }],
    ['ReportRevision_text', 'no words', 'report revision', { number: 2, ...EMPTY }],
    ['ReportRuling_text', 'on no paragraph', 'report ruling', { key: '' }],
    [
      'ReportRuling_text',
      'a hash of other words',
      'report ruling',
      { key: 'agenda', text: 'Other' },
    ],
    [
      'SessionDecision_dates',
      'a first day alone',
      'decision',
      { number: 2, startsOn: '2020-07-01' },
    ],
    [
      'SessionDecision_ruled',
      'a ruling at a meeting',
      'decision',
      { number: 2, step: 'ruled', decidedBy: 'chair', how: 'meeting', reason: 'Why.' },
    ],
  ] as [string, string, string, Patch][]
).map(([check, says, name, patch]) => {
  const table = check.split('_')[0]!
  return [
    check.startsWith('ImportDraft') ? check : `${check}_check`,
    says,
    copy(table, name, patch),
  ]
})

const corrigenda: BadRow[] = (
  [
    ['text', 'of no paragraph', { key: '' }],
    ['text', 'no words', EMPTY],
    ['text', 'without a reason', { reason: '' }],
    ['released', 'number nought', { number: 0 }],
    ['discarded', 'discarded and released', { discardedAt: AT, discardedById: 'chair' }],
  ] as [string, string, Patch][]
).map(([check, says, patch]) => [
  `ReportCorrigendum_${check}_check`,
  says,
  copy('ReportCorrigendum', 'waiting report corrigendum', {
    key: 'other',
    ...(check !== 'text' && {
      releasedAt: AT,
      releasedById: 'chair',
      documentId: 'document',
      number: 1,
    }),
    ...patch,
  }),
])

const hours: BadRow[] = (
  [
    ['no hour', `"morningFrom" = ''`],
    ['no hour', `"morningUntil" = '12:0'`],
    ['no hour', `"afternoonFrom" = '15:0'`],
    ['no hour', `"afternoonUntil" = '17:6'`],
    ['the afternoon before the end of the morning', `"morningUntil" = '16:00'`],
    ['an afternoon without length', `"afternoonUntil" = "afternoonFrom"`],
  ] as const
).map(([says, set]) => ['ExpertGroup_hours_check', says, update('ExpertGroup', 'group', set)])

const sitting: BadRow[] = [
  ...hours,
  [
    'ExpertGroup_silence_check',
    'a grace of less than nothing',
    update('ExpertGroup', 'group', '"silenceGraceMinutes" = -1'),
  ],
  ['BureauMember_name_check', 'no title', update('BureauMember', 'bureau chair', `title = ''`)],
  [
    'Meeting_times_check',
    'ends as it begins',
    update('Meeting', 'meeting', '"endsAt" = "startsAt"'),
  ],
  [
    'SessionDecision_annulled_check',
    'annulled by nobody',
    update('SessionDecision', 'decision', `"annulledAt" = now(), "annulReason" = 'A slip.'`),
  ],
  ...['groupMinutes', 'otherMinutes'].map(
    (column): BadRow => [
      'SpeakersList_minutes_check',
      'no time to speak',
      update('SpeakersList', 'speakers', `"${column}" = 0`),
    ],
  ),
  [
    'ReportFilling_text_check',
    'completed with no words',
    `insert into "ReportFilling" ("reportId", key, text, "filledById")
      values ('${id('adopted report')}', 'opening', '', '${id('head')}')`,
  ],
  [
    'ReportPart_values_check',
    'of no section',
    `insert into "ReportPart" ("reportId", section, "documentId", content, "textHash", paragraphs, "issuedById")
      values ('${id('report')}', '', '${id('document')}', '[]', '${'a'.repeat(64)}', '[]', '${id('head')}')`,
  ],
  ['DeskMark_subject_check', 'a long mark', `update "DeskMark" set subject = repeat('x', 201)`],
  ...['detail', 'network'].map(
    (column): BadRow => [
      'SecurityEntry_detail_check',
      'too long',
      `insert into "SecurityEntry" (event, "${column}") values ('x', repeat('x', 101))`,
    ],
  ),
  [
    'Visit_since_check',
    'before it',
    `update "Visit" set "sinceAt" = "visitedAt" + interval '1 day'`,
  ],
]

const silence = (patch: Patch) => copy('Silence', 'prepared silence', { number: 3, ...patch })
const annex = (set: string) => update('SilenceAnnex', 'prepared annex', set)
const broken = (patch: Patch) => copy('SilenceBreak', 'silence break', patch)
const scan = { scanName: 'a.pdf', scanForm: 'pdf', scan: '\\x61', scanHash: sha256('a') }

const silences: BadRow[] = [
  ['Silence_asks_check', 'without a title', silence({ title: '' })],
  [
    'Silence_dates_check',
    'a first day alone',
    silence({ subject: 'dates', startsOn: '2020-07-27' }),
  ],
  ['Silence_dates_check', 'the format of a text', silence({ format: 'online' })],
  [
    'Silence_opened_check',
    'a grace of less than nothing',
    silence({
      openedAt: '2020-04-12T10:00:00Z',
      openedById: 'head',
      deadline: '2020-04-15T10:00:00Z',
      graceMinutes: -1,
      hash: 'x',
    }),
  ],
  ['SilenceAnnex_bytes_check', 'of another size', annex('size = 5')],
  ['SilenceAnnex_bytes_check', 'empty', annex(`size = 0, bytes = '', hash = '${sha256('')}'`)],
  ['SilenceAnnex_name_check', 'without a name', annex(`name = ''`)],
  ['SilenceBreak_scan_check', 'a scan of the page', broken({ ...scan, way: 'page' })],
  [
    'SilenceBreak_scan_check',
    'the hash of another',
    broken({ ...scan, way: 'note', scan: '\\x62' }),
  ],
  [
    'SilenceBreak_withdrawn_check',
    'withdrawn before it was received',
    broken({ withdrawnAt: '2020-04-13T09:00:00Z', withdrawnById: 'head' }),
  ],
]

/** Rows that break one clause alone of a check of several. */
export const brokenClauses: readonly BadRow[] = [...copies, ...corrigenda, ...sitting, ...silences]
