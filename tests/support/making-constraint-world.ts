import type pg from 'pg'
import { circulatedRows, preparedRows, sentRows } from './circulated-rows'
import { responses } from './constraint-responses'
import { corrected, covered, id, type Row, rows } from './constraint-world'
import { adoption, afterAdoption } from './report-rows'

const refers = (columns: Row): Row =>
  Object.fromEntries(
    Object.entries(columns).map(([column, name]) => [
      column,
      typeof name === 'string' && column.endsWith('Id') ? id(name) : name,
    ]),
  )

async function insert(client: pg.Client, entries: readonly (typeof rows)[number][]): Promise<void> {
  for (const [table, name, columns] of entries) {
    const row = { ...(name && { id: id(name) }), ...refers(columns) }
    const names = Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', ')
    await client
      .query(
        `insert into "${table}" (${names}) select ${names} from json_populate_record(null::"${table}", $1)`,
        [JSON.stringify(row)],
      )
      .catch((error: Error) => {
        throw new Error(`${table} ${name}: ${error.message}`)
      })
  }
}

/** A world in which every table that a constraint stands on has a row, as the product would have made it. */
export async function makeConstraintWorld(client: pg.Client): Promise<void> {
  await client.query('begin')
  await insert(client, rows)
  await client.query(
    `update "PreliminaryList" set "issuedAt" = now() where id = '${id('issued list')}'`,
  )
  await client.query(
    `update "Silence" set "openedAt" = '2020-04-12T10:00:00Z', "openedById" = '${id('head')}',
      deadline = '2020-04-15T10:00:00Z', "graceMinutes" = 30, hash = 'x' where id = '${id('silence')}'`,
  )
  await insert(client, covered)
  await insert(client, preparedRows)
  await client.query(
    `update "Circulation" set "openedAt" = '2020-05-01T08:00:00Z', "openedById" = '${id('head')}'
     where id = '${id('circulation')}'`,
  )
  await insert(client, circulatedRows)
  // An extension is written before the deadline, which has passed here.
  await client.query('set local session_replication_role = replica')
  await insert(client, sentRows)
  await client.query('set local session_replication_role = origin')
  await client.query(
    `update "ConsolidatedList" set "adoptedAt" = now(), "adoptedById" = '${id('chair')}'
     where id = '${id('adopted list')}'`,
  )
  await client.query(
    `update "Report" set ${adoption(id('meeting elsewhere'), id('chair'))}
     where id = '${id('adopted report')}'`,
  )
  await insert(client, afterAdoption)
  await insert(client, corrected)
  await insert(client, responses)
  await client.query('commit')
}
