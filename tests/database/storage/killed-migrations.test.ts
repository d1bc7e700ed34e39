import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { applyMigrations, createNotes, readMigrations } from '@/lib/db/migrations'
import { cuttingProxy } from '@/tests/support/cutting-proxy'
import { ask, extraDatabases } from '@/tests/support/extra-database'

// If a start is killed while it migrates, the next start must complete the migration, wherever the kill happened.

/** The number of places where a start is killed: a few in every test run, more in the nightly one. */
const KILLS = Number(process.env.STOCKTAKE_KILLS ?? 8)

const emptyDatabase = extraDatabases()
const migrations = readMigrations()
type Runner = (url: string) => Promise<unknown>
let places: number[]

beforeAll(async () => {
  const whole = await cuttingProxy(await emptyDatabase(), Number.POSITIVE_INFINITY)
  await applyMigrations(whole.url)
  whole.close()
  const step = Math.max(1, (whole.messages() - 4) / KILLS)
  places = Array.from({ length: KILLS }, (_, at) => Math.round(4 + at * step))
})

/** Migrates until the connection is cut after so many messages; returns the database for the next start. */
async function killedAt(place: number, runner: Runner): Promise<string> {
  const url = await emptyDatabase()
  const proxy = await cuttingProxy(url, place)
  await runner(proxy.url).catch(() => {})
  proxy.close()
  return url
}

test(`killed at ${KILLS} places, the next start finishes`, async () => {
  for (const place of places) {
    const url = await killedAt(place, applyMigrations)
    await applyMigrations(url)
    const rows = await ask<{ name: string }>(
      url,
      'select migration_name as name from _prisma_migrations where finished_at is not null order by 1',
    )
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
    expect(await applyMigrations(url)).toEqual([])
  }
})

test('the control: rows that are written apart from their migrations stop the next start', async () => {
  let stuck = 0
  for (const place of places) {
    const url = await killedAt(place, inThreeTransactions)
    await inThreeTransactions(url).catch(() => stuck++)
  }
  expect(stuck).toBeGreaterThan(0)
})

/** Like Prisma's schema engine. */
async function inThreeTransactions(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  try {
    await createNotes(client)
    const { rows } = await client.query<{ name: string; finished: boolean }>(
      'select migration_name as name, finished_at is not null as finished from _prisma_migrations',
    )
    if (rows.some(({ finished }) => !finished)) throw new Error('A migration failed before.')
    for (const { name, sql } of migrations.filter(
      (migration) => !rows.some((row) => row.name === migration.name),
    )) {
      const id = randomUUID()
      await client.query(
        'insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)',
        [id, '', name],
      )
      await client.query(sql)
      await client.query('update _prisma_migrations set finished_at = now() where id = $1', [id])
    }
  } finally {
    await client.end().catch(() => {})
  }
}
