import pg from 'pg'
import { BackupRefused } from './manifest'

const SCHEMA = 'current_schema()::regnamespace'

/**
 * Refuses to restore over tables of another program, and over people or sessions unless `replace` is set.
 * Holds everybody else off until the transaction ends.
 */
export async function refuseRestoreOver(client: pg.Client, replace: boolean): Promise<void> {
  const names = await namesOf(
    client,
    `SELECT relname FROM pg_class WHERE relnamespace = ${SCHEMA} AND relkind = 'r'`,
  )
  if (names.length === 0) return
  if (!names.includes('_prisma_migrations'))
    throw new BackupRefused(
      'The database has tables that Stocktake did not make: nothing was restored. Give it an empty database.',
    )
  const inUse = ['Person', 'Session'].filter((name) => names.includes(name))
  await client.query(
    `LOCK TABLE ${names.map(pg.escapeIdentifier).join(', ')} IN ACCESS EXCLUSIVE MODE`,
  )
  for (const name of inUse) {
    const { rowCount } = await client.query(`SELECT FROM ${pg.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount && !replace)
      throw new BackupRefused(
        'The database has people or sessions in it: nothing was restored. Add --replace to lose what is in it now, after a backup of that.',
      )
  }
}

/** Drops every table, view, sequence, function and type of the schema. */
export async function clearSchema(client: pg.Client): Promise<void> {
  const kinds: [string, string][] = [
    [
      'TABLE',
      `SELECT oid::regclass::text FROM pg_class WHERE relnamespace = ${SCHEMA} AND relkind = 'r'`,
    ],
    [
      'VIEW',
      `SELECT oid::regclass::text FROM pg_class WHERE relnamespace = ${SCHEMA} AND relkind = 'v'`,
    ],
    [
      'SEQUENCE',
      `SELECT oid::regclass::text FROM pg_class WHERE relnamespace = ${SCHEMA} AND relkind = 'S'`,
    ],
    [
      'FUNCTION',
      `SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = ${SCHEMA} AND prokind = 'f'`,
    ],
    [
      'TYPE',
      `SELECT oid::regtype::text FROM pg_type WHERE typnamespace = ${SCHEMA} AND typtype IN ('e', 'd')`,
    ],
  ]
  for (const [kind, query] of kinds) {
    const names = await namesOf(client, query)
    if (names.length > 0) await client.query(`DROP ${kind} IF EXISTS ${names.join(', ')} CASCADE`)
  }
}

/**
 * Ends the connections of a server that runs on this database, because its prepared statements name dropped tables; it
 * reconnects. If the role may not do so, the operator is told to restart the server.
 */
export async function endOldConnections(client: pg.Client): Promise<void> {
  await client
    .query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND application_name IN ('stocktake', 'stocktake live', 'stocktake clock')`)
    .catch(() => {})
}

async function namesOf(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text: query, rowMode: 'array' })
  return rows.map(([name]) => name)
}
