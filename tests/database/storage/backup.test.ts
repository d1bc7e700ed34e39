import { loadsDemonstration } from '@/tests/support/demonstration'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeBackup } from '@/lib/db/backup/backup'
import { restoreBackup } from '@/lib/db/backup/restore'
import { verifyBackup } from '@/lib/db/backup/verify'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { databaseUrl } from '@/tests/support/database'
import { TEMPLATE } from '@/tests/support/database-template'
import { ask, extraDatabases } from '@/tests/support/extra-database'

const newDatabase = extraDatabases()
const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => path.join(folder, name)
const demonstration = file('demonstration.zip')

beforeAll(async () => {
  await loadsDemonstration()
  await writeBackup(databaseUrl, demonstration, '1.2.3')
})

/** Everything in a database: rows by table, and how tables, constraints, triggers and sequences are made. */
async function contentsOf(url: string) {
  const tables = await ask<{ name: string }>(
    url,
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const rows = await ask(
    url,
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*), md5(string_agg(t::text, '|' order by t::text)) from ${name} t`,
      )
      .join(' union all ')
      .concat(' order by 1'),
  )
  const made = await ask(
    url,
    `select 'constraint' as kind, conrelid::regclass || conname as name, pg_get_constraintdef(oid) || convalidated as made
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'trigger', tgrelid::regclass || tgname, pg_get_triggerdef(oid) || tgenabled::text
       from pg_trigger where not tgisinternal
     union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
     union all select 'sequence', sequencename, last_value::text from pg_sequences
     order by 1, 2`,
  )
  return { rows, made }
}

test('what is restored into an empty database is what was backed up, and made alike', async () => {
  const target = await newDatabase()
  const manifest = await restoreBackup(target, demonstration, { replace: false })
  expect(manifest.version).toBe('1.2.3')
  expect(manifest.tables.find(({ name }) => name === 'Person')!.rows).toBeGreaterThan(5)
  expect(await contentsOf(target)).toEqual(await contentsOf(databaseUrl))
  expect(await applyMigrations(target)).toEqual([])
})

test('an owner who is no superuser restores too', async () => {
  const role = `owner_${randomUUID().slice(0, 8)}`
  const target = new URL(await newDatabase())
  const name = target.pathname.slice(1)
  await ask(databaseUrl, `create role ${role} login; alter database ${name} owner to ${role}`)
  const asOwner = Object.assign(new URL(target), { username: role }).href
  await restoreBackup(asOwner, demonstration, { replace: false })
  expect(await contentsOf(asOwner)).toEqual(await contentsOf(databaseUrl))
})

test('a backup is of one moment while others write', async () => {
  const source = await newDatabase(TEMPLATE)
  await ask(source, 'create table "A_first" (id int); create table z_last (id int)')
  const writer = new pg.Client({ connectionString: source })
  await writer.connect()
  let writes = 0
  let goesOn = true
  const writing = (async () => {
    for (; goesOn; writes++)
      await writer.query(
        'begin; insert into "A_first" values (1); insert into z_last values (1); commit',
      )
  })()
  while (writes < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = writes
  const { tables } = await writeBackup(source, file('busy.zip'), '1')
  expect(writes).toBeGreaterThan(before)
  goesOn = false
  await writing
  await writer.end()
  const rows = (table: string) => tables.find(({ name }) => name === table)!.rows
  expect(rows('A_first')).toBeGreaterThan(0)
  expect(rows('z_last')).toBe(rows('A_first'))
})

describe('refused, and nothing is changed', () => {
  const refuses = async (target: string, backup: string, sentence: RegExp, replace = false) => {
    const before = await contentsOf(target)
    await expect(restoreBackup(target, backup, { replace })).rejects.toThrow(sentence)
    expect(await contentsOf(target)).toEqual(before)
  }

  test('a file of which one byte differs, wherever that is', async () => {
    const whole = readFileSync(demonstration)
    const target = await newDatabase(TEMPLATE)
    let refused = 0
    for (let at = 0; at < 60; at++) {
      const bytes = Buffer.from(whole)
      bytes[Math.floor((whole.length * at) / 60)]! ^= 0x10
      writeFileSync(file('damaged.zip'), bytes)
      // A byte of the ZIP's own notes (a time, say) changes nothing of the data.
      const same = await verifyBackup(file('damaged.zip')).then(
        (manifest) => manifest.tables,
        (error: Error) => error.message,
      )
      if (typeof same === 'string') {
        expect(same).toMatch(/is damaged|form that this version/)
        refused++
      } else expect(same).toEqual((await verifyBackup(demonstration)).tables)
    }
    expect(refused).toBeGreaterThan(40)
    const bytes = Buffer.from(whole)
    bytes[Math.floor(whole.length / 2)]! ^= 0x10
    writeFileSync(file('damaged.zip'), bytes)
    await refuses(target, file('damaged.zip'), /is damaged/, true)
  })

  test.each([0, 0.3, 0.9])('a file that ends after %d of its length', async (part) => {
    const whole = readFileSync(demonstration)
    writeFileSync(file('cut.zip'), whole.subarray(0, Math.floor(whole.length * part)))
    await expect(verifyBackup(file('cut.zip'))).rejects.toThrow(/is damaged/)
  })

  test('a file of a later version', async () => {
    const later = await newDatabase(TEMPLATE)
    await ask(
      later,
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
       values ('x', '${'0'.repeat(64)}', '29990101000000_later', now())`,
    )
    await writeBackup(later, file('later.zip'), '9.9.9')
    await refuses(
      await newDatabase(TEMPLATE),
      file('later.zip'),
      /later version of Stocktake \(9\.9\.9/,
    )
  })

  test('over people and sessions, unless told to replace them', async () => {
    const target = await newDatabase()
    await restoreBackup(target, demonstration, { replace: false })
    await ask(target, `update "Person" set name = 'Another'`)
    await refuses(target, demonstration, /people or sessions/)
    await restoreBackup(target, demonstration, { replace: true })
    expect(await contentsOf(target)).toEqual(await contentsOf(databaseUrl))
  })

  test('over tables of another program', async () => {
    const target = await newDatabase()
    await ask(target, 'create table theirs (id int)')
    await refuses(target, demonstration, /tables that Stocktake did not make/, true)
  })

  test('rows that break a foreign key, at the end of the whole work', async () => {
    const source = await newDatabase()
    await restoreBackup(source, demonstration, { replace: false })
    await ask(
      source,
      'set session_replication_role = replica; update "Session" set id = gen_random_uuid()',
    )
    await writeBackup(source, file('orphans.zip'), '1')
    const target = await newDatabase()
    await restoreBackup(target, demonstration, { replace: false })
    await refuses(target, file('orphans.zip'), /violates foreign key/, true)
  })
})

test('a backup of an earlier version is restored and then migrated', async () => {
  const earlier = mkdtempSync(path.join(folder, 'earlier-'))
  const some = readMigrations().slice(0, 3)
  for (const { name, sql } of some) {
    mkdirSync(path.join(earlier, name))
    writeFileSync(path.join(earlier, name, 'migration.sql'), sql)
  }
  const source = await newDatabase()
  await applyMigrations(source, earlier)
  await writeBackup(source, file('earlier.zip'), '0.0.1')
  const target = await newDatabase()
  await restoreBackup(target, file('earlier.zip'), { replace: false })
  expect(await applyMigrations(target)).toEqual(
    readMigrations()
      .slice(3)
      .map(({ name }) => name),
  )
})

test('a backup does not write over a file', async () => {
  copyFileSync(demonstration, file('there.zip'))
  await expect(writeBackup(databaseUrl, file('there.zip'), '1')).rejects.toThrow(/exists/)
})
