import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { get } from './load'
import type { World } from './world'

const STATEMENT = /^stocktake LOG:\s+(?:statement|execute [^:]*):/gm

/**
 * Counts the statements that Stocktake sends to the database for one request of each address, by
 * PostgreSQL's own log. The least of five, as work in the background may fall into one.
 */
export async function countQueries(
  world: World,
  addresses: readonly string[],
  cookie: string,
): Promise<number[]> {
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  const set = async (statement: string) => {
    await client.query(`alter system ${statement}`)
    await client.query('select pg_reload_conf()')
    await pause(300)
  }
  try {
    await set(`set log_line_prefix = '%a '`)
    await set(`set log_statement = 'all'`)
    const counts: number[] = []
    for (const address of addresses) {
      const seen: number[] = []
      for (let time = 0; time < 5; time++) {
        const before = statements(world.logs)
        await get(address, cookie)
        await pause(100)
        seen.push(statements(world.logs) - before)
      }
      counts.push(Math.min(...seen))
    }
    return counts
  } finally {
    await set('reset log_statement')
    await client.end()
  }
}

const statements = (logs: string): number =>
  readdirSync(logs).reduce(
    (sum, name) =>
      sum + (readFileSync(path.join(logs, name), 'utf8').match(STATEMENT)?.length ?? 0),
    0,
  )
