import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { readArchive } from './archive'
import { copied } from './backup'
import { BackupRefused, type Manifest, placeOf } from './manifest'

/**
 * Loads the rows of every table of a backup into tables that exist, and compares counts and hashes again:
 * the file may have changed since it was verified. Rows that migrations had made are replaced.
 */
export async function loadTables(
  client: pg.Client,
  file: string,
  { tables }: Manifest,
): Promise<void> {
  const names = tables.map(({ name }) => pg.escapeIdentifier(name))
  await client.query(`TRUNCATE ${names.join(', ')}`)
  const places = new Map(tables.map((table) => [placeOf(table.name), table]))
  let open: { copy: CopyStreamQuery; hash: Hash; ended: Promise<void> } | null = null
  for await (const { name, chunk, final } of readArchive(file)) {
    const table = places.get(name)
    if (!table) continue
    open ??= begin(client, table)
    open.hash.update(chunk)
    if (chunk.length > 0 && !open.copy.write(chunk))
      await Promise.race([once(open.copy, 'drain'), open.ended])
    if (!final) continue
    open.copy.end()
    await open.ended
    if (open.copy.rowCount !== table.rows || open.hash.digest('hex') !== table.sha256)
      throw new BackupRefused(`${file} changed while it was read: nothing was restored.`)
    open = null
    places.delete(name)
  }
  if (places.size > 0) throw new BackupRefused(`${file} is incomplete: nothing was restored.`)
}

function begin(client: pg.Client, { name, columns }: Manifest['tables'][number]) {
  const copy = client.query(copyFrom(`COPY ${copied(name, columns)} FROM STDIN`))
  const ended = finished(copy)
  ended.catch(() => {})
  return { copy, hash: createHash('sha256'), ended }
}
