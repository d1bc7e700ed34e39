import pg from 'pg'

const { DATE, INT8 } = pg.types.builtins

/** The parsers of columns, the same as Prisma's: days at midnight UTC and not local, and large numbers whole. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === DATE
      ? (text: string) => new Date(`${text}T00:00:00Z`)
      : type === INT8
        ? BigInt
        : pg.types.getTypeParser(type, format),
}

/** The maximum of prepared statements of a connection; later ones are planned each time, as lists of many lengths could be. */
const MOST_PREPARED = 500

/**
 * Names statements, so that a connection plans each of them at its first uses only: planning was most of a page's cost
 * in the database. The empty name keeps nothing.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const knownName = names.get(sql)
    if (knownName || names.size >= MOST_PREPARED) return knownName ?? ''
    const name = `stocktake_${names.size}`
    names.set(sql, name)
    return name
  }
}
