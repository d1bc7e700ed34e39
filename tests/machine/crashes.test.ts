import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase, db } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { provideEnv } from '@/lib/env'
import { freePort } from '@/scripts/bench/servers'
import { prepareSubmissions, type Ready, submit } from '@/tests/support/deadline'
import { filledFolder, postgresOf, type Start, startServer } from '@/tests/support/machine'

// Acknowledged data is never lost and never doubled, whichever process is killed, and the server
// serves again by itself or after a start.

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
/** The number of kills of each process: one in every test run, more in the nightly one, which plays the control too. */
const ROUNDS = Number(process.env.STOCKTAKE_CRASHES ?? 1)
const IN_A_ROUND = 12
const WORKERS = 4

afterEach(closeDatabase)

type World = { DATA_DIR: string; site: string; server: Start; start: () => Promise<void> }

async function startWorld(): Promise<World> {
  const DATA_DIR = filledFolder()
  const PORT = String(await freePort())
  const world: Partial<World> = { DATA_DIR, site: `http://localhost:${PORT}` }
  world.start = async () => {
    const { site } = world as World
    world.server = startServer({ DATA_DIR, PORT, AUTH_SECRET, APP_URL: site })
    await world.server.ready()
  }
  await world.start()
  const DATABASE_URL = socketUrl(postgresOf(DATA_DIR)!.socket, 'stocktake')
  provideEnv({ DATABASE_URL, APP_URL: world.site!, AUTH_SECRET })
  return world as World
}

const faults: Record<string, (world: World) => Promise<void>> = {
  'PostgreSQL alone': async ({ DATA_DIR }) => {
    process.kill(postgresOf(DATA_DIR)!.pid, 'SIGKILL')
  },
  'the server alone': async (world) => {
    await world.server.stop('SIGKILL')
    await world.start()
  },
  both: async (world) => {
    process.kill(postgresOf(world.DATA_DIR)!.pid, 'SIGKILL')
    await world.server.stop('SIGKILL')
    await world.start()
  },
}

/** Submits until an answer says "accepted"; retries a failed request. Returns the number of attempts. */
async function untilAcknowledged(request: Ready, site: string): Promise<number> {
  for (let times = 1; ; times++) {
    const agent = new http.Agent()
    const answer = await submit(request, agent, site).catch(() => '')
    agent.destroy()
    if (answer.includes('/receipts/')) return times
    await pause(100)
  }
}

/** Waits until another PostgreSQL than the killed one serves. */
async function untilServed({ DATA_DIR, site }: World, killed: number): Promise<void> {
  const isServed = async () =>
    (postgresOf(DATA_DIR)?.pid ?? killed) !== killed && (await fetch(`${site}/healthz`)).ok
  while (!(await isServed())) await pause(100)
}

/** The drafts of these submissions that have not exactly one revision. */
async function notOnce(ready: readonly Ready[]): Promise<string[]> {
  const made = await db.revision.groupBy({
    by: ['draftId'],
    where: { draftId: { in: ready.map(({ id }) => id) } },
    _count: true,
  })
  const counts = new Map(made.map(({ draftId, _count }) => [draftId, _count]))
  return ready.map(({ id }) => id).filter((id) => counts.get(id) !== 1)
}

test.each(Object.keys(faults))(
  'acknowledged submissions outlive the kill of %s',
  async (fault) => {
    const world = await startWorld()
    for (let round = 0; round < ROUNDS; round++) {
      const { ready } = await prepareSubmissions(IN_A_ROUND, world.site, [world.site])
      const waiting = [...ready]
      let acknowledged = 0
      const worker = async () => {
        for (let request = waiting.shift(); request; request = waiting.shift()) {
          await untilAcknowledged(request, world.site)
          acknowledged++
        }
      }
      const all = Promise.all(Array.from({ length: WORKERS }, worker))
      // Each round kills at a different moment of the stream of submissions.
      while (acknowledged <= 1 + (round % 6)) await pause(1)
      await faults[fault]!(world)
      await all
      expect(await notOnce(ready)).toEqual([])
    }
    expect(await world.server.stop()).toBe(0)
  },
  60_000 + ROUNDS * 60_000,
)

test.runIf(ROUNDS > 1)(
  'the control: a database that acknowledges before it has written loses some',
  async () => {
    const world = await startWorld()
    await db.$executeRawUnsafe('ALTER DATABASE stocktake SET synchronous_commit = off')
    await db.$executeRawUnsafe('ALTER SYSTEM SET wal_writer_delay = 10000')
    await db.$executeRawUnsafe('SELECT pg_reload_conf()')
    await world.server.stop()
    await closeDatabase()
    await world.start()
    let lost = 0
    for (let round = 0; round < 5 && lost === 0; round++) {
      const { ready } = await prepareSubmissions(3, world.site, [world.site])
      for (const request of ready) await untilAcknowledged(request, world.site)
      const killed = postgresOf(world.DATA_DIR)!.pid
      await faults['PostgreSQL alone']!(world)
      await untilServed(world, killed)
      lost += (await notOnce(ready)).length
    }
    expect(lost).toBeGreaterThan(0)
  },
  300_000,
)
