import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach } from 'vitest'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { findPostmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'

/** A start of the server as a person does it: what it has said, and how it ended. */
export type Start = {
  process: ChildProcess
  said: () => string
  /** The address, once the server has said that it is ready. */
  ready: () => Promise<string>
  /** The exit code, once the program has ended. */
  ended: () => Promise<number | null>
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

const starts: Start[] = []
const folders: string[] = []

/** A folder for the data of one test, open to PostgreSQL's account unless the mode says otherwise. */
export function dataFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-machine-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

/** Starts the production build with these variables alone, on any free port. */
export function startServer(
  env: Record<string, string>,
  options: { uid?: number; gid?: number; command?: [string, ...string[]] } = {},
): Start {
  const [program, ...args] = options.command ?? [process.execPath, 'scripts/start.cjs']
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env
  const child = spawn(program, args, {
    env: { NODE_ENV: 'production', PATH, HOME, TMPDIR, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm does not pass SIGKILL on to what it started.
    detached: true,
    uid: options.uid,
    gid: options.gid,
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const closed = once(child, 'close') as Promise<[number | null]>
  const start: Start = {
    process: child,
    said: () => output,
    ready: () => untilReady(start),
    ended: async () => (await closed)[0],
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return start.ended()
    },
  }
  starts.push(start)
  return start
}

/** The PostgreSQL that runs on this data folder, or null. */
export const postgresOf = (dataDir: string) => findPostmaster(placeOfCluster(dataDir))

async function untilReady(start: Start): Promise<string> {
  for (;;) {
    const [, url] = /Stocktake is ready: (\S+)/.exec(start.said()) ?? []
    if (url) return url
    if (start.process.exitCode !== null) throw new Error(`It did not start:\n${start.said()}`)
    await pause(20)
  }
}

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
