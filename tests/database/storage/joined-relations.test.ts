import { loadsDemonstration } from '@/tests/support/demonstration'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'

// Prisma reads relations by joins (a preview feature): the database makes JSON of them, which must lose nothing.

type Relation = { model: string; field: string }

/** Every relation of the schema, from each of its sides. */
function relations(): Relation[] {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = new Map(
    [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model, body]) => [
      model!,
      body!,
    ]),
  )
  return [...models].flatMap(([model, body]) =>
    body.split('\n').flatMap((line) => {
      const [, field, type] = /^ {2}(\w+) +(\w+)/.exec(line) ?? []
      return field && models.has(type!) && !line.includes('@ignore') ? [{ model, field }] : []
    }),
  )
}

/** The rows of a model with one relation, each as text; lists in the order of their texts. */
async function read({ model, field }: Relation, relationLoadStrategy: 'join' | 'query') {
  const table = Reflect.get(db, model.charAt(0).toLowerCase() + model.slice(1)) as {
    findMany: (query: object) => Promise<object[]>
  }
  const rows = await table.findMany({ relationLoadStrategy, include: { [field]: true } })
  return rows.map(asText).toSorted()
}

const asText = (value: unknown): string => {
  if (value instanceof Date) return `Date ${value.toISOString()}`
  if (value instanceof Uint8Array) return `Bytes ${Buffer.from(value).toString('base64')}`
  if (typeof value === 'bigint') return `BigInt ${value}`
  if (Array.isArray(value)) return `[${value.map(asText).toSorted().join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${asText(inner)}`)
      .toSorted()
      .join(', ')}}`
  return JSON.stringify(value) ?? 'undefined'
}

beforeAll(loadsDemonstration, 120_000)

test('a relation that is joined reads like one that is read by itself', async () => {
  const all = relations()
  expect(all.length).toBeGreaterThan(300)
  let compared = 0
  const different: string[] = []
  for (const relation of all) {
    const [joined, apart] = [await read(relation, 'join'), await read(relation, 'query')]
    if (apart.length > 0) compared++
    if (joined.join('\n') !== apart.join('\n'))
      different.push(`${relation.model}.${relation.field}`)
  }
  expect(different).toEqual([])
  expect(compared).toBeGreaterThan(200)
}, 120_000)
