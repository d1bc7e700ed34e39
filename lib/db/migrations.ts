import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { CannotStart } from '@/lib/env'

export const MIGRATIONS = path.join('prisma', 'migrations')

/** The lock that `prisma migrate deploy` takes, so that it and a start wait for each other. */
const PRISMA_LOCK = 72_707_369

const PATIENCE = '2min'

const NOTES_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

type Migration = { name: string; sql: string; checksum: string }

/**
 * Applies the migrations that the database lacks, in the order of their names, and returns those names.
 * Each migration and its row in `_prisma_migrations` are one transaction, so a start that is killed
 * leaves nothing half done. An advisory lock lets one instance work at a time. Throws CannotStart with
 * the migration's name if it fails, and for a database that a later version has migrated.
 */
export async function applyMigrations(
  databaseUrl: string,
  directory = MIGRATIONS,
): Promise<string[]> {
  const migrations = readMigrations(directory)
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'stocktake migrations',
    options: `-c lock_timeout=${PATIENCE}`,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]).catch(explainLock)
    await requireOwnTables(client)
    await createNotes(client)
    const notes = await readNotes(client)
    requireKnown(migrations, notes)
    const newMigrations = migrations.filter(({ name }) => !notes.finished.has(name))
    for (const migration of newMigrations)
      await apply(client, migration, notes.begun.has(migration.name))
    return newMigrations.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Makes the table in which applied migrations are noted, if it is missing. */
export const createNotes = (client: pg.Client) => client.query(NOTES_TABLE)

/** The migrations as they lie in the folder, in the order in which they are applied. */
export function readMigrations(directory = MIGRATIONS): Migration[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Names of applied migrations, and of those that an earlier version of Stocktake began and noted neither as
 * finished nor, with a log, as failed: that start was killed.
 */
type Notes = { finished: Set<string>; begun: Set<string> }

async function readNotes(client: pg.Client): Promise<Notes> {
  const { rows } = await client.query<{ name: string; finished: boolean; failed: boolean }>(`
    SELECT migration_name AS name, finished_at IS NOT NULL AS finished, logs IS NOT NULL AS failed
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`)
  const names = (subset: typeof rows) => new Set(subset.map(({ name }) => name))
  return {
    finished: names(rows.filter(({ finished }) => finished)),
    begun: names(rows.filter(({ finished, failed }) => !finished && !failed)),
  }
}

/** Applies one migration and notes it, in one transaction. */
async function apply(client: pg.Client, migration: Migration, wasBegun: boolean): Promise<void> {
  const { name, sql, checksum } = migration
  await client.query('BEGIN')
  try {
    await client.query('SAVEPOINT migration')
    await client.query(sql).catch(async (error: pg.DatabaseError) => {
      // An earlier version noted the end after it had committed the whole file.
      if (!wasBegun || !DUPLICATE.has(error.code ?? '')) throw error
      await client.query('ROLLBACK TO SAVEPOINT migration')
    })
    await client.query(
      'DELETE FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NULL',
      [name],
    )
    await client.query(
      `INSERT INTO _prisma_migrations
        (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new CannotStart(
      `The migration ${name} failed and nothing of it was kept: ${(error as Error).message}. The data are as they were: start the version of Stocktake that you had before, or mend the cause and start again.`,
    )
  }
}

/** duplicate_table, duplicate_column, duplicate_object, duplicate_schema, duplicate_function. */
const DUPLICATE = new Set(['42P07', '42701', '42710', '42P06', '42723'])

function requireKnown(migrations: readonly Migration[], { finished }: Notes): void {
  const knownNames = new Set(migrations.map(({ name }) => name))
  const unknown = [...finished].filter((name) => !knownNames.has(name))
  if (unknown.length > 0)
    throw new CannotStart(
      `The database was migrated by a later version of Stocktake (${unknown.join(', ')}): start that version, or restore a backup of before.`,
    )
}

async function requireOwnTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  if (rows.length > 0 && !rows.some(({ name }) => name === '_prisma_migrations'))
    throw new CannotStart(
      'The database has tables that Stocktake did not make: set DATABASE_URL to an empty database.',
    )
}

function explainLock(error: pg.DatabaseError): never {
  const LOCK_NOT_AVAILABLE = '55P03'
  if (error.code !== LOCK_NOT_AVAILABLE) throw error
  throw new CannotStart(
    'Another start has been migrating this database for over two minutes: wait until it is done, or stop it, and start again.',
  )
}
