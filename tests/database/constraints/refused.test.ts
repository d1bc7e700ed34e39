import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeConstraintWorld } from '@/tests/support/making-constraint-world'
import { databaseUrl } from '@/tests/support/database'
import { badAttributions } from './attributions'
import { circulatedBadRows } from './circulated'
import { circulationRows } from './circulations'
import { impossibleValues } from './checks'
import { badDocuments } from './documents'
import { badSilences } from './silence'
import { frozenRows } from './frozen'
import { wrongDelegations } from './delegations'
import { wrongReferences } from './references'
import { badReports } from './report'
import { requestRows } from './requests'
import { responseRows } from './responses'
import { badSittings } from './sittings'

/** At least one bad row for each rule in the database. */
const badRows = [
  ...wrongReferences,
  ...wrongDelegations,
  ...impossibleValues,
  ...frozenRows,
  ...badDocuments,
  ...badSilences,
  ...badSittings,
  ...badAttributions,
  ...badReports,
  ...responseRows,
  ...circulatedBadRows,
  ...circulationRows,
  ...requestRows,
]

const client = new pg.Client({ connectionString: databaseUrl })

beforeAll(async () => {
  await client.connect()
  await makeConstraintWorld(client)
})
afterAll(() => client.end())

test.each(badRows)('%s refuses: %s', async (constraint, _, sql) => {
  await client.query('begin')
  const refused = await client.query(`${sql}; set constraints all immediate`).then(
    () => 'accepted',
    (error: pg.DatabaseError) => error.constraint ?? error.message,
  )
  await client.query('rollback')
  expect(refused).toBe(constraint)
})

test('has a bad row for each rule that the database keeps', async () => {
  const { rows } = await client.query<{ name: string }>(`
    select conname as name from pg_constraint where connamespace = 'public'::regnamespace
      and (contype in ('c', 'x') or contype = 'u' and condeferrable or contype = 'f' and cardinality(conkey) > 1)
    union all
    select tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where not tgisinternal and proname like 'refuse%'
    order by 1`)
  const tried = new Set(badRows.map(([constraint]) => constraint))
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ name }) => !tried.has(name)).map(({ name }) => name)).toEqual([])
})
