import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { planCluster } from '@/lib/db/embedded/plan'
import { type BenchRow, below } from './report'
import { freePort } from './servers'

const PATIENCE = 600_000

export const about =
  'A clone of what is committed, in an empty folder: `npm start` installs the packages from the registry, builds, makes the database and loads the demonstration. Seconds until the first page is answered; the second start finds all of that.'

/** Measures the first and the second `npm start` of a fresh clone, and the duration of a stop. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-start-'))
  try {
    execFileSync('git', ['clone', '--quiet', '.', folder])
    const first = await startAndStop(folder)
    const second = await startAndStop(folder)
    return [
      below('first `npm start`', first.started, 240_000, seconds),
      below('second `npm start`', second.started, 5_000, seconds),
      below('stopping', second.stopped, 5_000, seconds),
    ]
  } finally {
    rmSync(planCluster(path.join(folder, '.data')).directory, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startAndStop(folder: string): Promise<{ started: number; stopped: number }> {
  const port = await freePort()
  const begun = performance.now()
  const { PATH, HOME } = process.env
  // The benchmark's own variables, NODE_ENV above all, must not reach a first start.
  const env = { PATH, HOME, PORT: String(port) } as unknown as NodeJS.ProcessEnv
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await isAnswered(`http://localhost:${port}/`))) {
    if (child.exitCode !== null || performance.now() - begun > PATIENCE)
      throw new Error(`npm start in ${folder} did not answer.`)
    await pause(50)
  }
  const started = performance.now() - begun
  const note = readFileSync(path.join(folder, '.data/server.json'), 'utf8')
  process.kill((JSON.parse(note) as { pid: number }).pid, 'SIGTERM')
  await ended
  return { started, stopped: performance.now() - begun - started }
}

const isAnswered = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

const seconds = (milliseconds: number) =>
  `${(milliseconds / 1000).toLocaleString('en', { maximumFractionDigits: 2 })} s`
