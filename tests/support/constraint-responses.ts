type Row = Record<string, unknown>

const text = 'Member States should share evidence.'
const textHash = 'a'.repeat(64)
const dates = { startsOn: '2020-07-27', endsOn: '2020-07-29', place: 'Vienna' }
const opened = { openedAt: '2020-05-01T08:00:00Z', openUntil: '2020-06-01T08:00:00Z' }
const ofSession = { sessionId: 'answering', delegationId: 'Arvenia answering' }
const comment = {
  ...ofSession,
  circulationId: 'answered circulation',
  target: 'circulation',
  category: 'general',
  position: 'none',
  receivedAt: '2020-05-02T08:00:00Z',
  text,
  textHash,
}
const withdrawn = { withdrawnAt: '2020-05-03T08:00:00Z', withdrawnById: 'head' }

/** A stock-taking with comments: answered, answered and replied to, without a response, withdrawn. */
export const responses: [table: string, name: string | null, columns: Row][] = [
  [
    'Session',
    'answering',
    { groupId: 'group', slug: 'answering', ordinal: 30, kind: 'stockTaking', ...dates },
  ],
  [
    'Delegation',
    'Arvenia answering',
    { sessionId: 'answering', entityId: 'Arvenia', name: 'Arvenia', sortKey: 'arvenia' },
  ],
  ['ConsolidatedList', 'answering list', { sessionId: 'answering' }],
  ['Circulation', 'answered circulation', { sessionId: 'answering', title: 'Comments', ...opened }],
  [
    'Session',
    'receiving',
    { groupId: 'group', slug: 'receiving', ordinal: 31, kind: 'stockTaking', ...dates },
  ],
  ['ConsolidatedList', 'receiving list', { sessionId: 'receiving' }],
  [
    'Circulation',
    'receiving circulation',
    { sessionId: 'receiving', title: 'Comments', ...opened, openUntil: '2199-06-01T08:00:00Z' },
  ],
  [
    'Circulation',
    'circulation after adoption',
    { sessionId: 'adopted', title: 'Comments', openUntil: '2199-06-01T08:00:00Z' },
  ],
  ['CirculationComment', 'answered', comment],
  ['CirculationComment', 'replied', comment],
  ['CirculationComment', 'unanswered', comment],
  ['CirculationComment', 'withdrawn comment', { ...comment, ...withdrawn }],
  ['CirculationComment', 'taken', comment],
  [
    'Response',
    null,
    { commentId: 'taken', text, outcome: 'takenUp', takenIntoId: 'running item 1' },
  ],
  ['ResponseDraft', null, { commentId: 'unanswered', text, updatedById: 'head' }],
  ['Response', null, { commentId: 'answered', text, outcome: 'notTakenUp' }],
  [
    'Response',
    null,
    {
      commentId: 'replied',
      text,
      outcome: 'notTakenUp',
      reply: 'accepts',
      repliedAt: '2020-06-03T08:00:00Z',
      repliedById: 'head',
    },
  ],
]
