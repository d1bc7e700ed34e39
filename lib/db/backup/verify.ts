import { createHash, type Hash } from 'node:crypto'
import { readMigrations } from '@/lib/db/migrations'
import { readArchive } from './archive'
import { BackupRefused, MANIFEST, Manifest, placeOf, SEAL } from './manifest'

/**
 * Reads a whole backup and returns its manifest. Throws BackupRefused, with a sentence, if the file is damaged or
 * incomplete, if a hash differs, or if a later version of Stocktake wrote it.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const hashes = new Map<string, Hash>()
  const texts = new Map<string, string>([
    [MANIFEST, ''],
    [SEAL, ''],
  ])
  for await (const { name, chunk } of readArchive(file)) {
    const hash = hashes.get(name) ?? createHash('sha256')
    hashes.set(name, hash.update(chunk))
    if (texts.has(name)) texts.set(name, texts.get(name)! + Buffer.from(chunk).toString())
  }
  const digests = new Map([...hashes].map(([name, hash]) => [name, hash.digest('hex')]))
  if (!digests.has(MANIFEST) || digests.get(MANIFEST) !== texts.get(SEAL))
    throw new BackupRefused(`${file} is damaged or incomplete: its manifest is not whole.`)
  const manifest = Manifest.safeParse(JSON.parse(texts.get(MANIFEST)!))
  if (!manifest.success)
    throw new BackupRefused(`${file} was written in a form that this version does not know.`)
  for (const { name, sha256 } of manifest.data.tables)
    if (digests.get(placeOf(name)) !== sha256)
      throw new BackupRefused(`${file} is damaged: the data of "${name}" fail their hash.`)
  requireKnownMigrations(file, manifest.data)
  return manifest.data
}

function requireKnownMigrations(file: string, { migrations, version }: Manifest): void {
  const checksums = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]))
  const later = migrations.filter(({ name }) => !checksums.has(name))
  if (later.length > 0)
    throw new BackupRefused(
      `${file} was written by a later version of Stocktake (${version}; it has the migration ${later[0]!.name}): restore it with that version.`,
    )
  const changed = migrations.find(({ name, checksum }) => checksums.get(name) !== checksum)
  if (changed)
    throw new BackupRefused(
      `${file} was written by another version of Stocktake: its migration ${changed.name} is not the one of this version.`,
    )
}
