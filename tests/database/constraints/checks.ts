import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, type Patch, copy, update } from './bad-row'

/** An office of a session and of every session of a group at once. */
const offices: BadRow[] = [
  [
    'Office_group_check',
    'of a session and a group',
    copy('Office', 'vice-chair', { groupId: 'group' }),
  ],
]

/** Ends with a time but without a person. */
const ends: BadRow[] = (
  [
    ['Proposal', 'proposal', 'withdrawn', { number: 9 }],
    ['CoSponsorship', 'co-sponsorship', 'left'],
    ['Amendment', 'amendment', 'withdrawn', { number: 9 }],
    ['AmendmentCoSponsorship', 'amendment co-sponsorship', 'left'],
    ['ConsolidatedList', 'running list', 'adopted'],
    ['ConsolidatedItem', 'running item 1', 'deleted'],
    ['Lineage', 'running lineage', 'unlinked'],
    ['Objection', 'running objection', 'withdrawn'],
    ['Support', 'running support', 'withdrawn'],
    ['Disagreement', 'running disagreement', 'withdrawn'],
    ['PowersDelegation', 'powers', 'ended'],
    ['Snapshot', 'running snapshot', 'undone', { number: 9 }],
    ['TakeOver', 'take-over', 'ended'],
  ] as [string, string, string, Patch?][]
).map(([table, name, end, patch]) => [
  `${table}_${end}_check`,
  'ended by nobody',
  copy(table, name, { ...patch, [`${end}At`]: AT, [`${end}ById`]: null }),
])

const hashes: BadRow[] = (
  [
    ['Revision', 'revision 1'],
    ['PreliminaryList', 'list in the making'],
    ['Item', 'list in the making item 1'],
    ['Amendment', 'amendment'],
    ['AmendmentAnswer', 'answer'],
    ['Comment', 'comment'],
    ['ConsolidatedList', 'running list'],
    ['ConsolidatedText', 'running item 1 wording 1'],
    ['Disagreement', 'running disagreement'],
    ['Snapshot', 'running snapshot'],
  ] as const
).map(([table, name]) => [
  `${table}_textHash_check`,
  'a hash of another length',
  copy(table, name, { textHash: 'abc' }),
])

const checks: BadRow[] = [
  ['Follow_subject_check', 'follows nothing', update('Follow', 'follow', '"proposalId" = NULL')],
  [
    'Follow_subject_check',
    'follows two things',
    update('Follow', 'follow', `"entityId" = '${id('Arvenia')}'`),
  ],
  [
    'Visit_since_check',
    'had seen a later revision before',
    `update "Visit" set "revisionNumber" = 1, "sinceRevision" = 2`,
  ],
  ['DeskMark_subject_check', 'a mark of nothing', `update "DeskMark" set subject = ''`],
  [
    'Amendment_takesIn_check',
    'takes in without a version before',
    copy('Amendment', 'amendment', { number: 9, takesInId: 'amendment to it' }),
  ],
  [
    'Session_dates_check',
    'ends before it begins',
    update('Session', 'first', `"endsOn" = '2020-07-01'`),
  ],
  [
    'EarlierDates_dates_check',
    'ends before it begins',
    update('EarlierDates', 'dates', `"endsOn" = '2020-04-01'`),
  ],
  [
    'Period_dates_check',
    'ends before it opens',
    update('Period', 'period', `"openUntil" = '2020-04-01'`),
  ],
  [
    'Period_dates_check',
    'closed before it opens',
    update('Period', 'period', `"closedAt" = '2020-04-01'`),
  ],
  [
    'Period_closed_check',
    'closed by somebody at no time',
    update('Period', 'period', `"closedById" = '${id('head')}'`),
  ],
  [
    'PreliminaryList_issued_check',
    'issued by somebody at no time',
    update('PreliminaryList', 'list in the making', `"issuedById" = '${id('head')}'`),
  ],
  [
    'Comment_passage_check',
    'a passage without an end',
    copy('Comment', 'comment', { passageEnd: null }),
  ],
  [
    'Comment_passage_check',
    'a passage that ends before it begins',
    copy('Comment', 'comment', { passageStart: 9, passageEnd: 3 }),
  ],
  [
    'Comment_end_check',
    'withdrawn by nobody',
    update('Comment', 'comment', '"withdrawnAt" = now()'),
  ],
  ['Comment_end_check', 'replaced by itself', update('Comment', 'comment', '"replacedById" = id')],
  [
    'CommentDraft_passageStart_check',
    'a passage before the text',
    update('CommentDraft', 'comment draft', '"passageStart" = -1'),
  ],
  ['Draft_base_check', 'a revision of nothing', copy('Draft', 'draft', { proposalId: null })],
  [
    'Draft_discarded_check',
    'discarded by somebody at no time',
    copy('Draft', 'draft', { discardedById: 'head' }),
  ],
  [
    'Draft_releaseAsked_check',
    'asked for by nobody',
    copy('Draft', 'draft', { releaseAskedAt: AT }),
  ],
  [
    'DraftState_version_check',
    'a state before the first',
    copy('DraftState', 'draft state', { version: 0 }),
  ],
  ['DraftNote_text_check', 'a note without words', copy('DraftNote', 'draft note', { text: ' ' })],
  [
    'Disagreement_wording_check',
    'a wording of nothing',
    copy('Disagreement', 'running disagreement', { consolidatedItemId: null }),
  ],
  [
    'Objection_words_check',
    'words without a text',
    copy('Objection', 'running objection', { body: {}, wording: 1 }),
  ],
  [
    'RecordEntry_delegation_check',
    'a delegation of no session',
    `insert into "RecordEntry" (event, "delegationId") values ('x', '${id('Arvenia making')}')`,
  ],
  [
    'RecordEntry_textHash_check',
    'a hash of another length',
    `insert into "RecordEntry" (event, "textHash") values ('x', 'abc')`,
  ],
  [
    'Corrigendum_textHash_check',
    'a hash of another length',
    copy('Corrigendum', 'corrigendum', { textHash: 'abc' }),
  ],
  [
    'ProposedCorrigendum_textHash_check',
    'a hash of another length',
    copy('ProposedCorrigendum', 'proposed corrigendum', { textHash: 'abc' }),
  ],
  [
    'Corrigendum_by_two',
    'released by whoever proposed it',
    copy('Corrigendum', 'corrigendum', { proposedById: 'head', issuedById: 'head' }),
  ],
  [
    'ProposedCorrigendum_ends_once',
    'released and discarded',
    copy('ProposedCorrigendum', 'proposed corrigendum', {
      releasedAt: AT,
      discardedAt: AT,
      discardedById: 'head',
    }),
  ],
  [
    'ProposedCorrigendum_discarded_check',
    'discarded by nobody',
    update('ProposedCorrigendum', 'proposed corrigendum', '"discardedAt" = now()'),
  ],
  [
    'SignInLink_tokenHash_check',
    'a hash of another length',
    copy('SignInLink', 'link', { tokenHash: 'abc' }),
  ],
  [
    'SignInLink_email_check',
    'an address in capitals',
    update('SignInLink', 'link', `email = 'Head@example.org'`),
  ],
  [
    'Person_email_check',
    'an address in capitals',
    update('Person', 'head', `email = 'Head@example.org'`),
  ],
  [
    'Person_totp_check',
    'an authenticator app without a secret',
    update('Person', 'head', `"totpConfirmedAt" = now(), "totpSecret" = NULL`),
  ],
  [
    'RecoveryCode_codeHash_check',
    'a hash of another length',
    copy('RecoveryCode', 'recovery code', { codeHash: 'abc' }),
  ],
  [
    'SecurityEntry_detail_check',
    'an address',
    `insert into "SecurityEntry" (event, detail) values ('x', 'head@example.org')`,
  ],
  [
    'ImportDraft_encoding_check',
    'an encoding that nobody knows',
    update('ImportDraft', 'import', `encoding = 'x'`),
  ],
  [
    'ImportDraft_ends_once',
    'issued and discarded',
    copy('ImportDraft', 'import', { issuedAt: AT, discardedAt: AT }),
  ],
  [
    'ImportDraft_issued_whole',
    'issued with faults',
    copy('ImportDraft', 'import', { issuedAt: AT, problems: ['x'] }),
  ],
  [
    'SearchEntry_audience_check',
    'a proposal for everybody',
    `insert into "SearchEntry" select gen_random_uuid(), 'proposal', id, 'public', null, '{}', null, '1', '1', 1, null,
      '{}', 'Text', false, now(), 1, 'text', 1 from "Session" limit 1`,
  ],
]

/** Rows with contradictory values. */
export const impossibleValues: readonly BadRow[] = [...offices, ...ends, ...hashes, ...checks]
