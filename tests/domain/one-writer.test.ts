import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles, stateColumns, writersIn } from '@/tests/support/writers'

const columns = stateColumns(readFileSync('prisma/schema.prisma', 'utf8'))
// The demonstration writes a past that no command could make today.
const writers = sourceFiles('lib', 'app', 'components')
  .filter((file) => !file.startsWith('lib/demonstration/'))
  .flatMap((file) => writersIn(file, readFileSync(file, 'utf8')))
  .filter(({ column }) => columns.has(column))

describe('a column that holds a state', () => {
  test('is updated in one file alone', () => {
    const files = new Map<string, Set<string>>()
    for (const { column, file } of writers)
      files.set(column, (files.get(column) ?? new Set()).add(file))
    const several = [...files].filter(([, { size }]) => size > 1)
    expect(several.map(([column, where]) => `${column}: ${[...where].join(', ')}`)).toEqual([])
  })

  test('is found by this test in every shape in which the product writes', () => {
    const source = `
      await tx.$executeRaw\`
        UPDATE "Item" i SET "aAt" = now(), b = CASE WHEN x = y THEN 1 ELSE 2 END WHERE i.id = 1\`
      await tx.$queryRaw\`INSERT INTO "Other" (id) VALUES (1) ON CONFLICT (id)
        DO UPDATE SET "cAt" = now() WHERE true RETURNING id\`
      await tx.thing.update({ where: { id }, data: { dAt: await now(tx), byId, ...(e && { e }) } })
      await tx.thing.upsert({ where: { id }, create: { id }, update: { fAt } })`
    expect(writersIn('x.ts', source).map(({ column }) => column)).toEqual([
      'Item.aAt',
      'Item.b',
      'Other.cAt',
      'Thing.dAt',
      'Thing.byId',
      'Thing.fAt',
    ])
  })

  test('is one that the schema names', () => {
    expect(columns.size).toBeGreaterThan(30)
    expect(new Set(writers.map(({ column }) => column)).size).toBeGreaterThan(25)
    for (const column of [
      'ConsolidatedItem.deletedAt',
      'ConsolidatedItem.currentNumber',
      'ConsolidatedList.adoptedAt',
      'ItemStatus.supersededAt',
      'Lineage.unlinkedAt',
      'Outcome.supersededAt',
      'PreliminaryList.issuedAt',
      'Proposal.withdrawnAt',
      'Proposal.currentNumber',
    ])
      expect(writers.map((writer) => writer.column)).toContain(column)
  })
})
