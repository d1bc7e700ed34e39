import pg from 'pg'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { postgresOf } from './machine'

/** The answer of /healthz. */
export const status = async (url: string) => (await fetch(`${url}/healthz`)).status

/** The first column of the result from the database of this data folder, as text. */
export async function inDatabase(dataDir: string, sql: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: socketUrl(postgresOf(dataDir)?.socket ?? '', 'stocktake'),
  })
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows.map((row: unknown[]) => String(row[0]))
}
