import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase } from '@/lib/db/client'
import { DatabaseClock } from '@/lib/db/database-clock'
import { env, provideEnv } from '@/lib/env'
import { startDelivery } from '@/lib/mail/delivery'
import { startNotices } from '@/lib/notifications/worker'
import { startDatabase } from '@/lib/startup/database'
import { explain } from '@/lib/startup/explain'
import { firstPerson } from '@/lib/startup/first-person'
import { greeting } from '@/lib/startup/greeting'
import { noteRunning } from '@/lib/startup/health'
import { remarkOnNode } from '@/lib/startup/node-age'
import { listen, stopListening } from '@/lib/startup/listen'
import { servePages } from '@/lib/startup/pages'
import { prepareDatabase } from '@/lib/startup/prepare'
import { step } from '@/lib/startup/progress'
import { followSeat } from '@/lib/sessions/groups/seat'
import { startUpkeep } from '@/lib/startup/upkeep'
import { startIndexing } from '@/lib/search/indexing'
import { DEMONSTRATION_PASSWORD, demonstrationPeople } from '@/lib/demonstration/sign-in-people'

// One process: it takes its port, starts the database if none is given, migrates it, fills a new
// one, serves the pages, and on a signal stops all of that in reverse order.

const PATIENCE_TO_STOP = 4_500
const stops: (() => unknown)[] = []
let stopping = false

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => void stop(0, 'Stopping …'))
// Who read what the server says may go: it serves on unheard. Otherwise each line that can't be said would be
// an error, of which another line is said, for ever.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
// A promise that one request forgot must not end the server for everyone.
process.on('unhandledRejection', (error) => console.error(error))

try {
  await start()
} catch (error) {
  await stop(1, explain(error))
}

async function start(): Promise<void> {
  const { DATABASE_URL, DATA_DIR, HOST, PORT, APP_URL } = env()
  const host = HOST ?? (DATABASE_URL ? undefined : '127.0.0.1')
  const { server, port } = await listen(PORT, host)

  const database = await step('PostgreSQL is ready', () =>
    startDatabase(env(), (error) => void stop(1, error)),
  )
  stops.push(database.stop, atMost(1_000, closeDatabase))
  const url = APP_URL ?? `http://localhost:${port}`
  provideEnv({ APP_URL: url, NEXTAUTH_URL: url })
  await prepareDatabase(database)
  stops.push(
    atMost(500, await followSeat()),
    atMost(1_000, startDelivery()),
    atMost(1_000, startNotices()),
    atMost(500, startUpkeep()),
    atMost(500, startIndexing()),
  )

  const clock = new DatabaseClock(database.url)
  await clock.start()
  stops.push(atMost(500, () => clock.stop()))

  const pages = await step('The pages are ready', () => servePages(server, env(), port, clock))
  stops.push(atMost(1_000, pages.close), () => stopListening(server, 1_000))
  stops.push(noteRunning(DATA_DIR, url, host, port))
  const first = await firstPerson()
  console.log(
    greeting({
      url,
      people: database.embedded ? demonstrationPeople : [],
      password: DEMONSTRATION_PASSWORD,
      remarks: [
        database.remark,
        database.embedded ? undefined : remarkOnNode(process.versions.node),
      ].filter((remark) => remark !== undefined),
    }) + first,
  )
}

/** Stops what was started, last first, once; then ends the process. */
async function stop(code: number, why: unknown): Promise<void> {
  if (stopping) return
  stopping = true
  console.error(code === 0 ? why : `\n${why instanceof Error ? why.stack : String(why)}`)
  setTimeout(() => process.exit(code || 1), PATIENCE_TO_STOP).unref()
  for (const undo of stops.reverse()) {
    try {
      await undo()
    } catch (error) {
      console.error(error)
    }
  }
  process.exit(code)
}

/** Waits for the work no longer than this, so that nobody's slow mail server keeps the database from stopping. */
function atMost(milliseconds: number, work: () => Promise<void>): () => Promise<void> {
  return () => Promise.race([work(), pause(milliseconds)])
}
