import { id } from '@/tests/support/constraint-world'
import { AT, type BadRow, type Patch, copy, update } from './bad-row'

const LIVING: BadRow[] = (
  [
    ['AmendmentCoSponsorship_living_key', 'amendment co-sponsorship'],
    ['Attendance_of_meeting', 'attendance'],
    ['CoSponsorship_living_key', 'co-sponsorship'],
    ['Disagreement_living_key', 'running disagreement'],
    ['ItemStatus_current_key', 'running status'],
    ['Joining_living_key', 'joining'],
    ['Lineage_living_key', 'running lineage'],
    ['Objection_living_key', 'running objection'],
    ['Office_living_key', 'vice-chair'],
    ['Outcome_current_key', 'running outcome'],
    ['ParticipationRequest_waiting', 'waiting request', { tokenHash: 'c'.repeat(64) }],
    ['Period_open_key', 'period'],
    ['PowersDelegation_living_key', 'powers'],
    ['ProposedCorrigendum_one_of_an_item', 'proposed corrigendum'],
    ['Statement_once', 'statement', { sequence: 99 }],
    ['Support_living_key', 'running support'],
    ['TakeOver_one_active', 'take-over'],
  ] as [string, string, Patch?][]
).map(([key, name, patch = {}]) => [
  key,
  'a second beside the one that has not ended',
  copy(key.split('_')[0]!, name, patch),
])

const twice = (table: string, name: string, patch: Patch) =>
  ['one', 'two'].map((row) => copy(table, name, { ...patch, id: row })).join(';')

const at = (list: string) =>
  `"consolidatedListId" = '${id(list)}' and "preliminaryListId" = '${id('issued list')}'`
const cover = (list: string, covered: string) =>
  `insert into "CoveredList" ("consolidatedListId", "preliminaryListId")
    values ('${id(list)}', '${id(covered)}')`

/** Refusals of triggers that name no constraint: their sentences. */
export const unnamedRefusals: readonly BadRow[] = [
  [
    'the choice of a list is added or taken back, never changed',
    'another time of the choice',
    `update "CoveredList" set "preliminaryListId" = "preliminaryListId"`,
  ],
  [
    'an adopted list covers what it covered',
    'a list less',
    `delete from "CoveredList" where ${at('adopted list')}`,
  ],
  [
    'items of this list have outcomes at the stock-taking',
    'a list less whose items have outcomes',
    `update "Lineage" set "unlinkedAt" = now(), "unlinkedById" = '${id('head')}'
      where "listId" = '${id('running list')}';
      delete from "CoveredList" where ${at('running list')}`,
  ],
  [
    'items of this list have outcomes at the stock-taking',
    'a list less whose items are sources',
    `update "Outcome" set "supersededAt" = now() where "listId" = '${id('running list')}';
      delete from "CoveredList" where ${at('running list')}`,
  ],
  [
    'a stock-taking covers issued lists of its group',
    'a list in the making',
    cover('running list', 'list in the making'),
  ],
  [
    'the stock-taking does not cover the list of this item',
    'an outcome of an item that is not covered',
    copy('Outcome', 'running outcome', { itemId: 'list in the making item 1' }),
  ],
  [
    'the stock-taking does not cover the list of this item',
    'a source that is not covered',
    copy('Lineage', 'running lineage', { itemId: 'list in the making item 1' }),
  ],
  [
    'an import that was issued or discarded does not change',
    'issued after it was discarded',
    `${update('ImportDraft', 'import', '"discardedAt" = now()')};
      ${update('ImportDraft', 'import', `"discardedAt" = null, "issuedAt" = now()`)}`,
  ],
  [
    'an import that was issued or discarded does not change',
    'discarded after it was issued',
    `${update('ImportDraft', 'import', '"issuedAt" = now()')};
      ${update('ImportDraft', 'import', `"issuedAt" = null, "discardedAt" = now()`)}`,
  ],
  [
    'the items of an import are those of its file',
    'another item',
    update('ImportDraft', 'import', `items = '[1]'`),
  ],
  [
    'the items of an import are those of its file',
    'the hash of another file',
    update('ImportDraft', 'import', `"contentHash" = '${'b'.repeat(64)}'`),
  ],
]

/** Second rows where one alone may stand. */
export const secondRows: readonly BadRow[] = [
  ...LIVING,
  [
    'Attendance_of_session',
    'an entity marked twice',
    twice('Attendance', 'attendance', { meetingId: null }),
  ],
  [
    'Representative_living_key',
    'a person twice in a delegation',
    `insert into "Representative" (id, "delegationId", "personId")
      select gen_random_uuid(), '${id('Arvenia first')}', '${id('head')}' from generate_series(1, 2)`,
  ],
  ['ImportDraft_issued_once', 'issued twice', twice('ImportDraft', 'import', { issuedAt: AT })],
]
