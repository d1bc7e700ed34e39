import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { dataFolder, filledFolder, postgresOf, startServer } from '@/tests/support/machine'
import { inDatabase, status } from '@/tests/support/served'

test('serves on where nobody hears any more what it says', async () => {
  const talks = path.join(dataFolder(), 'talks.cjs')
  writeFileSync(talks, "setInterval(() => console.error('A line.'), 50).unref()")
  const start = startServer({ DATA_DIR: filledFolder(), NODE_OPTIONS: `--require ${talks}` })
  const url = await start.ready()
  start.process.stdout!.destroy()
  start.process.stderr!.destroy()
  await pause(500)
  expect(await status(url)).toBe(200)
  expect(await start.stop()).toBe(0)
})

test('the database has checksums, and its migrations stand there as Prisma writes them', async () => {
  const DATA_DIR = filledFolder()
  await startServer({ DATA_DIR }).ready()
  expect(await inDatabase(DATA_DIR, 'show data_checksums')).toEqual(['on'])
  const rows = await inDatabase(
    DATA_DIR,
    'select migration_name from _prisma_migrations where finished_at is not null and applied_steps_count = 1',
  )
  expect(rows[0]).toMatch(/^\d{14}_first_product$/)
})

test('a second start on the same data says so and leaves the first alone', async () => {
  const DATA_DIR = filledFolder()
  const first = startServer({ DATA_DIR })
  const url = await first.ready()
  const second = startServer({ DATA_DIR })
  expect(await second.ended()).toBe(1)
  expect(second.said()).toContain(`Another Stocktake is running on the data in ${DATA_DIR}`)
  expect(await status(url)).toBe(200)
})

test('of two starts at once on the same new data one serves and the other says so', async () => {
  const DATA_DIR = dataFolder()
  const both = [startServer({ DATA_DIR }), startServer({ DATA_DIR })]
  const results = await Promise.all(
    both.map((start) => Promise.race([start.ready(), start.ended()]).catch(() => start.ended())),
  )
  expect(results.filter((result) => typeof result === 'string')).toHaveLength(1)
  expect(results.filter((result) => result === 1)).toHaveLength(1)
  const loser = both[results.indexOf(1)]
  expect(loser?.said()).toContain('Another Stocktake is running on the data')
})

test.each([
  { what: 'the database left running', alsoDatabase: false },
  { what: 'the database killed too', alsoDatabase: true },
])('recovers after kill -9 with $what', async ({ alsoDatabase }) => {
  const DATA_DIR = filledFolder()
  const server = startServer({ DATA_DIR })
  await server.ready()
  await inDatabase(DATA_DIR, 'create table kept (word text)')
  const postgres = postgresOf(DATA_DIR)
  await server.stop('SIGKILL')
  if (alsoDatabase && postgres) process.kill(postgres.pid, 'SIGKILL')
  else expect(postgresOf(DATA_DIR)?.pid).toBe(postgres?.pid)

  const again = startServer({ DATA_DIR })
  expect(await status(await again.ready())).toBe(200)
  expect(await inDatabase(DATA_DIR, "select to_regclass('kept')")).toEqual(['kept'])
  if (!alsoDatabase) expect(postgresOf(DATA_DIR)?.pid).toBe(postgres?.pid)
  expect(await again.stop('SIGINT')).toBe(0)
  expect(postgresOf(DATA_DIR)).toBeNull()
})

test('a first start that is killed while it fills the database is made good by the next', async () => {
  const DATA_DIR = dataFolder()
  const killed = startServer({ DATA_DIR })
  while (!killed.said().includes('Migrations:')) await pause(5)
  await killed.stop('SIGKILL')
  const server = startServer({ DATA_DIR })
  await server.ready()
  expect(server.said()).toContain('can sign in to the demonstration')
  const states = await inDatabase(DATA_DIR, 'select count(*) from "Entity" where iso3 is not null')
  expect(states).toEqual(['195'])
  expect(await inDatabase(DATA_DIR, 'select count(*) from "Session"')).toEqual(['4'])
})
