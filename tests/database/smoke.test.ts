import { expect, test } from 'vitest'
import { databaseTime, db, systemTransaction } from '@/lib/db/client'

test('each test file has a migrated database of its own', async () => {
  expect(await db.proposal.count()).toBe(0)
  const [{ name }] = await db.$queryRaw<[{ name: string }]>`select current_database() as name`
  expect(name).toMatch(/^test_/)
})

test('one act has one moment', async () => {
  const [first, second] = await systemTransaction(async (tx) => [
    await databaseTime(tx),
    await databaseTime(tx),
  ])
  expect(second).toEqual(first)
})

test('what an act wrote is undone when it throws', async () => {
  const act = systemTransaction(async (tx) => {
    await tx.$executeRaw`create table remains (id int)`
    throw new Error('changed my mind')
  })
  await expect(act).rejects.toThrow('changed my mind')
  const [{ found }] = await db.$queryRaw<
    [{ found: string | null }]
  >`select to_regclass('remains')::text as found`
  expect(found).toBeNull()
})
