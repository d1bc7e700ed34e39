import { readFileSync } from 'node:fs'
import { writeBackup } from '@/lib/db/backup/backup'
import { BackupRefused } from '@/lib/db/backup/manifest'
import { verifyBackup } from '@/lib/db/backup/verify'
import { withOwner } from './database'
import { argumentsOf, fileError, WrongUse } from './wrong-use'

export const usage = 'backup FILE'

/** Writes everything into a new file, as it is at one moment, and reads the file again before it says so. */
export async function run(args: string[]): Promise<void> {
  const { positionals } = argumentsOf({ args, allowPositionals: true })
  const [file, ...more] = positionals
  if (!file || more.length) throw new WrongUse('Give one file.')
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  await withOwner(({ ownerUrl }) => writeBackup(ownerUrl, file, version)).catch(
    fileError(BackupRefused),
  )
  const { tables } = await verifyBackup(file)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${rows} rows of ${tables.length} tables were written to ${file}, and read again.`)
}
