import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, type Patch, copy, update } from './bad-row'

/** Rows that refer to a missing revision or wording. */
const versions: BadRow[] = (
  [
    [
      'CoSponsorship',
      'co-sponsorship',
      'proposalId',
      'revisionNumber',
      { delegationId: 'Corvina first' },
    ],
    ['AmendmentDraft', 'amendment draft', 'proposalId', 'revisionNumber'],
    ['Amendment', 'amendment', 'proposalId', 'revisionNumber', { number: 9 }],
    ['CommentDraft', 'comment draft', 'proposalId', 'revisionNumber'],
    ['Comment', 'comment', 'proposalId', 'revisionNumber'],
    ['Draft', 'draft', 'proposalId', 'baseNumber'],
    ['Joining', 'joining', 'proposalId', 'baseNumber'],
    ['Objection', 'running objection', 'itemId', 'wording'],
    ['Support', 'running support', 'itemId', 'wording'],
  ] as [string, string, string, string, Patch?][]
).map(([table, name, of, version, patch]) => [
  `${table}_${of}_${version}_fkey`,
  `${version} 99`,
  copy(table, name, { ...patch, [version]: 99 }),
])

/** Rows of one session or list that refer to rows of another. */
const elsewhere: BadRow[] = (
  [
    ['Draft', 'draft', 'delegationId', 'sessionId', { delegationId: 'Arvenia making' }],
    ['Draft', 'draft', 'proposalId', 'sessionId', { proposalId: 'elsewhere', baseNumber: 1 }],
    [
      'Proposal',
      'proposal',
      'delegationId',
      'sessionId',
      { delegationId: 'Arvenia making', number: 9, currentNumber: 1 },
    ],
    ['Comment', 'comment', 'delegationId', 'sessionId', { delegationId: 'Belmara making' }],
    [
      'Comment',
      'comment',
      'proposalId',
      'sessionId',
      { proposalId: 'elsewhere', revisionNumber: 1 },
    ],
    [
      'Amendment',
      'amendment',
      'delegationId',
      'sessionId',
      { delegationId: 'Belmara making', number: 9 },
    ],
    [
      'Amendment',
      'amendment',
      'proposalId',
      'sessionId',
      { proposalId: 'elsewhere', revisionNumber: 1 },
    ],
    [
      'Item',
      'list in the making item 1',
      'headingId',
      'listId',
      { headingId: 'issued list heading 1', position: 9 },
    ],
    [
      'ConsolidatedItem',
      'running item 1',
      'headingId',
      'listId',
      { headingId: 'adopted heading 1', position: 9 },
    ],
    [
      'Lineage',
      'running lineage',
      'consolidatedItemId',
      'listId',
      { consolidatedItemId: 'adopted item 1', itemId: 'issued list item 2' },
    ],
  ] as [string, string, string, string, Patch][]
).map(([table, name, of, within, patch]) => [
  `${table}_${of}_${within}_fkey`,
  'of another session or list',
  copy(table, name, patch),
])

const pairs: BadRow[] = [
  [
    'Visit_proposalId_revisionNumber_fkey',
    'a visit of revision 99',
    `update "Visit" set "revisionNumber" = 99 where "proposalId" = '${id('proposal')}'`,
  ],
  [
    'Visit_proposalId_sinceRevision_fkey',
    'what was seen of revision 0',
    `update "Visit" set "sinceRevision" = 0 where "proposalId" = '${id('proposal')}'`,
  ],
  [
    'DigestLine_personId_morning_fkey',
    'a line of a daily letter that was not written',
    `insert into "DigestLine" (id, "personId", subject, path, morning)
      values ('${id('line')}', '${id('head')}', 'S', '/', '2020-07-01')`,
  ],
  [
    'ItemProposal_proposalId_revisionNumber_fkey',
    'revision 99',
    `update "ItemProposal" set "revisionNumber" = 99 where "proposalId" = '${id('elsewhere')}'`,
  ],
  [
    'Proposal_id_currentNumber_fkey',
    'the current revision is 42',
    update('Proposal', 'proposal', '"currentNumber" = 42'),
  ],
  [
    'ConsolidatedItem_id_currentNumber_fkey',
    'the current wording is 42',
    update('ConsolidatedItem', 'running item 1', '"currentNumber" = 42'),
  ],
  [
    'ItemStatus_itemId_wording_fkey',
    'a status of wording 99',
    `${update('ItemStatus', 'running status', '"supersededAt" = now()')}; ${copy('ItemStatus', 'running status', { wording: 99, supersededAt: null })}`,
  ],
  [
    'ItemStatus_itemId_listId_fkey',
    'an item of another list',
    copy('ItemStatus', 'running status', { itemId: 'adopted item 1', supersededAt: AT }),
  ],
  [
    'Disagreement_consolidatedItemId_wording_fkey',
    'wording 99',
    copy('Disagreement', 'running disagreement', {
      wording: 99,
      withdrawnAt: AT,
      withdrawnById: 'head',
    }),
  ],
  [
    'Disagreement_consolidatedItemId_listId_fkey',
    'an item of another list',
    copy('Disagreement', 'running disagreement', { consolidatedItemId: 'adopted item 1' }),
  ],
  [
    'ScreenText_itemId_baseNumber_fkey',
    'wording 99',
    `update "ScreenText" set "baseNumber" = 99 where "itemId" = '${id('running item 1')}'`,
  ],
  [
    'ConsolidatedList_onScreenItemId_id_fkey',
    'an item of another list',
    update('ConsolidatedList', 'running list', `"onScreenItemId" = '${id('adopted item 1')}'`),
  ],
  [
    'Corrigendum_itemId_listId_fkey',
    'an item of another list',
    copy('Corrigendum', 'corrigendum', { listId: 'running list', number: 9 }),
  ],
  [
    'RecordEntry_delegationId_sessionId_fkey',
    'a delegation of another session',
    `insert into "RecordEntry" (event, "sessionId", "delegationId") values ('x', '${id('first')}', '${id('Arvenia making')}')`,
  ],
]

const positions: BadRow[] = [
  [
    'ListHeading_listId_position_key',
    'two headings at one place',
    update('ListHeading', 'list in the making heading 2', 'position = 1'),
  ],
  [
    'Item_headingId_position_key',
    'two items at one place',
    update('Item', 'list in the making item 2', 'position = 1'),
  ],
  [
    'ConsolidatedHeading_listId_position_key',
    'two headings at one place',
    update('ConsolidatedHeading', 'running heading 2', 'position = 1'),
  ],
  [
    'ConsolidatedItem_headingId_position_key',
    'two items at one place',
    update('ConsolidatedItem', 'running item 2', 'position = 1'),
  ],
]

/** Rows that refer to missing or foreign rows, and two rows at one place. */
export const wrongReferences: readonly BadRow[] = [
  ...versions,
  ...elsewhere,
  ...pairs,
  ...positions,
]
