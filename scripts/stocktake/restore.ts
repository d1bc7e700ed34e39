import { BackupRefused } from '@/lib/db/backup/manifest'
import { restoreBackup } from '@/lib/db/backup/restore'
import { grantRows } from '@/lib/db/grants'
import { applyMigrations } from '@/lib/db/migrations'
import { withOwner } from './database'
import { argumentsOf, fileError, WrongUse } from './wrong-use'

export const usage = 'restore FILE [--replace]'

/** Restores a backup, whole or not at all, and applies the migrations that are later than it. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (!file || more.length) throw new WrongUse('Give one file.')
  const { madeAt, tables } = await withOwner(async ({ url, ownerUrl }) => {
    const manifest = await restoreBackup(ownerUrl, file, values)
    await applyMigrations(ownerUrl)
    await grantRows(ownerUrl, url)
    return manifest
  }).catch(fileError(BackupRefused))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${rows} rows of ${tables.length} tables were restored, as they were at ${madeAt}.`)
  console.log('If a server runs on this database, restart it now.')
}
