import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseUrl } from '../support/database'
import { rawStatements } from '../support/raw-statements'

const statements = rawStatements()

/** Prisma is the default; raw SQL is for locks, hot lists, recursion and partial conflicts. */
const MOST = 80

/** Files whose statements are put together from fragments, and the tests that run all their forms. */
const RUN_BY: Record<string, string> = {
  'lib/db/ordered-list.ts': 'proposals/preliminary-list.test.ts, consolidation/desk-acts.test.ts',
  'lib/db/row-locks.ts': 'storage/races.test.ts',
  'lib/plenary/screen/queries.ts': 'proposals/item-names.test.ts',
  'lib/consolidation/delegation-view/queries.ts':
    'proposals/item-names.test.ts, consolidation/ours.test.ts',
  'lib/consolidation/desk/queries/item-names.ts': 'proposals/item-names.test.ts',
  'lib/auth/current-actor.ts': 'accounts/sign-in-ends.test.ts, accounts/second-factor.test.ts',
  'lib/delegations/transaction.ts': 'delegations/rights-at-writing.test.ts',
  'lib/comments/target.ts': 'comments/comments.test.ts, comments/ended-comments.test.ts',
  'lib/circulation/comments/load.ts': 'circulation/circulation-comments.test.ts',
  'lib/circulation/compilation/queries/comment-rows.ts':
    'circulation/compilation.test.ts, circulation/comments-on-behalf.test.ts',
  'lib/circulation/posting/queries.ts': 'circulation/posted-comments.test.ts',
  'lib/consolidation/desk/queries/item-queries.ts': 'consolidation/consolidation.test.ts',
  'lib/consolidation/desk/queries/list-queries.ts': 'consolidation/desk-acts.test.ts',
  'lib/consolidation/outputs/printed-queries.ts': 'sessions/on-behalf-printed.test.ts',
  'lib/consolidation/delegation-view/changes.ts': 'readers.test.ts',
  'lib/consolidation/ledger/notify-states.ts': 'consolidation/telling-states.test.ts',
  'lib/proposals/preliminary-list/commands.ts': 'proposals/preliminary-list.test.ts',
  'lib/proposals/preliminary-list/issue.ts': 'proposals/preliminary-list.test.ts',
  'lib/proposals/preliminary-list/queries.ts': 'proposals/preliminary-list.test.ts',
  'lib/search/queries.ts': 'search/search.test.ts',
  'lib/proposals/queries.ts': 'proposals/proposal-queries.test.ts',
  'lib/proposals/search/queries.ts': 'proposals/proposal-list.test.ts',
}

test('prepares every raw statement against the migrated schema', async () => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const wrong: string[] = []
  for (const [index, { file, line, sql }] of statements.entries()) {
    if (sql === null) continue
    await client
      .query(`PREPARE statement_${index} AS ${sql}`)
      .catch((error: Error) => wrong.push(`${file}:${line} ${error.message}`))
  }
  await client.end()
  expect(wrong).toEqual([])
})

test('statements put together from fragments are those that other tests run in every form', () => {
  const composed = statements.filter(({ sql }) => sql === null).map(({ file }) => file)
  expect(composed.filter((file) => !(file in RUN_BY))).toEqual([])
  expect(Object.keys(RUN_BY).filter((file) => !composed.includes(file))).toEqual([])
  for (const tests of Object.values(RUN_BY))
    for (const name of tests.split(', ')) expect(existsSync(`tests/database/${name}`)).toBe(true)
})

test('raw statements stay few', () => {
  expect(statements.length).toBeGreaterThan(20)
  expect(statements.length).toBeLessThan(MOST)
})
