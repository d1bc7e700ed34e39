import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { closeDatabase } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { APPLICATION } from '@/lib/db/embedded/roles'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { findPostmaster } from '@/lib/db/embedded/postmaster'
import { env, provideEnv } from '@/lib/env'
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
    return await work()
  } finally {
    await closeDatabase()
    await leave()
  }
}

/** Returns how to leave the database as it was found. */
async function reachDatabase(): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATA_DIR, APP_URL, PORT } = env()
  const url = APP_URL ?? addressOfServer(DATA_DIR) ?? `http://localhost:${PORT}`
  provideEnv({ APP_URL: url, NEXTAUTH_URL: url })
  const running = DATABASE_URL ? null : findPostmaster(placeOfCluster(DATA_DIR))
  if (running?.state === 'ready') {
    provideEnv({
      DATABASE_URL: socketUrl(running.socket, 'stocktake', APPLICATION),
      AUTH_SECRET: keptSecret(DATA_DIR),
      DEMONSTRATION: 'true',
    })
    return async () => {}
  }
  const database = await startDatabase(env(), (error) => console.error(error))
  await prepareDatabase(database)
  return database.stop
}

function addressOfServer(dataDir: string): string | undefined {
  const note = path.join(dataDir, 'server.json')
  if (!existsSync(note)) return undefined
  return (JSON.parse(readFileSync(note, 'utf8')) as { url?: string }).url
}
