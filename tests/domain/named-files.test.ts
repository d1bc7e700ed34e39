import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const documents = ['.', 'docs', 'lib/consolidation'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`),
)
const PATH = /^(?:app|components|data|docs|lib|messages|prisma|public|scripts|tests)\/[\w./[\]-]+$/

test.each(documents)('%s names files and folders that exist', (document) => {
  const named = readFileSync(document, 'utf8').matchAll(/`([^`\n]+)`/g)
  const isThere = (name: string) => ['', '.ts', '.tsx'].some((end) => existsSync(`${name}${end}`))
  const missing = [...named]
    .map(([, name = '']) => name)
    .filter((name) => PATH.test(name) && !isThere(name))
  expect(missing).toEqual([])
})
