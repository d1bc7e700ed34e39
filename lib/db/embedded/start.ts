import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '@/lib/env'
import { socketUrl, type StartedCluster, startCluster } from './cluster'
import type { ClusterPlan } from './plan'
import { findPostmaster, stopPostmaster } from './postmaster'

/** The embedded database while this process owns it. */
export type OwnedDatabase = StartedCluster & { url: string; stop: () => Promise<void> }

const DATABASE = 'stocktake'

// Two numbers that only this lock uses: "stocktake" and "owner" in letters' places.
const OWNER_LOCK = [19_201_503, 15_235_180] as const

/**
 * Starts the embedded database and becomes its only owner until `stop`, which also stops PostgreSQL.
 * A server left running by a killed owner is taken over. Throws CannotStart where another process
 * owns it, and leaves that one alone. If PostgreSQL dies under way, it is started and owned again;
 * `onLost` is told when that fails.
 */
export async function ownDatabase(
  plan: ClusterPlan,
  onLost: (error: unknown) => void,
): Promise<OwnedDatabase> {
  let stopping = false
  let lock: pg.Client
  const own = async (): Promise<StartedCluster> => {
    const { cluster, client } = await startAndLock(plan)
    lock = client
    client.once('end', () => {
      if (!stopping) own().catch(onLost)
    })
    return cluster
  }
  const cluster = await own()
  return {
    ...cluster,
    url: socketUrl(cluster.socket, DATABASE),
    stop: async () => {
      stopping = true
      // The lock is kept until PostgreSQL itself closes the connection: nobody takes over what is stopping.
      await stopPostmaster(plan.directory)
      await lock.end().catch(() => {})
      rmSync(cluster.socket, { recursive: true, force: true })
    },
  }
}

async function startAndLock(
  plan: ClusterPlan,
): Promise<{ cluster: StartedCluster; client: pg.Client }> {
  for (;;) {
    const cluster = await startCluster(plan)
    const client = await lockOwner(cluster.socket).catch(() => null)
    if (client) {
      await createDatabase(client)
      return { cluster, client }
    }
    if (client === undefined && findPostmaster(plan.directory)?.state === 'ready')
      throw new CannotStart(
        `Another Stocktake is running on the data in ${plan.directory}: stop that one first, or set DATA_DIR to a folder of its own.`,
      )
    await pause(100)
  }
}

/** A connection that holds the owner's lock, or undefined where another holds it. */
async function lockOwner(socket: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: socketUrl(socket, 'postgres'),
    application_name: 'stocktake owner',
  })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ owned: boolean }>(
    'select pg_try_advisory_lock($1, $2) as owned',
    [...OWNER_LOCK],
  )
  if (rows[0]?.owned) return client
  await client.end()
  return undefined
}

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (!found.rowCount) await client.query(`create database ${DATABASE}`)
}
