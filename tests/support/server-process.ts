import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** A start of the server as a person does it: its output and its exit code. */
export type Start = {
  process: ChildProcess
  said: () => string
  /** The address, once the server has said that it is ready. */
  ready: () => Promise<string>
  /** The exit code, once the program has ended. */
  ended: () => Promise<number | null>
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export type StartOptions = { uid?: number; gid?: number; command?: [string, ...string[]] }

/** Starts the production build with these variables alone, on any free port. The caller must see that it ends. */
export function spawnServer(env: Record<string, string>, options: StartOptions = {}): Start {
  const [program, ...args] = options.command ?? [process.execPath, 'scripts/start.cjs']
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env
  const child = spawn(program, args, {
    env: { NODE_ENV: 'production', PATH, HOME, TMPDIR, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: npm does not forward SIGKILL to its children.
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
  return start
}

async function untilReady(start: Start): Promise<string> {
  for (;;) {
    const [, url] = /Stocktake is ready: (\S+)/.exec(start.said()) ?? []
    if (url) return url
    if (start.process.exitCode !== null) throw new Error(`It did not start:\n${start.said()}`)
    await pause(20)
  }
}
