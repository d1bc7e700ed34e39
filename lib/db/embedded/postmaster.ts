import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A PostgreSQL server that runs on a data folder. */
type Postmaster = { pid: number; socket: string; state: string }

/** The server that runs on this data folder now, as its lock file and the process table tell, or null. */
export function findPostmaster(directory: string): Postmaster | null {
  const lines = readLock(path.join(directory, 'postmaster.pid'))
  if (!lines) return null
  const pid = Number(lines[0])
  if (!isPostgres(pid)) return null
  return { pid, socket: lines[4] ?? '', state: (lines[7] ?? 'starting').trim() }
}

/** Stops the server in PostgreSQL's fast way, waiting for it no longer than `patience` milliseconds. */
export async function stopPostmaster(directory: string, patience = 3_500): Promise<void> {
  const running = findPostmaster(directory)
  if (!running) return
  try {
    process.kill(running.pid, 'SIGINT')
  } catch (error) {
    if (!has(error, 'ESRCH')) throw error
  }
  for (const end = Date.now() + patience; Date.now() < end && findPostmaster(directory); )
    await pause(20)
}

/** The lines of the lock file; null if there is none, also if the server removes it just now. */
function readLock(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (has(error, 'ENOENT')) return null
    throw error
  }
}

const has = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

/** Whether this process is a PostgreSQL: after a crash or a reboot another program may have its number. */
export function isPostgres(pid: number): boolean {
  try {
    if (!(pid > 0) || !process.kill(pid, 0)) return false
  } catch (error) {
    if (has(error, 'ESRCH')) return false
  }
  const onLinux = `/proc/${pid}/cmdline`
  try {
    const command = existsSync(onLinux)
      ? readFileSync(onLinux, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres')
  } catch {
    return false
  }
}
