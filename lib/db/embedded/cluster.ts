import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '@/lib/env'
import type { Account } from './account'
import { initialise, programEnvironment } from './initialise'
import type { ClusterPlan } from './plan'
import { findPostmaster } from './postmaster'
import { OWNER } from './roles'
import { makeSocketFolder, removeSocketFolder } from './socket'

/** The result of a start: the folder of its socket, and whether the data folder is new. */
export type StartedCluster = { socket: string; fresh: boolean; foundRunning: boolean }

const PATIENCE = 60_000
const RETRIES_FOR = 10_000

/**
 * Starts PostgreSQL on the plan's folder, making the folder first if there is none, and returns when it takes
 * connections. A running server is used as it is; a server that is stopping or recovering from a crash is waited for.
 * Throws CannotStart with PostgreSQL's message.
 */
export async function startCluster(plan: ClusterPlan): Promise<StartedCluster> {
  const fresh = await initialise(plan)
  const begun = Date.now()
  for (let launched = false; ; await pause(20)) {
    const running = findPostmaster(plan.directory)
    if (running?.state === 'ready')
      return { socket: running.socket, fresh, foundRunning: !launched }
    if (Date.now() - begun > PATIENCE)
      throw new CannotStart(complaint(plan, 'it took over a minute'))
    if (running) continue
    if (launched && Date.now() - begun > RETRIES_FOR)
      throw new CannotStart(complaint(plan, lastWords(plan)))
    // Briefly after a crash the dead server's children still hold its memory: try again until they are gone.
    launched = true
    await launch(plan)
  }
}

/** The address of a database of the cluster with its socket in this folder; for its owner unless a role is named. */
export const socketUrl = (socket: string, database: string, role = OWNER): string =>
  `postgresql://${role}@localhost:5432/${database}?host=${encodeURIComponent(socket)}`

/** Starts the server and returns when it is ready or has ended. It outlives this process if that is killed. */
async function launch({ directory, programs, account, durable }: ClusterPlan): Promise<void> {
  rmSync(path.join(directory, 'postmaster.pid'), { force: true })
  const socket = makeSocketFolder(directory, account)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? LOG_FILES : WITHOUT_SAFETY),
  }
  const log = openSync(path.join(directory, 'start.log'), 'w')
  const server = spawn(
    path.join(programs, 'postgres'),
    [
      '-D',
      directory,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      detached: true,
      cwd: directory,
      env: programEnvironment(),
      stdio: ['ignore', log, log],
      ...ids(account),
    },
  )
  closeSync(log)
  let ended = false
  server.on('error', () => (ended = true)).on('exit', () => (ended = true))
  server.unref()
  while (!ended && findPostmaster(directory)?.state !== 'ready') await pause(10)
  server.removeAllListeners()
  if (!ended) return
  removeSocketFolder(socket)
  await pause(200)
}

const LOG_FILES = {
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  // Without the details, which repeat the row that was refused: a draft's text must not be logged.
  log_error_verbosity: 'terse',
}

const WITHOUT_SAFETY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

const ids = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {})

const complaint = (plan: ClusterPlan, reason: string) =>
  `PostgreSQL did not start on ${plan.directory}: ${reason}`

function lastWords({ directory }: ClusterPlan): string {
  const log = path.join(directory, 'start.log')
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  return (
    lines.filter((line) => /FATAL|PANIC|ERROR|could not/.test(line)).at(-1) ??
    lines.at(-1) ??
    'no reason was given'
  )
}
