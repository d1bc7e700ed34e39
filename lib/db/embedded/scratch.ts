import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { socketUrl, startCluster } from './cluster'
import { isAlive } from './initialise'
import { placeOfCluster, planCluster } from './plan'
import { findPostmaster, stopPostmaster } from './postmaster'

const FOLDER = /^stocktake-scratch-(\d+)-/

/** A separate cluster for tests and for comparing schemas. */
export type ScratchDatabase = { url: (database?: string) => string; stop: () => Promise<void> }

/** Starts a PostgreSQL in a temporary folder that promises nothing about power cuts; `stop` removes all of it. */
export async function startScratchDatabase(): Promise<ScratchDatabase> {
  await removeOrphans()
  const folder = mkdtempSync(path.join(tmpdir(), `stocktake-scratch-${process.pid}-`))
  chmodSync(folder, 0o755)
  const plan = { ...planCluster(folder), durable: false }
  const { socket } = await startCluster(plan)
  return {
    url: (database = 'postgres') => socketUrl(socket, database),
    stop: () => remove(folder, socket),
  }
}

/** Remains of killed programs: their process number is in the folder's name. */
async function removeOrphans(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = FOLDER.exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const folder = path.join(tmpdir(), name)
    // Another user's folders stay.
    await remove(folder, findPostmaster(placeOfCluster(folder))?.socket).catch(() => {})
  }
}

async function remove(folder: string, socket: string | undefined): Promise<void> {
  const directory = placeOfCluster(folder)
  await stopPostmaster(directory, 10_000)
  for (const leftover of [directory, folder, socket])
    if (leftover) rmSync(leftover, { recursive: true, force: true })
}
