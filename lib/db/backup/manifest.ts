import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The contents of a backup; the data of each table lie beside it, as PostgreSQL's COPY writes them. */
export const Manifest = z.object({
  format: z.literal('stocktake backup 1'),
  version: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  /** The migrations that made the tables, in their order, with the SHA-256 of each file. */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.int().min(0),
      sha256,
    }),
  ),
  /** The last value that each sequence has given; null if it has given none. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
})
export type Manifest = z.output<typeof Manifest>

export const MANIFEST = 'manifest.json'
/** The SHA-256 of the manifest itself. */
export const SEAL = 'manifest.sha256'
/** The place of a table's data in the file. */
export const placeOf = (table: string): string => `tables/${table}.copy`

/** A backup that cannot be made or restored, for a reason that the operator can mend; the message says which. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}
