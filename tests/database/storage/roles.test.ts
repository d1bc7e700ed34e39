import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantRows } from '@/lib/db/grants'
import { databaseUrl } from '@/tests/support/database'

// The server connects as a role that only reads and writes rows: injected SQL could not
// undo what triggers and constraints keep.

const role = `application_${randomUUID().slice(0, 8)}`
const url = Object.assign(new URL(databaseUrl), { username: role }).href
const owner = new pg.Client({ connectionString: databaseUrl })
let application: pg.Client

beforeAll(async () => {
  await owner.connect()
  await owner.query(`create role ${role} login`)
  expect(await grantRows(databaseUrl, url)).toEqual({ owns: false })
  application = new pg.Client({ connectionString: url })
  await application.connect()
})
afterAll(async () => {
  await application.end()
  await owner.query(`drop owned by ${role}; drop role ${role}`)
  await owner.end()
})

const tables = async () =>
  (
    await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
    )
  ).rows.map(({ name }) => name)

test('it reads and writes the rows of every table', async () => {
  for (const name of await tables()) {
    await application.query(`select from "${name}" limit 1`)
    for (const right of ['INSERT', 'UPDATE', 'DELETE']) {
      const { rows } = await application.query('select has_table_privilege($1, $2) as may', [
        `"${name}"`,
        right,
      ])
      expect([name, right, rows[0]]).toEqual([name, right, { may: true }])
    }
  }
})

test('it can neither empty nor change a table, nor disable a trigger', async () => {
  for (const name of await tables())
    for (const act of [
      `truncate "${name}" cascade`,
      `alter table "${name}" disable trigger all`,
      `alter table "${name}" drop constraint "${name}_pkey"`,
      `drop table "${name}" cascade`,
    ])
      await expect(application.query(act), act).rejects.toThrow(/permission denied|must be owner/)
})

test.each([
  "set session_replication_role = 'replica'",
  'create table mine (id int)',
  'create function mine() returns int language sql as $$ select 1 $$',
  "update _prisma_migrations set checksum = ''",
  'alter role current_user superuser',
  "copy (select 1) to program 'true'",
  'create role mine',
])('it cannot: %s', async (act) => {
  await expect(application.query(act)).rejects.toThrow(/permission denied/)
})

test('an owner that connects is told so', async () => {
  expect(await grantRows(databaseUrl, databaseUrl)).toEqual({ owns: true })
})
