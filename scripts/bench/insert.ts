import type pg from 'pg'

/** A row by the names of its columns. */
export type Row = Record<string, unknown>

/** Rows by one statement for a thousand of them; columns that they do not name get their default. */
export async function insert(
  client: pg.Client,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
    .map((name) => `"${name}"`)
    .join(', ')
  for (let from = 0; from < rows.length; from += 1_000)
    await client.query(
      `insert into "${table}" (${columns})
       select ${columns} from json_populate_recordset(null::"${table}", $1)`,
      [JSON.stringify(rows.slice(from, from + 1_000))],
    )
}
