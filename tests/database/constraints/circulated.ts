import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, type Patch, copy, remove, update } from './bad-row'

const COMMENT = 'circulation comment'
const OWN = { position: 'none' }
const HASH = 'b'.repeat(64)

/** Rows of one session or delegation that refer to rows of another. */
const elsewhere: BadRow[] = (
  [
    [
      'CirculationAddressee',
      'addressee',
      'circulationId',
      'sessionId',
      { delegationId: 'Arvenia first', sessionId: 'first' },
    ],
    [
      'CirculationAddressee',
      'addressee',
      'delegationId',
      'sessionId',
      { delegationId: 'Belmara first' },
    ],
    ['CirculationComment', COMMENT, 'circulationId', 'sessionId', { ...OWN, sessionId: 'first' }],
    [
      'CirculationComment',
      COMMENT,
      'delegationId',
      'sessionId',
      { ...OWN, delegationId: 'Arvenia first', releaseId: null },
    ],
    ['CirculationDraft', 'circulation draft', 'circulationId', 'sessionId', { sessionId: 'first' }],
    [
      'CirculationDraft',
      'circulation draft',
      'delegationId',
      'sessionId',
      { delegationId: 'Arvenia first' },
    ],
    ['CirculationRelease', 'release', 'circulationId', 'sessionId', { sessionId: 'first' }],
    ['Paper', 'paper', 'circulationId', 'sessionId', { hash: HASH, sessionId: 'first' }],
    ['Paper', 'paper', 'delegationId', 'sessionId', { hash: HASH, delegationId: 'Arvenia first' }],
    [
      'CirculationRelease',
      'release',
      'delegationId',
      'sessionId',
      { delegationId: 'Arvenia first' },
    ],
  ] as [string, string, string, string, Patch][]
).map(([table, name, of, within, patch]) => [
  `${table}_${of}_${within}_fkey`,
  'of another session',
  copy(table, name, patch),
])

const comments: BadRow[] = (
  [
    [
      'of_item',
      'a wording of no item',
      { target: 'circulation', itemId: null, wording: {}, wordingText: 'x' },
    ],
    ['passage', 'a passage that ends nowhere', { passageStart: 0 }],
    [
      'passage',
      'a passage that ends before it begins',
      { passageStart: 4, passageEnd: 4, passageText: 'x' },
    ],
    ['wording', 'a wording without its plain text', { wording: {} }],
    ['wording', 'the plain text of no wording', { wordingText: 'x' }],
    ['textHash', 'a hash of another length', { textHash: 'abc' }],
    ['says', 'says nothing', { text: '' }],
    ['target', 'a list where an item is the target', { itemId: null, listId: 'issued list' }],
    ['target', 'an item and a list', { listId: 'issued list' }],
    ['target', 'another subject that is not named', { target: 'other', itemId: null }],
    ['target', 'a subject where the item is the subject', { subject: 'Funds' }],
    ['end', 'withdrawn by nobody', { withdrawnAt: AT }],
    [
      'end',
      'withdrawn and replaced',
      { withdrawnAt: AT, withdrawnById: 'head', replacedById: COMMENT },
    ],
    ['retracted', 'taken down by nobody', { retractedAt: AT }],
    [
      'retracted',
      'withdrawn and taken down',
      { withdrawnAt: AT, withdrawnById: 'head', retractedAt: AT, retractedById: 'head' },
    ],
  ] as [string, string, Patch][]
).map(([check, says, patch]) => [
  `CirculationComment_${check}_check`,
  says,
  copy('CirculationComment', COMMENT, { ...OWN, ...patch }),
])

const drafts: BadRow[] = (
  [
    ['target', 'an item that is not named', { itemId: null }],
    ['of_item', 'a wording of no item', { target: 'circulation', itemId: null, wording: {} }],
    ['end', 'released and discarded', { releasedAt: AT, discardedAt: AT }],
    ['handed', 'handed over by nobody', { handedAt: AT }],
    [
      'handed',
      'refused without a reason',
      { handedAt: AT, handedById: 'head', lateRefusedAt: AT, lateRefusedById: 'head' },
    ],
  ] as [string, string, Patch][]
).map(([check, says, patch]) => [
  `CirculationDraft_${check}_check`,
  says,
  copy('CirculationDraft', 'circulation draft', patch),
])

const papers: BadRow[] = [
  ...(
    [
      ['hash', 'a hash of another length', { hash: 'abc' }],
      ['size', 'another size than its bytes', { hash: HASH, size: 2 }],
      ['received', 'received after it was entered', { hash: HASH, receivedAt: AT }],
      ['confirmed', 'confirmed by nobody', { hash: HASH, confirmedAt: AT }],
      [
        'confirmed',
        'confirmed and put aside',
        { hash: HASH, confirmedAt: AT, confirmedById: 'head', discardedAt: AT },
      ],
      ['once', 'the same file twice', {}],
    ] as [string, string, Patch][]
  ).map(([check, says, patch]): BadRow => [`Paper_${check}`, says, copy('Paper', 'paper', patch)]),
  ['Paper_kept', 'another file', update('Paper', 'paper', `bytes = '\\x62'`)],
  [
    'Paper_kept',
    'received earlier',
    update('Paper', 'paper', `"receivedAt" = '2020-05-01T08:00:00Z'`),
  ],
  ['Paper_kept', 'removed', remove('Paper', 'paper')],
  [
    'PaperPiece_target',
    'an item that is not named',
    copy('PaperPiece', 'piece', { position: 3, itemId: null }),
  ],
  [
    'PaperPiece_written',
    'a comment that nobody decided',
    copy('PaperPiece', 'piece', { position: 3, writtenAt: AT }),
  ],
  [
    'PaperPiece_given',
    'to another where its delegation sent the paper',
    copy('PaperPiece', 'piece', { position: 4, delegationId: 'Arvenia first' }),
  ],
  ['PaperPiece_kept', 'other words', update('PaperPiece', 'written piece', `text = 'Other.'`)],
  ['PaperPiece_kept', 'removed', remove('PaperPiece', 'written piece')],
]

const frozen: BadRow[] = [
  [
    'CirculationComment_ends',
    'other words',
    update('CirculationComment', COMMENT, `text = 'Other.'`),
  ],
  ['CirculationComment_ends', 'removed', remove('CirculationComment', COMMENT)],
  [
    'CirculationComment_ends',
    'a second end',
    update('CirculationComment', 'withdrawn circulation comment', `"withdrawnAt" = now()`),
  ],
  [
    'CirculationComment_ends',
    'withdrawn after its words were taken down',
    update(
      'CirculationComment',
      'retracted circulation comment',
      `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
    ),
  ],
  [
    'CirculationComment_replacement',
    'replaced by one that was withdrawn',
    update(
      'CirculationComment',
      COMMENT,
      `"replacedById" = '${id('withdrawn circulation comment')}'`,
    ),
  ],
  [
    'CirculationComment_replacedById_circulationId_delegationId_fkey',
    'replaced by a comment of another delegation',
    update(
      'CirculationComment',
      COMMENT,
      `"replacedById" = '${id('circulation comment of another')}'`,
    ),
  ],
  [
    'CirculationComment_releaseId_circulationId_delegationId_fkey',
    'released by an act of another delegation',
    copy('CirculationComment', 'circulation comment of another', { ...OWN, releaseId: 'release' }),
  ],
  [
    'CirculationComment_circulated',
    'on an item of a list that is not circulated',
    copy('CirculationComment', COMMENT, { ...OWN, itemId: 'list in the making item 1' }),
  ],
  [
    'CirculationComment_circulated',
    'arrived at the deadline and is not marked as late',
    copy('CirculationComment', COMMENT, { ...OWN, receivedAt: '2020-06-01T08:00:00Z' }),
  ],
  [
    'CirculationComment_one_position',
    'a second position on the item',
    copy('CirculationComment', COMMENT, { position: 'reserves' }),
  ],
  [
    'CirculationRelease_immutable',
    'another count',
    update('CirculationRelease', 'release', 'count = 2'),
  ],
  [
    'CirculationRelease_content_check',
    'releases nothing',
    copy('CirculationRelease', 'release', { count: 0 }),
  ],
]

/** Rows of a circulation's comments that no path may write. */
export const circulatedBadRows: readonly BadRow[] = [
  ...elsewhere,
  ...comments,
  ...drafts,
  ...papers,
  ...frozen,
]
