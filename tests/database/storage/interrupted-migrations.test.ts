import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { openSchemaEngine } from '@/scripts/schema/engine'
import { migrationList, NOTHING_EXTERNAL } from '@/scripts/schema/migration-list'
import { ask, extraDatabases } from '@/tests/support/extra-database'

// The former runner was Prisma's schema engine. It wrote a migration's row, ran the migration and ended
// the row in three transactions, so a start that was killed could leave a row without an end.

const emptyDatabase = extraDatabases()
const migrations = readMigrations()
const appliedByEngine = migrations.filter(({ name }) => name < '20261128180000')
/** A database as the schema engine leaves it after the first `count` migrations. */
async function engineMade(count: number): Promise<string> {
  const url = await emptyDatabase()
  const { engine, close } = await openSchemaEngine(url)
  const list = migrationList()
  await engine.applyMigrations({
    migrationsList: { ...list, migrationDirectories: list.migrationDirectories.slice(0, count) },
    filters: NOTHING_EXTERNAL,
  })
  await close()
  return url
}

const rowsOf = (url: string) =>
  ask(
    url,
    `select migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at as ended
     from _prisma_migrations where rolled_back_at is null order by migration_name`,
  )
const columnsOf = (url: string) =>
  ask(
    url,
    `select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
     from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  )
/** The engine's row of a migration whose end was never written. */
const interrupt = (url: string, name: string) =>
  ask(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name) values ('${randomUUID()}', 'x', '${name}')`,
  )

test('the runner leaves the same tables and the same rows as the schema engine', async () => {
  const [theirs, ours] = [await engineMade(migrations.length), await emptyDatabase()]
  expect(await applyMigrations(ours)).toEqual(migrations.map(({ name }) => name))
  expect(await rowsOf(ours)).toEqual(await rowsOf(theirs))
  expect(await columnsOf(ours)).toEqual(await columnsOf(theirs))
  expect(await applyMigrations(theirs)).toEqual([])
})

test.each(appliedByEngine.map(({ name }, index) => ({ name, index })))(
  'a start killed before or after the script of $name is made good',
  async ({ name, index }) => {
    for (const ran of [false, true]) {
      const url = await engineMade(index)
      await interrupt(url, name)
      if (ran) await ask(url, migrations[index]!.sql)
      const applied = await applyMigrations(url)
      expect(applied).toEqual(migrations.slice(index).map((migration) => migration.name))
      expect(await rowsOf(url)).toHaveLength(migrations.length)
      expect(await applyMigrations(url)).toEqual([])
    }
  },
)

test('a migration that failed is not taken as done because its table exists', async () => {
  const url = await engineMade(0)
  const { name } = migrations[0]!
  await ask(url, 'create table "Entity" (id int)')
  await interrupt(url, name)
  await ask(url, `update _prisma_migrations set logs = 'relation "Entity" already exists'`)
  await expect(applyMigrations(url)).rejects.toThrow(/"Entity" already exists/)
})

test('a database with tables of another program is refused', async () => {
  const url = await emptyDatabase()
  await ask(url, 'create table theirs (id int)')
  await expect(applyMigrations(url)).rejects.toThrow(/tables that Stocktake did not make/)
})
