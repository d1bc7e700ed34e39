import { readdirSync, readFileSync } from 'node:fs'

/** A statement written in SQL: a template behind `$queryRaw`, `$executeRaw` or `read`. */
type RawStatement = {
  file: string
  line: number
  /** The statement with `$1`, `$2` … for its values; null if the template is put together from fragments. */
  sql: string | null
}

const TAG =
  /(?:\.\$queryRaw|\.\$executeRaw|(?:await|return|=>|=) read)(?:<(?:[^<>]|<[^<>]*>)*>)?\s*(`|\()/g
/** Values that are SQL themselves. */
const FRAGMENT =
  /Prisma\.|Sql\b| \? |^LIMIT$|^BY_LIST$|^NUMBER_COLUMNS$|^accumulated\(|^hinders\b|^(LISTS|TABLES)\[/

/** Every raw statement in the production code under `lib` and `app`. */
export function rawStatements(): RawStatement[] {
  return ['lib', 'app'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/db/generated/'))
      .flatMap(statementsOf),
  )
}

function statementsOf(file: string): RawStatement[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(TAG)].map((match) => {
    const line = source.slice(0, match.index).split('\n').length
    if (match[1] === '(') return { file, line, sql: null }
    return { file, line, sql: parametrized(source, match.index + match[0].length) }
  })
}

/** The template that begins at `start`, or null if a value in it is a fragment of SQL. */
function parametrized(source: string, start: number): string | null {
  let sql = ''
  let values = 0
  for (let at = start; source[at] !== '`'; at++) {
    if (source.startsWith('${', at)) {
      const end = endOfValue(source, at + 2)
      if (FRAGMENT.test(source.slice(at + 2, end))) return null
      values++
      sql += `$${values}`
      at = end
    } else sql += source[at]
  }
  return sql
}

function endOfValue(source: string, start: number): number {
  let depth = 1
  let at = start
  for (; depth > 0; at++) {
    if (source[at] === '{') depth++
    if (source[at] === '}') depth--
  }
  return at - 1
}
