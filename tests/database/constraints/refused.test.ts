import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeConstraintWorld } from '@/tests/support/making-constraint-world'
import { withoutOneClause } from '@/tests/support/check-clauses'
import { databaseUrl } from '@/tests/support/database'
import { badAttributions } from './attributions'
import { circulatedBadRows } from './circulated'
import { circulationRows } from './circulations'
import { impossibleValues } from './checks'
import { brokenClauses } from './clauses'
import { brokenDocuments } from './document-clauses'
import { badDocuments } from './documents'
import { badSilences } from './silence'
import { frozenRows } from './frozen'
import { wrongDelegations } from './delegations'
import { wrongReferences } from './references'
import { badReports } from './report'
import { requestRows } from './requests'
import { responseRows } from './responses'
import { unnamedRefusals, secondRows } from './seconds'
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
  ...brokenClauses,
  ...brokenDocuments,
  ...secondRows,
  ...unnamedRefusals,
]

const client = new pg.Client({ connectionString: databaseUrl })

beforeAll(async () => {
  await client.connect()
  await makeConstraintWorld(client)
})
afterAll(() => client.end())

/** The constraint that refuses a row, or what else the database answers. */
const refusedBy = (sql: string): Promise<string> =>
  client.query(`${sql}; set constraints all immediate`).then(
    () => 'accepted',
    (error: pg.DatabaseError) => error.constraint ?? error.message,
  )

test.each(badRows)('%s refuses: %s', async (constraint, _, sql) => {
  await client.query('begin')
  const refused = await refusedBy(sql)
  await client.query('rollback')
  expect(refused).toBe(constraint)
})

test('has a bad row for each rule that the database keeps', async () => {
  const { rows } = await client.query<{ name: string }>(`
    select conname as name from pg_constraint where connamespace = 'public'::regnamespace
      and (contype in ('c', 'x') or contype = 'u' and condeferrable or contype = 'f' and cardinality(conkey) > 1)
    union all
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and indisunique and indpred is not null
    union all
    select tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where not tgisinternal and proname like 'refuse%'
    union all
    select (regexp_matches(prosrc, 'RAISE EXCEPTION ''([^'']*)'' USING ERRCODE = ''23514'';', 'g'))[1]
      from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`)
  const tried = new Set(badRows.map(([constraint]) => constraint))
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ name }) => !tried.has(name)).map(({ name }) => name)).toEqual([])
})

/** Clauses that the other clauses of their check imply. */
const IMPLIED = [
  // No kind of document is that of two things.
  'num_nonnulls("preliminaryListId", "consolidatedListId", "snapshotId", "circulationId", "reportId", "participantListId") <= 1',
]

test('has a bad row for each clause of a check', async () => {
  const { rows } = await client.query<{ name: string; table: string; check: string }>(`
    select conname as name, conrelid::regclass as table, pg_get_constraintdef(oid) as check
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c'`)
  const unbroken: string[] = []
  for (const { name, table, check } of rows)
    for (const { clause, rest } of withoutOneClause(check)) {
      await client.query('begin')
      await client.query(`alter table ${table} drop constraint "${name}"`)
      await client.query(`alter table ${table} add constraint "${name}" ${rest}`)
      await client.query('savepoint "weakened"')
      const refusals: string[] = []
      for (const [constraint, , sql] of badRows)
        if (constraint === name) {
          refusals.push(await refusedBy(sql))
          await client.query('rollback to "weakened"')
        }
      await client.query('rollback')
      if (refusals.every((refused) => refused === name)) unbroken.push(`${name}: ${clause}`)
    }
  expect(unbroken.filter((at) => !IMPLIED.some((clause) => at.includes(clause)))).toEqual([])
})
