import { closeDatabase, transaction } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations'
import { exclusively } from '@/lib/db/reach'
import { provideEnv } from '@/lib/env'
import { loadReferenceData } from '@/prisma/reference'
import type { StartedDatabase } from './database'

/**
 * Brings the database to what this version needs and makes `db` work on it: migrations and reference
 * data at every start, the demonstration when the embedded database is made. Several instances may
 * do this at once.
 */
export async function prepareDatabase(database: StartedDatabase): Promise<void> {
  provideEnv({ AUTH_SECRET: database.secret, DEMONSTRATION: String(database.embedded) })
  await database.makeOnce(async (url) => {
    provideEnv({ DATABASE_URL: url })
    await bringUpToDate(url)
    await closeDatabase()
  })
  provideEnv({ DATABASE_URL: database.url })
  await bringUpToDate(database.url)
}

async function bringUpToDate(url: string): Promise<void> {
  const applied = await applyMigrations(url)
  if (applied.length) console.log(`  ✓ Migrations: ${applied.join(', ')}`)
  await exclusively(url, 'reference data', () => transaction(loadReferenceData))
}
