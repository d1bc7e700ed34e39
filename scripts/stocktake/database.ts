import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { closeDatabase } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { APPLICATION } from '@/lib/db/embedded/roles'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { findPostmaster } from '@/lib/db/embedded/postmaster'
import { checkServer } from '@/lib/db/reach'
import { env, provideEnv } from '@/lib/env'
import { readSeat } from '@/lib/sessions/groups/seat'
import { startDatabase } from '@/lib/startup/database'
import { prepareDatabase } from '@/lib/startup/prepare'
import { keptSecret } from '@/lib/startup/secret'

/**
 * Does the work with `db` in reach, in a program beside the server: through DATABASE_URL, or through
 * the embedded database that the running server owns, or through that database started for this
 * work alone.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const leave = await reachDatabase()
  try {
    await readSeat()
    return await work()
  } finally {
    await closeDatabase()
    await leave()
  }
}

/** The addresses of one database: for the application, and for the owner of the tables. */
export type Addresses = { url: string; ownerUrl: string }

/**
 * Does the work with the addresses of the database, which may be empty or of an earlier version, while the
 * server runs or not.
 */
export async function withOwner<T>(work: (addresses: Addresses) => Promise<T>): Promise<T> {
  const { DATABASE_URL, MIGRATE_DATABASE_URL, DATA_DIR } = env()
  if (DATABASE_URL) {
    await checkServer(DATABASE_URL, 'DATABASE_URL')
    return work({ url: DATABASE_URL, ownerUrl: MIGRATE_DATABASE_URL ?? DATABASE_URL })
  }
  const running = runningAddresses(DATA_DIR)
  if (running) return work(running)
  const { url, ownerUrl, stop } = await startDatabase(env(), (error) => console.error(error))
  try {
    return await work({ url, ownerUrl })
  } finally {
    await stop()
  }
}

/** Returns how to leave the database as it was found. */
async function reachDatabase(): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATA_DIR, APP_URL, PORT } = env()
  const url = APP_URL ?? addressOfServer(DATA_DIR) ?? `http://localhost:${PORT}`
  provideEnv({ APP_URL: url, NEXTAUTH_URL: url })
  const running = DATABASE_URL ? null : runningAddresses(DATA_DIR)
  if (running) {
    provideEnv({
      DATABASE_URL: running.url,
      AUTH_SECRET: keptSecret(DATA_DIR),
      DEMONSTRATION: 'true',
    })
    return async () => {}
  }
  const database = await startDatabase(env(), (error) => console.error(error))
  await prepareDatabase(database)
  return database.stop
}

/** The addresses of the embedded database that another process runs, or null. */
function runningAddresses(dataDir: string): Addresses | null {
  const running = findPostmaster(placeOfCluster(dataDir))
  if (running?.state !== 'ready') return null
  return {
    url: socketUrl(running.socket, 'stocktake', APPLICATION),
    ownerUrl: socketUrl(running.socket, 'stocktake'),
  }
}

function addressOfServer(dataDir: string): string | undefined {
  const note = path.join(dataDir, 'server.json')
  if (!existsSync(note)) return undefined
  return (JSON.parse(readFileSync(note, 'utf8')) as { url?: string }).url
}
