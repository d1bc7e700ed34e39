import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'

test('no foreign key sets a column to null, nor deletes what refers', async () => {
  const keys = await db.$queryRaw<{ name: string }[]>`
    SELECT conname AS name FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confdeltype NOT IN ('r', 'a')`
  expect(keys).toEqual([])
})

test('every foreign key has an index that begins with its first column', async () => {
  const keys = await db.$queryRaw<{ name: string; indexed: boolean }[]>`
    SELECT c.conname AS name, EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid
      AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL) AS indexed
    FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`
  expect(keys.length).toBeGreaterThan(100)
  expect(keys.filter(({ indexed }) => !indexed).map(({ name }) => name)).toEqual([])
})

/** Columns that name rows of several tables. */
const OF_MANY_TABLES = [
  // The proposal, amendment, comment, item, list … that the act was about.
  'RecordEntry.subjectId',
  // The draft, joining or item whose desk is open.
  'Presence.subjectId',
  // The found object.
  'SearchEntry.subjectId',
]

test('every column that names a row has a foreign key', async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT t.relname || '.' || a.attname AS name
    FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND NOT a.attisdropped
      AND a.atttypid = 'uuid'::regtype AND a.attname <> 'id'
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c
        WHERE c.contype = 'f' AND c.conrelid = t.oid AND a.attnum = ANY (c.conkey))
    ORDER BY name`
  expect(columns.map(({ name }) => name)).toEqual(OF_MANY_TABLES.toSorted())
})
