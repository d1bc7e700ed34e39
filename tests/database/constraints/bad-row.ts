import { id } from '@/tests/support/constraint-world'

/** A bad row: the constraint or trigger that refuses it, its message, and the SQL that writes it. */
export type BadRow = [constraint: string, says: string, sql: string]

export type Patch = Record<string, unknown>

export const where = (name: string) => `where id = '${id(name)}'`

const valueOf = (column: string, value: unknown) =>
  typeof value === 'string' && (column === 'id' || column.endsWith('Id')) ? id(value) : value

/** A copy of a row with some columns changed. */
export const copy = (table: string, name: string, patch: Patch, has = 'id'): string => {
  const changed = Object.fromEntries(
    Object.entries({ ...(has === 'id' && { id: 'another' }), ...patch }).map(([column, value]) => [
      column,
      valueOf(column, value),
    ]),
  )
  return `insert into "${table}" select (jsonb_populate_record(t, '${JSON.stringify(changed)}')).*
    from "${table}" t where "${has}" = '${id(name)}'`
}

export const update = (table: string, name: string, set: string) =>
  `update "${table}" set ${set} ${where(name)}`

export const remove = (table: string, name: string) => `delete from "${table}" ${where(name)}`

export const AT = '2020-07-01T08:00:00Z'
