import { id } from '@/tests/support/constraint-world'
import { type BadRow, copy, remove, update } from './bad-row'

const TABLES_OF_ENDS: [table: string, name: string, column: string, end: string][] = [
  [
    'Lineage',
    'running lineage',
    `words = 'evidence'`,
    `"unlinkedAt" = now(), "unlinkedById" = '${id('head')}'`,
  ],
  ['Outcome', 'running outcome', `kind = 'reworded'`, '"supersededAt" = now()'],
  ['ItemStatus', 'running status', `kind = 'pending'`, '"supersededAt" = now()'],
  [
    'Objection',
    'running objection',
    `reason = 'Too weak.'`,
    `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
  ],
  [
    'Support',
    'running support',
    `"statedAt" = now() - interval '1 day'`,
    `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
  ],
  [
    'Disagreement',
    'running disagreement',
    `text = 'Other.'`,
    `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
  ],
  [
    'CoSponsorship',
    'co-sponsorship',
    '"revisionNumber" = 1',
    `"leftAt" = now(), "leftById" = '${id('head')}'`,
  ],
  [
    'AmendmentCoSponsorship',
    'amendment co-sponsorship',
    `"joinedAt" = now() - interval '1 day'`,
    `"leftAt" = now(), "leftById" = '${id('head')}'`,
  ],
  [
    'Amendment',
    'amendment',
    `text = 'Other.'`,
    `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
  ],
  [
    'Comment',
    'comment',
    `text = 'Other.'`,
    `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
  ],
  [
    'Snapshot',
    'running snapshot',
    `content = '{"a": 1}'`,
    `"undoneAt" = now(), "undoneById" = '${id('head')}'`,
  ],
  [
    'PowersDelegation',
    'powers',
    `scope = 'All'`,
    `"endedAt" = now(), "endedById" = '${id('chair')}'`,
  ],
  [
    'TakeOver',
    'take-over',
    `reason = 'Other.'`,
    `"endedAt" = now(), "endedById" = '${id('head')}'`,
  ],
]

const endings: BadRow[] = TABLES_OF_ENDS.flatMap(([table, name, column, end]) => {
  const taken = end.replaceAll(/= (now\(\)|'[^']+')/g, '= null')
  return [
    [`${table}_ends`, 'rewritten', update(table, name, column)],
    [`${table}_ends`, 'deleted', remove(table, name)],
    [`${table}_ends`, 'begun again', `${update(table, name, end)}; ${update(table, name, taken)}`],
  ] satisfies BadRow[]
})

const immutable: BadRow[] = [
  ['Revision', 'revision 1', `text = 'Other.'`],
  ['ConsolidatedText', 'running item 1 wording 1', `text = 'Other.'`],
  ['AmendmentAnswer', 'answer', `text = 'Other.'`],
  ['Corrigendum', 'corrigendum', `text = 'Other.'`],
  ['DraftState', 'draft state', `content = '{"a": 1}'`],
  ['DraftNote', 'draft note', `text = 'Other.'`],
  ['DeskAct', 'running act', `before = '{"a": 1}'`],
].flatMap(([table, name, change]) => [
  [`${table}_immutable`, 'rewritten', update(table!, name!, change!)] as BadRow,
  [`${table}_immutable`, 'deleted', remove(table!, name!)] as BadRow,
])

const proposals: BadRow[] = [
  [
    'Proposal_kept',
    'of another session',
    update('Proposal', 'proposal', `"sessionId" = '${id('making')}'`),
  ],
  ['Proposal_kept', 'with another number', update('Proposal', 'proposal', 'number = 9')],
  [
    'Proposal_kept',
    'of another delegation',
    update('Proposal', 'proposal', `"delegationId" = '${id('Belmara first')}'`),
  ],
  ['Proposal_kept', 'deleted', remove('Proposal', 'proposal')],
  [
    'Proposal_withdrawn',
    'withdrawal taken back',
    update('Proposal', 'withdrawn', '"withdrawnAt" = null, "withdrawnById" = null'),
  ],
  [
    'ProposedCorrigendum_ends',
    'rewritten',
    update('ProposedCorrigendum', 'proposed corrigendum', `text = 'Other.'`),
  ],
  [
    'ProposedCorrigendum_ended',
    'begun again',
    `${update('ProposedCorrigendum', 'proposed corrigendum', '"releasedAt" = now()')}; ${update('ProposedCorrigendum', 'proposed corrigendum', '"releasedAt" = null')}`,
  ],
  [
    'Corrigendum_after_adoption',
    'before the adoption',
    copy('Corrigendum', 'corrigendum', { listId: 'running list', itemId: 'running item 1' }),
  ],
  [
    'ProposedCorrigendum_after_adoption',
    'before the adoption',
    copy('ProposedCorrigendum', 'proposed corrigendum', { itemId: 'running item 1' }),
  ],
  ['AmendmentDecision_immutable', 'deleted', 'delete from "AmendmentDecision"'],
  ['AmendmentDecline_immutable', 'deleted', 'delete from "AmendmentDecline"'],
  ['SecurityEntry_immutable', 'deleted', 'delete from "SecurityEntry"'],
  ['RecordEntry_immutable', 'deleted', 'delete from "RecordEntry"'],
]

const issued: BadRow[] = [
  ['Item_issued', 'the text changed', update('Item', 'issued list item 1', `text = 'Other.'`)],
  ['Item_issued', 'deleted', remove('Item', 'issued list item 2')],
  ['Item_issued', 'added', copy('Item', 'issued list item 1', { position: 9 })],
  [
    'Item_issued',
    'moved to another list',
    update('Item', 'issued list item 2', `"listId" = '${id('list in the making')}'`),
  ],
  [
    'ListHeading_issued',
    'renamed',
    update('ListHeading', 'issued list heading 1', `title = 'Other'`),
  ],
  [
    'ItemProposal_issued',
    'the attribution changed',
    `update "ItemProposal" set attribution = '{Nobody}' where "itemId" = '${id('issued list item 1')}'`,
  ],
  [
    'PreliminaryList_issued',
    'taken back',
    update('PreliminaryList', 'issued list', '"issuedAt" = null'),
  ],
  ['PreliminaryList_kept', 'deleted', remove('PreliminaryList', 'issued list')],
]

const adopted: BadRow[] = [
  [
    'ConsolidatedList_adopted',
    'un-adopted',
    update('ConsolidatedList', 'adopted list', '"adoptedAt" = null, "adoptedById" = null'),
  ],
  ['ConsolidatedList_kept', 'deleted', remove('ConsolidatedList', 'adopted list')],
  [
    'ConsolidatedHeading_adopted',
    'renamed',
    update('ConsolidatedHeading', 'adopted heading 1', `title = 'Other'`),
  ],
  [
    'ConsolidatedItem_adopted',
    'taken off',
    update(
      'ConsolidatedItem',
      'adopted item 1',
      `"deletedAt" = now(), "deletedById" = '${id('head')}'`,
    ),
  ],
  [
    'ConsolidatedItem_adopted',
    'added',
    copy('ConsolidatedItem', 'adopted item 1', { position: 9 }),
  ],
  [
    'ConsolidatedText_adopted',
    'reworded',
    copy('ConsolidatedText', 'adopted item 1 wording 1', { number: 2 }),
  ],
  [
    'Lineage_adopted',
    'unlinked',
    update('Lineage', 'adopted lineage', `"unlinkedAt" = now(), "unlinkedById" = '${id('head')}'`),
  ],
  ['Outcome_adopted', 'superseded', update('Outcome', 'adopted outcome', '"supersededAt" = now()')],
  [
    'ItemStatus_adopted',
    'superseded',
    update('ItemStatus', 'adopted status', '"supersededAt" = now()'),
  ],
  [
    'Objection_adopted',
    'withdrawn',
    update(
      'Objection',
      'adopted objection',
      `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
    ),
  ],
  [
    'Support_adopted',
    'withdrawn',
    update(
      'Support',
      'adopted support',
      `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
    ),
  ],
  [
    'Disagreement_adopted',
    'withdrawn',
    update(
      'Disagreement',
      'adopted disagreement',
      `"withdrawnAt" = now(), "withdrawnById" = '${id('head')}'`,
    ),
  ],
  ['DeskAct_adopted', 'another act', copy('DeskAct', 'adopted act', { version: 2 })],
]

/** Changes of rows that were submitted, ended, issued or adopted. */
export const frozenRows: readonly BadRow[] = [
  ...endings,
  ...immutable,
  ...proposals,
  ...issued,
  ...adopted,
]
