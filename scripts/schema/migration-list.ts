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
