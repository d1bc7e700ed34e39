import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { applyMigrations } from '@/lib/db/migrations'

const MIGRATIONS = 'prisma/migrations'

/**
 * A database of its own on which the migrations before the named one ran, then the statements `before`, then all
 * others: to test rows of an earlier version. Dropped when the test is finished.
 */
export async function migratedOver(name: RegExp, before: string): Promise<pg.Client> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const at = readdirSync(MIGRATIONS).find((migration) => name.test(migration))!
  for (const migration of readdirSync(MIGRATIONS))
    if (!/^\d/.test(migration) || migration < at)
      cpSync(path.join(MIGRATIONS, migration), path.join(folder, migration), { recursive: true })
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const url = Object.assign(new URL(inject('clusterUrl')), { pathname: `/${database}` }).href
  const cluster = new pg.Client({ connectionString: inject('clusterUrl') })
  await cluster.connect()
  await cluster.query(`create database ${database}`)
  const client = new pg.Client({ connectionString: url })
  onTestFinished(async () => {
    await client.end()
    await cluster.query(`drop database ${database} with (force)`)
    await cluster.end()
  })
  await applyMigrations(url, folder)
  await client.connect()
  await client.query(before)
  await applyMigrations(url)
  return client
}
