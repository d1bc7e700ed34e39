import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, inject } from 'vitest'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { findPostmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'
import { spawnServer, type Start, type StartOptions } from './server-process'

export type { Start } from './server-process'

const starts: Start[] = []
const folders: string[] = []

/** A folder for the data of one test, open to PostgreSQL's account unless the mode says otherwise. */
export function dataFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-machine-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

/**
 * A data folder as a first start leaves it when it is stopped, with the demonstration. It is a copy, as the first start
 * takes several times as long as the next one: for a test that is not about the first start itself.
 */
export function filledFolder(): string {
  const folder = dataFolder()
  const filled = inject('filledFolder')
  if (filled) execFileSync('cp', ['-a', `${filled}/.`, folder])
  return folder
}

/** Starts the production build with these variables alone, on any free port; it ends with the test. */
export function startServer(env: Record<string, string>, options: StartOptions = {}): Start {
  const start = spawnServer(env, options)
  starts.push(start)
  return start
}

/** The PostgreSQL that runs on this data folder, or null. */
export const postgresOf = (dataDir: string) => findPostmaster(placeOfCluster(dataDir))

afterEach(async () => {
  for (const { process: child, ended } of starts.splice(0)) {
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGKILL')
    await ended()
  }
  for (const folder of folders.splice(0)) {
    const cluster = placeOfCluster(folder)
    await stopPostmaster(cluster, 5_000)
    for (const left of [cluster, folder]) rmSync(left, { recursive: true, force: true })
  }
})

/** Runs `npm run stocktake` with these arguments to its end. */
export async function stocktake(env: Record<string, string>, ...args: string[]) {
  const program = startServer(env, {
    command: [process.execPath, 'scripts/stocktake.cjs', ...args],
  })
  return { code: await program.ended(), output: program.said() }
}
