import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startCluster, socketUrl } from '@/lib/db/embedded/cluster'
import { planCluster } from '@/lib/db/embedded/plan'
import { findPostmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'
import { closeDatabase } from '@/lib/db/client'
import { prepareDatabase } from '@/lib/startup/prepare'

/** The benchmark's own PostgreSQL, with the durability of the shipped one, and the place of its log. */
export type World = {
  url: string
  secret: string
  folder: string
  logs: string
  postmaster: number
  version: string
  stop: () => Promise<void>
}

/** Starts a cluster in a temporary folder and makes a migrated database in it; `stop` removes all of it. */
export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-bench-'))
  chmodSync(folder, 0o755)
  const plan = planCluster(folder)
  const stop = async () => {
    await closeDatabase()
    const socket = findPostmaster(plan.directory)?.socket
    await stopPostmaster(plan.directory, 10_000)
    for (const left of [plan.directory, folder, socket])
      if (left) rmSync(left, { recursive: true, force: true })
  }
  try {
    const { socket } = await startCluster(plan)
    const version = await makeDatabase(socketUrl(socket, 'postgres'))
    const url = socketUrl(socket, 'stocktake')
    const secret = 'a secret of the benchmark, long enough to pass'
    await prepareDatabase({ url, ownerUrl: url, secret, embedded: false, stop })
    const postmaster = findPostmaster(plan.directory)!.pid
    return {
      url,
      secret,
      folder,
      logs: path.join(plan.directory, 'log'),
      postmaster,
      version,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function makeDatabase(cluster: string): Promise<string> {
  const client = new pg.Client({ connectionString: cluster })
  await client.connect()
  try {
    await client.query('create database stocktake')
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]!.server_version
  } finally {
    await client.end()
  }
}
