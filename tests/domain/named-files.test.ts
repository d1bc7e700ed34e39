import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { files, read } from '@/tests/support/sources'

const documents = ['.', 'docs', 'lib/consolidation'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`),
)
const isThere = (name: string) => ['', '.ts', '.tsx'].some((end) => existsSync(`${name}${end}`))
const PATH = /^(?:app|components|data|docs|lib|messages|prisma|public|scripts|tests)\/[\w./[\]-]+$/

test.each(documents)('%s names files and folders that exist', (document) => {
  const named = readFileSync(document, 'utf8').matchAll(/`([^`\n]+)`/g)
  const missing = [...named]
    .map(([, name = '']) => name)
    .filter((name) => PATH.test(name) && !isThere(name))
  expect(missing).toEqual([])
})

test('comments of the code and of the schema name files that exist', () => {
  const sources = [...files, 'prisma/schema.prisma'].map((file) => ({ file, source: read(file) }))
  const named = sources.flatMap(({ file, source }) =>
    comments(source).flatMap((comment) =>
      [...comment.matchAll(FILE)].map(([name]) => ({ file, name })),
    ),
  )
  expect(named.length).toBeGreaterThan(10)
  const missing = named.filter(({ name }) => !isThere(name))
  expect(missing.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})

const FILE =
  /(?<![\w@./-])(?:app|components|data|docs|lib|messages|prisma|scripts|tests)\/[\w/[\]-]+\.(?:tsx?|[cm]js|json|md|prisma|sql)\b/g
const comments = (source: string): string[] => source.match(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? []
