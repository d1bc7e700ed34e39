import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '@/lib/env'
import { socketUrl, type StartedCluster, startCluster } from './cluster'
import type { ClusterPlan } from './plan'
import { findPostmaster, stopPostmaster } from './postmaster'
import { APPLICATION } from './roles'
import { removeSocketFolder } from './socket'

/**
 * The embedded database while this process owns it: its address for the application, with a role that reads and writes
 * rows, and for migrations, with a role that owns the tables.
 */
type OwnedDatabase = StartedCluster & {
  url: string
  ownerUrl: string
  stop: () => Promise<void>
}

/** Another process owns the database. */
class OwnedElsewhere extends CannotStart {}

const DATABASE = 'stocktake'

// Two numbers that only this lock uses: "stocktake" and "owner" in letters' places.
const OWNER_LOCK = [19_201_503, 15_235_180] as const

const FIRST_WAIT = 250
const LONGEST_WAIT = 30_000
/** A server that served for this long did not die of the cause of the earlier death. */
const STEADY = 60_000

/**
 * Starts the embedded database and becomes its only owner until `stop`, which also stops PostgreSQL. A server left
 * running by a killed owner is taken over. Throws CannotStart if another process owns it, and leaves that one alone. If
 * PostgreSQL dies, it is started again at the same address, with growing delays while that fails; `onLost` is told if
 * another process came to own it meanwhile.
 */
export async function ownDatabase(
  plan: ClusterPlan,
  onLost: (error: unknown) => void,
): Promise<OwnedDatabase> {
  let stopping = false
  let lock: pg.Client
  let wait = 0
  const startOwned = async (): Promise<StartedCluster> => {
    const { cluster, client } = await startAndLock(plan)
    const since = Date.now()
    lock = client
    client.once('end', () => {
      if (stopping) return
      if (Date.now() - since > STEADY) wait = 0
      console.error('The connection to PostgreSQL was lost: it is started again if it has ended.')
      void regain()
    })
    return cluster
  }
  const regain = async (): Promise<void> => {
    await pause(wait)
    wait = Math.min(LONGEST_WAIT, wait * 2 || FIRST_WAIT)
    if (stopping) return
    try {
      await startOwned()
      console.error('PostgreSQL is ready again.')
    } catch (error) {
      if (error instanceof OwnedElsewhere) return onLost(error)
      console.error(error instanceof CannotStart ? error.message : error)
      await regain()
    }
  }
  const cluster = await startOwned()
  return {
    ...cluster,
    url: socketUrl(cluster.socket, DATABASE, APPLICATION),
    ownerUrl: socketUrl(cluster.socket, DATABASE),
    stop: async () => {
      stopping = true
      // The lock is kept until PostgreSQL itself closes the connection: nobody takes over a stopping server.
      await stopPostmaster(plan.directory)
      await lock.end().catch(() => {})
      removeSocketFolder(cluster.socket)
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
      throw new OwnedElsewhere(
        `Another Stocktake is running on the data in ${plan.directory}: stop that one first, or set DATA_DIR to a folder of its own.`,
      )
    await pause(100)
  }
}

/** A connection that holds the owner's lock, or undefined if another holds it. */
async function lockOwner(socket: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: socketUrl(socket, 'postgres'),
    application_name: 'stocktake owner',
    connectionTimeoutMillis: 10_000,
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

/** Makes the database and the application's role if they are missing: folders of earlier versions lack the role. */
async function createDatabase(client: pg.Client): Promise<void> {
  const database = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (!database.rowCount) await client.query(`create database ${DATABASE}`)
  const role = await client.query('select from pg_roles where rolname = $1', [APPLICATION])
  if (!role.rowCount) await client.query(`create role ${APPLICATION} login`)
}
