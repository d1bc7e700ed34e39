import { socketUrl } from '@/lib/db/embedded/cluster'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { findPostmaster } from '@/lib/db/embedded/postmaster'
import { env, provideEnv } from '@/lib/env'

/**
 * Lets `db` and the commands in a journey's own process reach the database of the server that the
 * journeys visit: for acts that no page offers, such as moving a deadline into the past.
 */
export function reachServersDatabase(): void {
  const socket = findPostmaster(placeOfCluster(env().DATA_DIR))?.socket
  if (!socket) throw new Error('The server of the journeys does not run.')
  provideEnv({
    DATABASE_URL: socketUrl(socket, 'stocktake'),
    APP_URL: `http://localhost:${env().PORT}`,
  })
}
