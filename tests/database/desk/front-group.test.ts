import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { findOnlyGroupName } from '@/lib/desk/front-queries'

const group = (name: string) =>
  db.expertGroup.create({
    data: { name, shortName: 'Group', symbolRoot: 'X', parentBody: '', seat: 'Vienna' },
  })

test('the front page learns the name of the only group, and of several none', async () => {
  await db.expertGroup.deleteMany()
  expect(await findOnlyGroupName()).toBeNull()
  const { id } = await group('')
  expect(await findOnlyGroupName()).toBeNull()
  await db.expertGroup.update({ where: { id }, data: { name: 'Expert Group on Cybercrime' } })
  expect(await findOnlyGroupName()).toBe('Expert Group on Cybercrime')
  await group('Another Group')
  expect(await findOnlyGroupName()).toBeNull()
})
