import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { socketUrl, startCluster } from './cluster'
import { planCluster } from './plan'
import { stopPostmaster } from './postmaster'

/** A cluster of its own for tests and for comparing schemas. */
export type ScratchDatabase = { url: (database?: string) => string; stop: () => Promise<void> }

/** Starts a PostgreSQL in a temporary folder that promises nothing about power cuts; `stop` removes all of it. */
export async function startScratchDatabase(): Promise<ScratchDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-scratch-'))
  chmodSync(folder, 0o755)
  const plan = { ...planCluster(folder), durable: false }
  const { socket } = await startCluster(plan)
  return {
    url: (database = 'postgres') => socketUrl(socket, database),
    stop: async () => {
      await stopPostmaster(plan.directory, 10_000)
      for (const left of [plan.directory, folder, socket])
        rmSync(left, { recursive: true, force: true })
    },
  }
}
