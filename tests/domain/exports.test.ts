import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Exported, exportsIn, filesByWord } from '@/tests/support/exports'

const sources = new Map(
  ['app', 'components', 'lib', 'prisma', 'scripts', 'tests']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(tsx?|[cm]js)$/.test(file) && !file.startsWith('lib/db/generated/'))
    .concat('server.ts')
    .map((file) => [file, readFileSync(file, 'utf8')]),
)
const files = filesByWord(sources)
const others = ({ file, name }: Exported) =>
  [...(files.get(name) ?? [])].filter((user) => user !== file)
// Next calls what app exports.
const exported = [...sources]
  .filter(([file]) => /^(components|lib|tests\/support)\//.test(file))
  .flatMap(([file, source]) => exportsIn(file, source))
const print = ({ file, name }: Exported) => `${file} ${name}`

describe('a file exports', () => {
  test('nothing that no other file names', () => {
    expect(exported.length).toBeGreaterThan(3_000)
    expect(exported.filter((entry) => others(entry).length === 0).map(print)).toEqual([])
  })

  test('nothing that the product does not use and only tests call', () => {
    const isOfTests = (user: string) => user.startsWith('tests/')
    const untested = exported.filter(
      (entry) => !isOfTests(entry.file) && !entry.isUsedThere && others(entry).every(isOfTests),
    )
    expect(untested.map(print)).toEqual([])
  })

  test('and this test finds both', () => {
    const source = `
/** Like \`one\`. */
export const one = 1
export type Two = { three: Three }
export type Three = number`
    expect(exportsIn('lib/a.ts', source)).toEqual([
      { file: 'lib/a.ts', name: 'one', isUsedThere: false },
      { file: 'lib/a.ts', name: 'Two', isUsedThere: false },
      { file: 'lib/a.ts', name: 'Three', isUsedThere: true },
    ])
    expect(filesByWord(new Map([['lib/a.ts', source]])).has('Like')).toBe(false)
  })
})
