import { createHash } from 'node:crypto'
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
import { applyMigrations, NOTHING_EXTERNAL, readMigrations } from '@/lib/db/migrations'
import { openSchemaEngine } from '@/lib/db/schema-engine'
import { databaseUrl } from '@/tests/support/database'

const MIGRATIONS = 'prisma/migrations'
const SCHEMA = 'prisma/schema.prisma'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
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
  const migrationsList = readMigrations()
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

test('one that fails names itself, leaves nothing behind, and stops the next start too', async () => {
  const folder = migrationsWith(
    '29990102000000_broken',
    'create table half (id int);\ninsert into nowhere values (1);',
  )
  await expect(applyMigrations(databaseUrl, folder)).rejects.toThrow(
    /^The migration 29990102000000_broken failed .*nowhere$/,
  )
  const [{ found }] = await db.$queryRaw<
    [{ found: string | null }]
  >`select to_regclass('half')::text as found`
  expect(found).toBeNull()
  await expect(applyMigrations(databaseUrl, folder)).rejects.toThrow(
    /^The migration 29990102000000_broken failed at an earlier start/,
  )
})
