import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { cookieName, seal } from '@/lib/auth/cookie'
import { putOnScreen } from '@/lib/plenary/commands'
import type { RoomView } from '@/lib/meetings/speakers/floor-queries'
import { closeDatabase, db } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { provideEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { type RoundRobin, startRoundRobin } from '@/scripts/bench/round-robin'
import { openViewer, type Viewer } from '@/scripts/bench/viewer'
import {
  dataFolder,
  filledFolder,
  postgresOf,
  type Start,
  startServer,
} from '@/tests/support/machine'
import { type StockTaking, stockTaking } from '@/tests/support/stock-taking'

/** Only a very busy machine needs this long. */
const PATIENCE = 30_000
const AUTH_SECRET = 'a secret of the tests, long enough to pass'

let address: RoundRobin
let servers: [Start, Start]
let plenary: StockTaking
let item: string
const viewers: Viewer[] = []

/** Two instances of the production build on one database, behind one address, and an item before the room. */
async function startBoth(): Promise<void> {
  address = await startRoundRobin()
  const [DATA_DIR, secondFolder] = [filledFolder(), dataFolder()]
  const common = { AUTH_SECRET, APP_URL: address.url, HOST: '127.0.0.1' }
  const first = startServer({ ...common, DATA_DIR })
  await first.ready()
  const DATABASE_URL = socketUrl(postgresOf(DATA_DIR)!.socket, 'stocktake')
  const second = startServer({ ...common, DATABASE_URL, DATA_DIR: secondFolder })
  await second.ready()
  servers = [first, second]
  address.instances.push(ownAddress(DATA_DIR), ownAddress(secondFolder))
  provideEnv({ DATABASE_URL, APP_URL: address.url, AUTH_SECRET })
  plenary = await stockTaking(['Ratify the Convention.'])
  item = await plenary.makes([plenary.sources[0]!], 'Ratify the Convention.')
  await putOnScreen(plenary.chair, { slug: plenary.slug, id: item })
}
afterEach(async () => {
  for (const viewer of viewers.splice(0)) viewer.close()
  await closeDatabase()
  await address.stop()
})

/** The own address of an instance, which it stores beside its data. */
function ownAddress(dataDir: string): string {
  const note = readFileSync(path.join(dataDir, 'server.json'), 'utf8')
  return new URL((JSON.parse(note) as { health: string }).health).origin
}

async function cookieOf(personId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { id } = await db.signIn.create({ data: { personId, expiresAt } })
  return `${cookieName()}=${await seal(id)}`
}

/** A viewer of the room's screen at an address; `reads` returns the text that is shown now. */
async function watches(url: string, personId: string) {
  let now: RoomView['item'] = null
  const hear = (data: string) => (now = (JSON.parse(data) as RoomView).item)
  const cookie = await cookieOf(personId)
  const viewer = openViewer(`${url}${paths.screenStream(plenary.slug)}`, cookie, hear)
  viewers.push(viewer)
  const reads = () =>
    now?.paragraphs.map((parts) => parts.map(({ text }) => text).join('')).join('\n')
  return { viewer, cookie, reads }
}

/** Types into the text before the room, through an instance, as the console does; returns its version. */
async function types(url: string, cookie: string, version: number, text: string): Promise<number> {
  const answer = await fetch(`${url}${paths.typing(plenary.slug)}`, {
    method: 'PUT',
    headers: { cookie, origin: address.url, 'content-type': 'application/json' },
    body: JSON.stringify({ id: item, baseNumber: 1, version, text }),
  })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { version: number }).version
}

async function until(holds: () => boolean): Promise<void> {
  for (const begun = Date.now(); !holds(); await pause(20))
    if (Date.now() - begun > PATIENCE) throw new Error('It did not come to the screen.')
}

test('two instances behind one address: what changes at one is seen at both, and who was cut off catches up', {
  timeout: 150_000,
}, async () => {
  await startBoth()
  const [first, second] = address.instances as [string, string]
  const { arvenia, belmara, rapporteur } = plenary
  const console = await cookieOf(rapporteur.personId)
  const near = await watches(first, arvenia.head.personId)
  const far = await watches(second, belmara.head.personId)
  const removed = await watches(second, arvenia.adviser.personId)
  await until(() => [near, far, removed].every(({ reads }) => reads() === 'Ratify the Convention.'))
  let version = await types(first, console, 0, 'Ratify the Convention now.')
  await until(() => [near, far, removed].every(({ reads }) => reads()?.includes('now')))

  // The second instance loses its LISTEN connection, and reads the state again after the reconnect.
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'stocktake live'`
  version = await types(first, console, version, 'Ratify the Convention soon.')
  await until(() => [near, far, removed].every(({ reads }) => reads()?.includes('soon')))

  // Without a place a person is disconnected at once, and stays out.
  await db.representative.updateMany({
    where: { personId: arvenia.adviser.personId, delegationId: arvenia.id },
    data: { endedAt: new Date() },
  })
  await until(() => removed.viewer.statuses.length > 1)
  version = await types(first, console, version, 'Ratify the Convention today.')
  await until(() => [near, far].every(({ reads }) => reads()?.includes('today')))
  expect(removed.viewer.statuses).toEqual([200, 404])
  expect(removed.reads()).toContain('soon')

  // The second instance dies: viewers at the common address continue on the first.
  const through = await Promise.all(
    [arvenia, belmara].map(({ head }) => watches(address.url, head.personId)),
  )
  await until(() => through.every(({ reads }) => reads()?.includes('today')))
  await servers[1].stop('SIGKILL')
  await types(first, console, version, 'Ratify the Convention at once.')
  await until(() => through.every(({ reads }) => reads()?.includes('at once')))
  expect(through.flatMap(({ viewer }) => viewer.statuses)).toEqual([200, 200, 200])
})
