import { readdirSync } from 'node:fs'

/** A place that updates a column: "Proposal.withdrawnAt" in "lib/proposals/act-commands.ts". */
type Writer = { column: string; file: string }

/** The statements of a source file that update rows: raw SQL and Prisma's `update…` and `upsert`. */
export function writersIn(file: string, source: string): Writer[] {
  return [...rawUpdates(source), ...prismaUpdates(source)].map((column) => ({ column, file }))
}

/** The TypeScript files below these folders, without generated code. */
export const sourceFiles = (...folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('/generated/'))

/**
 * The columns that hold the state of a row, by the schema: every time that a row gets later (`withdrawnAt
 * DateTime?`), with whose name stands beside it, and what the schema's rules name as a state.
 */
export function stateColumns(schema: string): Set<string> {
  const columns = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(
    ([, model, body]) =>
      [...(body ?? '').matchAll(/^ {2}(\w+) +(\S+)/gm)].flatMap(([, name, type]) => {
        const isFact = type === 'DateTime?' || type === 'DelegationState'
        return isFact || name === 'currentNumber' ? [`${model}.${name}`] : []
      }),
  )
  return new Set(columns)
}

function rawUpdates(source: string): string[] {
  const updates = source.matchAll(
    /UPDATE "(\w+)"(?:\s+(?:AS\s+)?\w+)?\s+SET\s([\s\S]*?)(?=\bWHERE\b|\bFROM\b|\bRETURNING\b|`)/g,
  )
  const upserts = source.matchAll(
    /INSERT INTO "(\w+)"[^`]*?DO UPDATE SET\s([\s\S]*?)(?=\bWHERE\b|\bRETURNING\b|`)/g,
  )
  return [...updates, ...upserts].flatMap(([, table, assignments]) =>
    [...(assignments ?? '').matchAll(/(?:^|,)\s*"?(\w+)"?\s*=(?!=)/g)].map(
      ([, column]) => `${table}.${column}`,
    ),
  )
}

function prismaUpdates(source: string): string[] {
  const calls = source.matchAll(/\b\w+\.(\w+)\.(?:update|updateMany|updateManyAndReturn|upsert)\(/g)
  return [...calls].flatMap((call) => {
    const model = call[1]!.replace(/^./, (letter) => letter.toUpperCase())
    const args = balanced(source, call.index + call[0].length - 1)
    const data = /\b(?:data|update):\s*\{/.exec(args)
    if (!data) return []
    return topLevelKeys(balanced(args, data.index + data[0].length - 1)).map(
      (column) => `${model}.${column}`,
    )
  })
}

/** The text between the bracket at `start` and the one that closes it. */
function balanced(source: string, start: number): string {
  let depth = 0
  for (let at = start; at < source.length; at += 1) {
    if ('({['.includes(source[at]!)) depth += 1
    if (')}]'.includes(source[at]!)) depth -= 1
    if (depth === 0) return source.slice(start + 1, at)
  }
  return source.slice(start + 1)
}

function topLevelKeys(object: string): string[] {
  let depth = 0
  let flat = ''
  for (const letter of object) {
    if (')}]'.includes(letter)) depth -= 1
    if (depth === 0) flat += letter
    if ('({['.includes(letter)) depth += 1
  }
  return [...flat.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map(([, key]) => key!)
}
