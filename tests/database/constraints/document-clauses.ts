import { createHash } from 'node:crypto'
import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, type Patch, copy } from './bad-row'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const document = (patch: Patch) =>
  copy('Document', 'document', { number: 4, symbol: 'X/2020/CRP.4', ...patch })
const file = (patch: Patch) => copy('DocumentFile', 'file', { language: 'fr', ...patch })

const documents: BadRow[] = [
  ...(
    [
      ['consolidatedListId', 'running list', 'running'],
      ['snapshotId', 'running snapshot', 'running'],
      ['circulationId', 'circulation', 'running'],
      ['reportId', 'report', 'first'],
      ['participantListId', 'participant list', 'first'],
    ] as const
  ).map(
    ([column, name, sessionId]): BadRow => [
      'Document_thing_check',
      'a thing that is said to be a paper',
      document({ sessionId, [column]: name }),
    ],
  ),
  ['Document_number_check', 'too early', document({ year: 1944, symbol: 'X/1944/CRP.4' })],
  ['Document_number_check', 'too late', document({ year: 3000, symbol: 'X/3000/CRP.4' })],
  [
    'Document_withdrawn_check',
    'withdrawn by nobody',
    document({ withdrawnAt: AT, withdrawalReason: 'A slip.' }),
  ],
  ['DocumentFile_bytes_check', 'empty', file({ size: 0, bytes: '\\x', hash: sha256('') })],
  ['DocumentFile_name_check', 'without a name', file({ name: '' })],
]

const circulated: BadRow[] = (
  [
    ['Comment_end_check', 'replaced by itself', { replacedById: 'another' }],
    [
      'Comment_passage_check',
      'before the words',
      { passageStart: -1, passageEnd: 4, passageText: 'x' },
    ],
    ['Comment_passage_check', 'no words', { passageStart: 0, passageEnd: 4, passageText: '' }],
    ['Draft_of_item_check', 'a passage of no item', { passage: 'x' }],
    ['Draft_of_item_check', 'a place of no item', { passageStart: 0 }],
    ['Draft_handed_check', 'refused by nobody', { lateRefusedById: null }],
    ['Draft_handed_check', 'refused, not handed over', { handedAt: null, handedById: null }],
    ['Draft_handed_check', 'refused and released', { releasedAt: AT }],
  ] as [string, string, Patch][]
).map(([check, says, patch]) => [
  `Circulation${check}`,
  says,
  check.startsWith('Comment')
    ? copy('CirculationComment', 'circulation comment', { position: 'none', ...patch })
    : copy('CirculationDraft', 'circulation draft', {
        ...(check === 'Draft_of_item_check'
          ? { target: 'circulation', itemId: null }
          : {
              handedAt: AT,
              handedById: 'head',
              lateRefusedAt: AT,
              lateRefusedById: 'head',
              lateRefusal: 'Too late.',
            }),
        ...patch,
      }),
])

const papers: BadRow[] = [
  [
    'CirculationRelease_content_check',
    'a short hash',
    copy('CirculationRelease', 'release', { hash: 'abc' }),
  ],
  ['Paper_size', 'empty', copy('Paper', 'paper', { size: 0, bytes: '\\x', hash: sha256('') })],
  ...(
    [
      ['target', 'a heading that is not named', 'piece', { target: 'heading', itemId: null }],
      ['target', 'a list that is not named', 'piece', { target: 'list', itemId: null }],
      ['written', 'a comment that is none', 'written piece', { notComment: true }],
      ['written', 'a comment on nothing', 'written piece', { target: null, itemId: null }],
    ] as [string, string, string, Patch][]
  ).map(
    ([check, says, name, patch]): BadRow => [
      `PaperPiece_${check}`,
      says,
      copy('PaperPiece', name, { position: 3, ...patch }),
    ],
  ),
  ...(
    [
      ['expired when it was asked', 'waiting request', { expiresAt: '2020-05-01T09:00:00Z' }],
      ['decided before it was proved', 'decided request', { decidedAt: '2020-05-01T09:30:00Z' }],
    ] as [string, string, Patch][]
  ).map(
    ([says, name, patch]): BadRow => [
      'ParticipationRequest_times',
      says,
      copy('ParticipationRequest', name, {
        tokenHash: 'c'.repeat(64),
        email: 'c@x.example',
        ...patch,
      }),
    ],
  ),
  [
    'Response_reply_check',
    'words of no reply',
    `insert into "Response" ("commentId", text, outcome, "replyText")
      values ('${id('unanswered')}', 'Because.', 'noted', 'Thanks.')`,
  ],
]

/** Documents, circulated comments and papers that break one clause alone of a check of several. */
export const brokenDocuments: readonly BadRow[] = [...documents, ...circulated, ...papers]
