import pg from 'pg'
import { CannotStart } from '@/lib/env'

const OLDEST = 15

/** Checks that an external PostgreSQL can be used: reachable, new enough, in UTF-8. Otherwise throws CannotStart. */
export async function checkServer(databaseUrl: string, variable: string): Promise<void> {
  const { host, pathname } = new URL(databaseUrl)
  const place = `The database ${host}${pathname} of ${variable}`
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect().catch((error: unknown) => {
      throw new CannotStart(`${place} can't be reached: ${reasonOf(error)}.`)
    })
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "select current_setting('server_version') as version, current_setting('server_encoding') as encoding",
    )
    const { version = '', encoding = '' } = rows[0] ?? {}
    if (Number.parseInt(version, 10) < OLDEST)
      throw new CannotStart(
        `${place} is PostgreSQL ${version}: Stocktake needs ${OLDEST} or later.`,
      )
    if (encoding !== 'UTF8')
      throw new CannotStart(`${place} is encoded in ${encoding}: Stocktake needs UTF8.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Does the work while no other process does work of this name on the same database. */
export async function exclusively<T>(
  databaseUrl: string,
  name: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    options: '-c lock_timeout=2min',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`stocktake ${name}`])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A name with several addresses fails with several errors and without a common message. */
function reasonOf(error: unknown): string {
  const causes = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error]
  return [...new Set(causes.map((cause) => cause.message))].join('; ')
}
