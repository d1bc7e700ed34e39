import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { CannotStart } from '@/lib/env'

/** The operating-system account that PostgreSQL runs as when the server itself is root. */
export type Account = { uid: number; gid: number; name: string }

/**
 * The account for PostgreSQL: null for the present user, unless that is root, as PostgreSQL refuses to run as root.
 * Then it is the owner of `folder` (so that a start by that person later finds its own data), or else `nobody`.
 */
export function databaseAccount(folder: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(folder).uid
  const account = (owner !== 0 && accountOf(String(owner))) || accountOf('nobody')
  if (account) return account
  throw new CannotStart(
    'PostgreSQL refuses to run as root and there is no user "nobody" here: start Stocktake as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the account (null: the present user) can enter the folder and read or run its files. */
export function canReach(account: Account | null, folder: string): boolean {
  if (!account) return true
  const { uid, gid } = account
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0" && test -r .', folder], { uid, gid, cwd: '/' }).status ===
    0
  )
}

function accountOf(user: string): Account | null {
  try {
    const ask = (option: string) =>
      execFileSync('id', [option, user], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    return { uid: Number(ask('-u')), gid: Number(ask('-g')), name: ask('-un') }
  } catch {
    return null
  }
}
