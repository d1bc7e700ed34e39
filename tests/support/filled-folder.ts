import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { spawnServer } from './server-process'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder that a first start has filled and that nothing runs on; empty if it can't be copied. */
    filledFolder: string
  }
}

/** Lets the production build start once on new data and stop, for the tests that copy the folder. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-filled-'))
  chmodSync(folder, 0o755)
  const server = spawnServer({ DATA_DIR: folder })
  await server.ready()
  const code = await server.stop()
  if (code !== 0) throw new Error(`The first start did not stop well:\n${server.said()}`)
  const cluster = placeOfCluster(folder)
  project.provide('filledFolder', cluster.startsWith(folder) ? folder : '')
  return () => {
    for (const left of [cluster, folder]) rmSync(left, { recursive: true, force: true })
  }
}
