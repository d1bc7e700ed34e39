import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations'
import { openSchemaEngine } from '@/scripts/schema/engine'
import { migrationList, nameAfter, NOTHING_EXTERNAL } from '@/scripts/schema/migration-list'
import { databaseUrl } from '@/tests/support/database'

const MIGRATIONS = 'prisma/migrations'
const SCHEMA = 'prisma/schema.prisma'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  await db.$executeRaw`delete from _prisma_migrations where migration_name like '2999%'`
})

/** The product's migrations and one more. */
function migrationsWith(name: string, sql: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-migrations-'))
  folders.push(folder)
  cpSync(MIGRATIONS, folder, { recursive: true })
  mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  return folder
}

test('together they make exactly the schema', async () => {
  const content = readFileSync(SCHEMA, 'utf8')
  const { engine, close } = await openSchemaEngine(databaseUrl, [[SCHEMA, content]])
  const migrationsList = migrationList()
  await engine.devDiagnostic({ migrationsList, filters: NOTHING_EXTERNAL })
  const { migrationScript } = await engine.createMigration({
    draft: false,
    migrationName: 'nothing',
    migrationsList,
    schema: { files: [{ path: SCHEMA, content }] },
    filters: NOTHING_EXTERNAL,
  })
  await close()
  expect(migrationScript ?? '').toBe('')
})

test('each is noted with the checksum of its file, as `prisma migrate deploy` does', async () => {
  const noted = await db.$queryRaw<{ name: string; checksum: string }[]>`
    select migration_name as name, checksum from _prisma_migrations order by migration_name`
  const names = readdirSync(MIGRATIONS).filter((name) => /^\d/.test(name))
  expect(noted).toEqual(
    names.toSorted().map((name) => {
      const sql = readFileSync(path.join(MIGRATIONS, name, 'migration.sql'))
      return { name, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
})

test('several instances that start at once apply one once', async () => {
  const folder = migrationsWith('29990101000000_once', 'create table once (id int);')
  const applied = await Promise.all(
    Array.from({ length: 4 }, () => applyMigrations(databaseUrl, folder)),
  )
  expect(applied.flat()).toEqual(['29990101000000_once'])
})

test('one that fails names itself and leaves nothing behind; mended, it is applied', async () => {
  const name = '29990102000000_broken'
  const folder = migrationsWith(
    name,
    'create table half (id int);\ninsert into nowhere values (1);',
  )
  const failed = applyMigrations(databaseUrl, folder)
  await expect(failed).rejects.toThrow(/^The migration 29990102000000_broken failed .*nowhere/)
  expect(await tableExists('half')).toBe(false)
  writeFileSync(path.join(folder, name, 'migration.sql'), 'create table half (id int);')
  expect(await applyMigrations(databaseUrl, folder)).toEqual([name])
  expect(await tableExists('half')).toBe(true)
})

test.each([
  ['before its statements were committed', false],
  ['after its statements were committed', true],
])('one that the former engine left unfinished %s is finished', async (_, committed) => {
  const name = committed ? '29990103000000_committed' : '29990103000000_begun'
  const table = committed ? 'was_committed' : 'was_begun'
  const folder = migrationsWith(name, `create table ${table} (id int);`)
  if (committed) await db.$executeRawUnsafe(`create table ${table} (id int)`)
  await db.$executeRaw`
    insert into _prisma_migrations (id, checksum, migration_name, started_at)
    values (${randomUUID()}, '', ${name}, now())`
  expect(await applyMigrations(databaseUrl, folder)).toEqual([name])
  expect(await tableExists(table)).toBe(true)
  const notes = await db.$queryRaw<{ finished: boolean }[]>`
    select finished_at is not null as finished from _prisma_migrations where migration_name = ${name}`
  expect(notes).toEqual([{ finished: true }])
})

test('the schema engine finds nothing left to do after the runner, and the other way round', async () => {
  const { engine, close } = await openSchemaEngine(databaseUrl)
  const filters = NOTHING_EXTERNAL
  const left = await engine.applyMigrations({ migrationsList: migrationList(), filters })
  expect(left.appliedMigrationNames).toEqual([])
  const folder = migrationsWith('29990104000000_by_engine', 'create table by_engine (id int);')
  await engine.applyMigrations({ migrationsList: migrationList(folder), filters })
  await close()
  expect(await applyMigrations(databaseUrl, folder)).toEqual([])
  expect(await tableExists('by_engine')).toBe(true)
})

test('a database that a later version has migrated is refused', async () => {
  await applyMigrations(databaseUrl, migrationsWith('29990105000000_later', 'select 1;'))
  const refused = applyMigrations(databaseUrl)
  await expect(refused).rejects.toThrow(/later version of Stocktake \(.*29990105000000_later/)
})

async function tableExists(name: string): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ found: string | null }]>`
    select to_regclass(${name})::text as found`
  return row.found !== null
}

test('a new migration is named after the last, also by a clock that is behind', () => {
  expect(nameAfter(undefined, '20261201000000_a')).toBe('20261201000000_a')
  expect(nameAfter('20261130190000_b', '20261201000000_a')).toBe('20261201000000_a')
  expect(nameAfter('20261130190000_b', '20261130072000_a')).toBe('20261130190001_a')
  expect(nameAfter('20261231235959_b', '20261130072000_a')).toBe('20270101000000_a')
})
