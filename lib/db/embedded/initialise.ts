import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '@/lib/env'
import { publish } from './binaries'
import type { ClusterPlan } from './plan'
import { OWNER } from './roles'

const MAJOR_VERSION = '18'

/**
 * Makes the data folder if there is none, beside its place and renamed when finished, so that there
 * never is half a cluster. Says whether it made one. Refuses a folder of another version.
 */
export async function initialise(plan: ClusterPlan): Promise<boolean> {
  const { directory, programs, account, durable } = plan
  const versionFile = path.join(directory, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim()
    if (version === MAJOR_VERSION) return false
    throw new CannotStart(
      `The data in ${directory} were written by PostgreSQL ${version} and this Stocktake brings ${MAJOR_VERSION}: set DATABASE_URL to a PostgreSQL ${version} that serves them, or set DATA_DIR to a new folder.`,
    )
  }
  removeLeftovers(directory)
  const unfinished = `${directory}.new-${process.pid}`
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  if (account) chownSync(unfinished, account.uid, account.gid)
  try {
    await promisify(execFile)(
      path.join(programs, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${OWNER}`,
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      {
        cwd: unfinished,
        env: programEnvironment(),
        ...(account ? { uid: account.uid, gid: account.gid } : {}),
      },
    )
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    const output = String((error as { stderr?: string }).stderr || error)
      .trim()
      .split('\n')
    throw new CannotStart(
      `PostgreSQL could not make its data folder ${directory}: ${output.at(-1)}`,
    )
  }
  publish(unfinished, directory)
  return true
}

/** PostgreSQL's programs read many variables (PGDATA, PGPORT, LC_ALL …); none of the caller's reach them. */
export const programEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
})

/** Remains of starts that were killed while they made the folder. */
function removeLeftovers(directory: string): void {
  const parent = path.dirname(directory)
  const begins = `${path.basename(directory)}.new-`
  for (const name of existsSync(parent) ? readdirSync(parent) : [])
    if (name.startsWith(begins) && !isAlive(Number(name.slice(begins.length))))
      rmSync(path.join(parent, name), { recursive: true, force: true })
}

/** Whether a process of this number runs, of any user. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
