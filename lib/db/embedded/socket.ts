import { createHash } from 'node:crypto'
import {
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CannotStart } from '@/lib/env'
import type { Account } from './account'
import { isPostgres } from './postmaster'

const FOLDER = /^stocktake-([A-Za-z0-9]{6}|[0-9a-f]{16})$/
const SOCKET = '.s.PGSQL.5432'
const LOCK = `${SOCKET}.lock`
/** A start takes less than this from making the folder to PostgreSQL's lock file in it. */
const YOUNG = 60_000

/** The database's address: PostgreSQL takes no more than 107 bytes for a socket's path. */
const parent = () => (tmpdir().length < 60 ? tmpdir() : '/tmp')

/**
 * Makes the folder for the socket of the cluster in `directory` and returns its path. The path depends on
 * `directory` alone, so that open pools reach a server that was started again. Folders that killed
 * servers left in the temporary directory are removed.
 */
export function makeSocketFolder(directory: string, account: Account | null): string {
  removeAbandoned()
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16)
  const folder = path.join(parent(), `stocktake-${name}`)
  mkdirSync(folder, { mode: 0o700, recursive: true })
  const { uid } = lstatSync(folder)
  const owners = [process.getuid?.(), account?.uid]
  if (!lstatSync(folder).isDirectory() || !owners.includes(uid))
    throw new CannotStart(
      `The folder ${folder} belongs to another user: remove it, or set TMPDIR to a folder of your own.`,
    )
  if (account) chownSync(folder, account.uid, account.gid)
  // The process number in a lock file of before a crash or a reboot may be another program's now.
  if (!isServed(folder))
    for (const file of [SOCKET, LOCK]) rmSync(path.join(folder, file), { force: true })
  return folder
}

/** Removes the folder if no server has its socket there. */
export function removeSocketFolder(folder: string): void {
  if (isServed(folder)) return
  try {
    for (const file of [SOCKET, LOCK]) rmSync(path.join(folder, file), { force: true })
    rmdirSync(folder)
  } catch {
    // The folder is gone, or another start makes its socket there just now.
  }
}

function removeAbandoned(): void {
  for (const name of readdirSync(parent()).filter((entry) => FOLDER.test(entry))) {
    const folder = path.join(parent(), name)
    try {
      const { mtimeMs } = lstatSync(folder)
      const files = readdirSync(folder).filter((file) => file !== SOCKET && file !== LOCK)
      if (files.length === 0 && Date.now() - mtimeMs > YOUNG) removeSocketFolder(folder)
    } catch {
      // Another user owns the folder, or another start removed it.
    }
  }
}

function isServed(folder: string): boolean {
  try {
    return isPostgres(Number(readFileSync(path.join(folder, LOCK), 'utf8').split('\n')[0]))
  } catch {
    return false
  }
}
