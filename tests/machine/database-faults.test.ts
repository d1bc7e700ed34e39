import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startScratchDatabase } from '@/lib/db/embedded/scratch'
import { dataFolder, filledFolder, postgresOf, startServer } from '@/tests/support/machine'

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
const isRoot = process.getuid?.() === 0

type Health = { status: number; state: string; took: number }

async function health(url: string): Promise<Health> {
  const begun = Date.now()
  const answer = await fetch(`${url}/healthz`)
  const { state } = (await answer.json()) as { state: string }
  return { status: answer.status, state, took: Date.now() - begun }
}

async function untilHealth(url: string, status: number): Promise<Health> {
  for (;;) {
    const now = await health(url)
    if (now.status === status) return now
    await pause(100)
  }
}

/** Sends a signal to the PostgreSQL of a data folder and to every process that it has. */
function signalPostgres(dataDir: string, signal: NodeJS.Signals): void {
  const { pid } = postgresOf(dataDir)!
  const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  for (const each of [pid, ...children.trim().split('\n').map(Number)]) process.kill(each, signal)
}

/** Whether another PostgreSQL than the killed one says that it is ready. */
const isAnother = (postgres: ReturnType<typeof postgresOf>, killed: number): boolean =>
  postgres !== null && postgres.pid !== killed && postgres.state === 'ready'

test('serves again, at the same address, after PostgreSQL alone was killed, and again after that', async () => {
  const DATA_DIR = filledFolder()
  const TMPDIR = dataFolder()
  const server = startServer({ DATA_DIR, TMPDIR })
  const url = await server.ready()
  for (const before of [postgresOf(DATA_DIR)!, null]) {
    const killed = before ?? postgresOf(DATA_DIR)!
    process.kill(killed.pid, 'SIGKILL')
    while (!isAnother(postgresOf(DATA_DIR), killed.pid)) await pause(20)
    await untilHealth(url, 200)
    expect(postgresOf(DATA_DIR)).toMatchObject({ socket: killed.socket })
    expect((await fetch(`${url}/sign-in`)).status).toBe(200)
  }
  expect(server.process.exitCode).toBeNull()
  expect(await server.stop()).toBe(0)
  expect(postgresOf(DATA_DIR)).toBeNull()
  expect(readdirSync(TMPDIR)).toEqual([])
})

test('a crash leaves no folder in the temporary directory once the next start has ended', async () => {
  const TMPDIR = dataFolder()
  for (const DATA_DIR of [filledFolder(), filledFolder()]) {
    const server = startServer({ DATA_DIR, TMPDIR })
    await server.ready()
    // The server first: a running server restarts its database.
    await server.stop('SIGKILL')
    signalPostgres(DATA_DIR, 'SIGKILL')
  }
  const left = readdirSync(TMPDIR)
  expect(left).toHaveLength(2)
  const hourAgo = (Date.now() - 3_600_000) / 1000
  for (const name of left) execFileSync('touch', ['-d', `@${hourAgo}`, path.join(TMPDIR, name)])
  const next = startServer({ DATA_DIR: filledFolder(), TMPDIR })
  await next.ready()
  expect(await next.stop()).toBe(0)
  expect(readdirSync(TMPDIR)).toEqual([])
})

test('a silent database: /healthz answers within three seconds, a page within twenty, and it serves when the database speaks again', async () => {
  const DATA_DIR = filledFolder()
  const server = startServer({ DATA_DIR })
  const url = await server.ready()
  expect((await fetch(`${url}/sign-in`)).status).toBe(200)
  signalPostgres(DATA_DIR, 'SIGSTOP')
  try {
    await pause(1_100)
    const silent = await health(url)
    expect(silent).toMatchObject({ status: 503, state: 'the database does not answer' })
    expect(silent.took).toBeLessThan(3_000)
    const begun = Date.now()
    const asBrowser = { cookie: 'stocktake=anything', accept: 'text/html' }
    const page = await fetch(`${url}/sessions`, { headers: asBrowser })
    expect(await page.text()).toContain('The database does not answer.')
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('30')
    expect(Date.now() - begun).toBeLessThan(20_000)
  } finally {
    signalPostgres(DATA_DIR, 'SIGCONT')
  }
  await untilHealth(url, 200)
  expect(await server.stop()).toBe(0)
})

test('a database of one’s own that accepts connections and answers nothing is named at the start', async () => {
  const silent = net.createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as net.AddressInfo
  const server = startServer({ DATABASE_URL: `postgresql://a@127.0.0.1:${port}/b`, AUTH_SECRET })
  expect(await server.ended()).toBe(1)
  expect(server.said()).toMatch(/127\.0\.0\.1:\d+\/b of DATABASE_URL can't be reached: .*timeout/)
  silent.close()
})

test('a database that takes no writes is not ready', async () => {
  const cluster = await startScratchDatabase()
  try {
    const DATABASE_URL = cluster.url('postgres')
    const url = await startServer({ DATABASE_URL, AUTH_SECRET }).ready()
    const client = new pg.Client({ connectionString: DATABASE_URL })
    await client.connect()
    await client.query('alter system set default_transaction_read_only = on')
    await client.query('select pg_reload_conf()')
    await client.end()
    const { state } = await untilHealth(url, 503)
    expect(state).toBe('the database takes no writes')
  } finally {
    await cluster.stop()
  }
})

const mounted: string[] = []
afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', ['--lazy', folder])
})

/** A data folder on a disk of its own of this size, or null if such a disk cannot be made. */
function smallDisk(size: string): string | null {
  const folder = dataFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder])
  } catch {
    return null
  }
  mounted.push(folder)
  return folder
}

test.runIf(isRoot)(
  'a full disk is not ready, and ready again when there is room',
  async (context) => {
    const disk = smallDisk('300m')
    if (!disk) return context.skip()
    const DATA_DIR = path.join(disk, 'data')
    mkdirSync(DATA_DIR)
    const server = startServer({ DATA_DIR })
    const url = await server.ready()
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize))
    const { state } = await untilHealth(url, 503)
    expect(state).toBe('the disk of the database is full')
    writeFileSync(path.join(disk, 'filler'), '')
    await untilHealth(url, 200)
    expect(await server.stop()).toBe(0)
  },
)

test.runIf(isRoot)('a data folder that cannot be written is named in one sentence', async () => {
  const folder = dataFolder()
  chmodSync(folder, 0o755)
  const DATA_DIR = path.join(folder, 'data')
  const server = startServer({ DATA_DIR, HOME: folder }, { uid: 65_534, gid: 65_534 })
  expect(await server.ended()).toBe(1)
  expect(server.said()).toContain(`${DATA_DIR} cannot be written by this user`)
  expect(server.said()).not.toMatch(/^\s+at /m)
})
