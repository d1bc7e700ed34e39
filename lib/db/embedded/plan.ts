import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CannotStart } from '@/lib/env'
import { type Account, canReach, databaseAccount } from './account'
import { ELSEWHERE, programsFor } from './binaries'

/** The folder of a cluster, its programs and its account; `durable: false` is for tests only. */
export type ClusterPlan = {
  directory: string
  programs: string
  account: Account | null
  durable: boolean
}

/**
 * The folder and the account of the embedded database of this data folder. The folder is `<data folder>/postgres`,
 * unless the server is root and PostgreSQL's account can't enter the folder; then it is a separate folder under
 * /var/lib/stocktake, remembered in `postgres-at`.
 */
export function planCluster(dataDir: string): ClusterPlan {
  const home = path.resolve(dataDir)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const place = placeOfCluster(home)
  const account = databaseAccount(existsSync(place) ? place : path.dirname(home))
  const directory = existsSync(place) || canReach(account, home) ? place : chooseElsewhere(home)
  refuseForeignData(directory)
  return { directory, programs: programsFor(account), account, durable: true }
}

/** The cluster's folder of this data folder, whether it was made yet or not. */
export function placeOfCluster(dataDir: string): string {
  const note = path.resolve(dataDir, 'postgres-at')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : path.resolve(dataDir, 'postgres')
}

function chooseElsewhere(home: string): string {
  const name = `${path.basename(path.dirname(home))}-${randomBytes(4).toString('hex')}`
  const directory = path.join(ELSEWHERE, name.replace(/[^\w.-]/g, '_'))
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
  writeFileSync(path.join(home, 'postgres-at'), `${directory}\n`)
  return directory
}

function refuseForeignData(directory: string): void {
  const me = process.getuid?.()
  if (!existsSync(directory) || me === 0 || statSync(directory).uid === me) return
  throw new CannotStart(
    `The database in ${directory} belongs to another user (a start as root, perhaps): start Stocktake as that user, or set DATA_DIR to a new folder.`,
  )
}
