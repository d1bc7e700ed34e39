import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** The source of a file. */
export const read = (file: string) => readFileSync(file, 'utf8')

/** The files of app, components and lib, but for generated ones. */
export const files = ['app', 'components', 'lib']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/db/generated/'))

/** The files that a file imports, types included. */
export const imports = (file: string): string[] => importsIn(read(file), file)

/** The files that a source imports; `file` is its place. */
export function importsIn(source: string, file: string): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].flatMap(([, target]) => {
    if (target?.startsWith('@/')) return [target.slice(2)]
    return target?.startsWith('.') ? [normalize(join(dirname(file), target))] : []
  })
}

/** A source without its imports of types alone. */
export const withoutTypes = (source: string): string =>
  source
    .replace(/^import type [\s\S]*?from .*$/gm, '')
    .replace(/^import \{(\s*type \w+,?)+\s*\} from .*$/gm, '')

/** The files that a bundle of this file holds: its imports other than types, followed transitively. */
export function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached
  reached.add(file)
  if (!/\.tsx?$/.test(file)) return reached
  const source = withoutTypes(read(file))
  for (const target of importsIn(source, file)) {
    const found = ['', '.ts', '.tsx']
      .map((end) => target + end)
      .find((candidate) => existsSync(candidate))
    if (found) reachedFrom(found, reached)
  }
  return reached
}
