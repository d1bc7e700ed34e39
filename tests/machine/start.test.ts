import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { dataFolder, postgresOf, startServer } from '@/tests/support/machine'

const status = async (url: string) => (await fetch(`${url}/healthz`)).status

async function inDatabase(dataDir: string, sql: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: socketUrl(postgresOf(dataDir)?.socket ?? '', 'stocktake'),
  })
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows.map((row: unknown[]) => String(row[0]))
}

test('serves on the loopback address, says where and how to stop, and stops on SIGTERM with its database', async () => {
  const DATA_DIR = dataFolder()
  const server = startServer({ DATA_DIR }, { command: ['npm', 'start'] })
  const url = await server.ready()
  expect(server.said()).toContain('Stop with Ctrl-C')
  expect(await status(url)).toBe(200)
  expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400)
  expect(readFileSync(path.join(DATA_DIR, 'secret'), 'utf8').length).toBeGreaterThan(32)
  await inDatabase(DATA_DIR, 'create table kept (word text)')
  const begun = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - begun).toBeLessThan(5_000)
  expect(postgresOf(DATA_DIR)).toBeNull()

  const again = startServer({ DATA_DIR })
  await again.ready()
  expect(await inDatabase(DATA_DIR, "select to_regclass('kept')")).toEqual(['kept'])
  expect(again.said()).not.toContain('Migrations:')
})

test('serves on where nobody hears any more what it says', async () => {
  const talks = path.join(dataFolder(), 'talks.cjs')
  writeFileSync(talks, "setInterval(() => console.error('A line.'), 50).unref()")
  const start = startServer({ DATA_DIR: dataFolder(), NODE_OPTIONS: `--require ${talks}` })
  const url = await start.ready()
  start.process.stdout!.destroy()
  start.process.stderr!.destroy()
  await pause(500)
  expect(await status(url)).toBe(200)
  expect(await start.stop()).toBe(0)
})

test('the database has checksums, and its migrations stand there as Prisma writes them', async () => {
  const DATA_DIR = dataFolder()
  await startServer({ DATA_DIR }).ready()
  expect(await inDatabase(DATA_DIR, 'show data_checksums')).toEqual(['on'])
  const rows = await inDatabase(
    DATA_DIR,
    'select migration_name from _prisma_migrations where finished_at is not null and applied_steps_count = 1',
  )
  expect(rows[0]).toMatch(/^\d{14}_first_product$/)
})

test('a second start on the same data says so and leaves the first alone', async () => {
  const DATA_DIR = dataFolder()
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
  const DATA_DIR = dataFolder()
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

test('stops within five seconds, database and all, while a mail server keeps it waiting', async () => {
  const DATA_DIR = dataFolder()
  const silent = net.createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as net.AddressInfo
  const server = startServer({ DATA_DIR, SMTP_URL: `smtp://127.0.0.1:${port}` })
  await server.ready()
  await inDatabase(
    DATA_DIR,
    `insert into "Mail" (id, recipient, subject, text) values (gen_random_uuid(), 'a@b.example', 'S', 'T')`,
  )
  const [socket] = (await once(silent, 'connection')) as [net.Socket]
  const begun = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - begun).toBeLessThan(5_000)
  expect(postgresOf(DATA_DIR)).toBeNull()
  socket.destroy()
  silent.close()
})
