import { systemTransaction } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations'
import { grantRows } from '@/lib/db/grants'
import { exclusively } from '@/lib/db/reach'
import { provideEnv } from '@/lib/env'
import { loadDemonstration } from '@/lib/demonstration/load'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import type { StartedDatabase } from './database'
import { step } from './progress'

const PATIENCE = 120_000
const OWNS =
  '  The role of DATABASE_URL owns the tables: give MIGRATE_DATABASE_URL too, so that the server connects as a role that cannot change them (see .env.example).'

/**
 * Prepares the database for this version and makes `db` work on it: migrations, reference data, and in a new embedded
 * database the demonstration. Several instances may do this at once; a killed one leaves no partial work.
 */
export async function prepareDatabase({
  url,
  ownerUrl,
  secret,
  embedded,
}: StartedDatabase): Promise<void> {
  provideEnv({ DATABASE_URL: url, AUTH_SECRET: secret, DEMONSTRATION: String(embedded) })
  const applied = await applyMigrations(ownerUrl)
  if (applied.length) console.log(`  ✓ Migrations: ${applied.join(', ')}`)
  const { owns } = await grantRows(ownerUrl, url)
  if (owns) console.log(OWNS)
  await step(
    embedded ? 'Reference data and demonstration are there' : 'Reference data are there',
    () =>
      exclusively(url, 'first data', () =>
        systemTransaction(
          async (tx) => {
            await loadReferenceData(tx)
            if (embedded) await loadDemonstration(tx)
          },
          { timeout: PATIENCE },
        ),
      ),
  )
}
