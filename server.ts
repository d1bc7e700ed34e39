import { closeDatabase } from '@/lib/db/client'
import { CannotStart, env, provideEnv } from '@/lib/env'
import { startDatabase } from '@/lib/startup/database'
import { prepareDatabase } from '@/lib/startup/prepare'
import { noteRunning } from '@/lib/startup/health'
import { listen, stopListening } from '@/lib/startup/listen'
import { servePages } from '@/lib/startup/pages'
import { step } from '@/lib/startup/progress'
import { greeting } from '@/lib/startup/greeting'
import { demonstrationPeople } from '@/prisma/demonstration-people'

// One process: it takes its port, starts the database if none is given, migrates it, fills a new
// one, serves the pages, and on a signal stops all of that in reverse order.

const PATIENCE_TO_STOP = 4_500
const stops: (() => unknown)[] = []
let stopping = false

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => void stop(0, 'Stopping …'))
// A promise that one request forgot must not end the server for everyone.
process.on('unhandledRejection', (error) => console.error(error))

try {
  await start()
} catch (error) {
  await stop(1, error instanceof CannotStart ? error.message : error)
}

async function start(): Promise<void> {
  const { DATABASE_URL, DATA_DIR, HOST, PORT, APP_URL } = env()
  const host = HOST ?? (DATABASE_URL ? undefined : '127.0.0.1')
  const { server, port } = await listen(PORT, host)
  stops.push(() => stopListening(server, 1_000))

  const database = await step('PostgreSQL is ready', () =>
    startDatabase(env(), (error) => void stop(1, error)),
  )
  stops.push(database.stop, closeDatabase)
  const url = APP_URL ?? `http://localhost:${port}`
  provideEnv({ APP_URL: url, NEXTAUTH_URL: url })
  await prepareDatabase(database)

  const pages = await step('The pages are ready', () => servePages(server, env(), port))
  stops.push(() => pages.close())
  stops.push(noteRunning(DATA_DIR, url, host, port))
  console.log(
    greeting({
      url,
      people: database.embedded ? demonstrationPeople : [],
      remark: database.remark,
    }),
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
