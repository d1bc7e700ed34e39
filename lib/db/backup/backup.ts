import { existsSync, renameSync, rmSync } from 'node:fs'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { createHash } from 'node:crypto'
import { createArchive } from './archive'
import { BackupRefused, MANIFEST, type Manifest, placeOf, SEAL } from './manifest'

/**
 * Writes the whole database into a new file, as it was at one moment; others read and write meanwhile. The file has its
 * name only when it is whole. Returns its manifest. Needs a role that reads every table.
 */
export async function writeBackup(
  databaseUrl: string,
  file: string,
  version: string,
): Promise<Manifest> {
  if (existsSync(file)) throw new BackupRefused(`${file} exists already: name a new file.`)
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'stocktake backup',
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=UTC',
  })
  client.on('error', () => {})
  await client.connect()
  const unfinished = `${file}.unfinished-${process.pid}`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const archive = createArchive(unfinished)
    const tables: Manifest['tables'] = []
    for (const { name, columns } of await listTables(client)) {
      const rows = client.query(copyTo(`COPY ${copied(name, columns)} TO STDOUT`))
      const sha256 = await archive.add(placeOf(name), rows)
      tables.push({ name, columns, rows: rows.rowCount, sha256 })
    }
    const manifest: Manifest = {
      format: 'stocktake backup 1',
      version,
      ...(await describe(client)),
      tables,
      sequences: await listSequences(client),
    }
    const text = JSON.stringify(manifest, null, 2)
    await archive.add(MANIFEST, text)
    await archive.add(SEAL, createHash('sha256').update(text).digest('hex'))
    await archive.close()
    renameSync(unfinished, file)
    return manifest
  } finally {
    rmSync(unfinished, { force: true })
    await client.end().catch(() => {})
  }
}

/** A table and its columns as COPY names them. */
export const copied = (table: string, columns: readonly string[]): string =>
  `${pg.escapeIdentifier(table)} (${columns.map(pg.escapeIdentifier).join(', ')})`

async function listTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
      AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname ORDER BY relname`)
  return rows
}

async function listSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string | null }>(`
    SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = current_schema() ORDER BY sequencename`)
  return rows
}

async function describe(
  client: pg.Client,
): Promise<Pick<Manifest, 'postgres' | 'madeAt' | 'migrations'>> {
  const { rows } = await client.query<{ postgres: string; now: Date; ours: boolean }>(`
    SELECT current_setting('server_version') AS postgres, now(),
           to_regclass('_prisma_migrations') IS NOT NULL AS ours`)
  const { postgres, now, ours } = rows[0]!
  const { rows: migrations } = ours
    ? await client.query<Manifest['migrations'][number]>(`
        SELECT migration_name AS name, checksum FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`)
    : { rows: [] }
  if (migrations.length === 0)
    throw new BackupRefused('The database is empty: there is nothing to back up.')
  return { postgres, madeAt: now.toISOString(), migrations }
}
