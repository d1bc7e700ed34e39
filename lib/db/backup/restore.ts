import pg from 'pg'
import { createNotes, readMigrations } from '@/lib/db/migrations'
import { loadTables } from './load'
import { BackupRefused, type Manifest } from './manifest'
import { clearSchema, endOldConnections, refuseRestoreOver } from './schema'
import { verifyBackup } from './verify'

/**
 * Restores a backup in one transaction, whole or not at all: makes the tables by the migrations that made
 * the backup's, loads every row and has PostgreSQL check every foreign key. Throws BackupRefused for a
 * file that `verifyBackup` refuses, and for a database with people or sessions in it unless `replace` is
 * set. `databaseUrl` is the address for the owner of the tables. The caller applies later migrations.
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  { replace }: { replace: boolean },
): Promise<Manifest> {
  const manifest = await verifyBackup(file)
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'stocktake restore',
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=UTC -c lock_timeout=1min',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN')
    await refuseRestoreOver(client, replace)
    await clearSchema(client)
    await createTables(client, manifest)
    const keys = await dropForeignKeys(client)
    for (const { name } of manifest.tables)
      await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} DISABLE TRIGGER USER`)
    await loadTables(client, file, manifest)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const { name, last } of manifest.sequences)
      if (last)
        await client.query('SELECT setval($1::regclass, $2)', [pg.escapeIdentifier(name), last])
    for (const { name } of manifest.tables)
      await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ENABLE TRIGGER USER`)
    for (const key of keys) await client.query(key)
    await client.query('COMMIT')
    await endOldConnections(client)
    return manifest
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    if (error instanceof pg.DatabaseError)
      throw new BackupRefused(`Nothing was restored: ${error.message}.`, { cause: error })
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function createTables(client: pg.Client, { migrations }: Manifest): Promise<void> {
  await createNotes(client)
  const names = new Set(migrations.map(({ name }) => name))
  for (const { name, sql } of readMigrations()) if (names.has(name)) await client.query(sql)
}

/** Drops the foreign keys, since tables refer to each other in circles, and returns how each is made again. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`)
  const constraints = rows.map((row) => ({ ...row, name: pg.escapeIdentifier(row.name) }))
  for (const { table, name } of constraints)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  return constraints.map(
    ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
  )
}
