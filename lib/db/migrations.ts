import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { CannotStart } from '@/lib/env'
import { openSchemaEngine } from './schema-engine'

const DIRECTORY = path.join('prisma', 'migrations')

/** No table and no enumeration of the database is anyone else's. */
export const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that the database lacks and returns their names. Several instances may do
 * this at once: an advisory lock lets one work and the others find nothing left. A failed migration
 * throws CannotStart with its name, and so does a database that a failed one has left behind.
 */
export async function applyMigrations(
  databaseUrl: string,
  directory = DIRECTORY,
): Promise<string[]> {
  const migrationsList = readMigrations(directory)
  const names = migrationsList.migrationDirectories.map((migration) => migration.path)
  if (await hasApplied(databaseUrl, names)) return []
  const { engine, close } = await openSchemaEngine(databaseUrl)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: NOTHING_EXTERNAL,
    })
    return appliedMigrationNames
  } catch (error) {
    throw new CannotStart(explain(error))
  } finally {
    await close()
  }
}

/**
 * Whether these migrations are applied and none has failed: nearly every start finds it so, and then has
 * no need of the engine, which takes half a second and memory that the server would keep.
 */
async function hasApplied(connectionString: string, names: readonly string[]): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; finished: boolean }>(`
      SELECT migration_name AS name, finished_at IS NOT NULL AS finished
      FROM _prisma_migrations WHERE rolled_back_at IS NULL`)
    const applied = new Set(rows.map(({ name }) => name))
    return rows.every(({ finished }) => finished) && names.every((name) => applied.has(name))
  } catch (error) {
    if ((error as pg.DatabaseError).code === UNDEFINED_TABLE) return false
    throw error
  } finally {
    await client.end()
  }
}
const UNDEFINED_TABLE = '42P01'

/** One sentence of what the engine says over many lines, with the name of the migration in it. */
function explain(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  const name = /migration_name="([^"]+)"/.exec(said)?.[1]
  if (name)
    return `The migration ${name} failed and nothing of it was kept: ${said.split('\n')[1] ?? said}`
  const earlier = /The `([^`]+)` migration started at .* failed/.exec(said)?.[1]
  if (earlier)
    return `The migration ${earlier} failed at an earlier start: mend what stopped it, delete its row from the table _prisma_migrations, and start again.`
  return said
}

/** The migrations as they lie in the folder, in the form that the engine takes. */
export function readMigrations(directory = DIRECTORY): MigrationList {
  const baseDir = path.resolve(directory)
  const lockfile = path.join(baseDir, 'migration_lock.toml')
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : []
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  }
}
