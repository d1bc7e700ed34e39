import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { readMigrations } from '@/lib/db/migrations'

/** No table and no enumeration of the database is anyone else's. */
export const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] }

/** The migrations of a folder in the form that Prisma's schema engine takes. */
export function migrationList(directory = path.join('prisma', 'migrations')): MigrationList {
  const baseDir = path.resolve(directory)
  const lockfile = path.join(baseDir, 'migration_lock.toml')
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(directory).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/**
 * The name of a migration that comes after the last one. Names begin with a time, and migrations are applied in the
 * order of their names: a clock behind that of the last writer would put a migration before those that it needs.
 */
export function nameAfter(last: string | undefined, name: string): string {
  if (!last || name > last) return name
  const [year, month, day, hour, minute, second] = last
    .slice(0, 14)
    .match(/^\d{4}|\d{2}/g)!
    .map(Number)
  const next = new Date(Date.UTC(year!, month! - 1, day, hour, minute, second! + 1))
  return `${next.toISOString().replace(/\D/g, '').slice(0, 14)}${name.slice(14)}`
}
