import { expect, test } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { loadReferenceData } from '@/lib/delegations/reference-data'

test('knows 193 Member States and 2 observer States, in UN English order, in six languages', async () => {
  await systemTransaction(loadReferenceData)
  const states = await db.entity.findMany({ orderBy: { sortKey: 'asc' } })
  expect(states.filter((state) => state.kind === 'memberState')).toHaveLength(193)
  expect(
    states.filter((state) => state.kind === 'observerState').map((state) => state.name),
  ).toEqual(['Holy See', 'State of Palestine'])
  for (const state of states) {
    expect(Object.values(state.names as object).filter(Boolean)).toHaveLength(6)
    expect(state.m49).toMatch(/^\d{3}$/)
    expect(state.formalName).not.toBe('')
  }
  const names = states.map((state) => state.name)
  expect(names.indexOf('Côte d’Ivoire')).toBe(names.indexOf('Costa Rica') + 1)
  expect(names.indexOf('Guinea-Bissau')).toBe(names.indexOf('Guinea') + 1)
  expect(names.indexOf('Türkiye')).toBe(names.indexOf('Tunisia') + 1)
})

test('names no group, loaded again adds nothing, and mends what differs', async () => {
  await systemTransaction(loadReferenceData)
  const before = await db.entity.count()
  await db.entity.update({ where: { iso3: 'CIV' }, data: { formalName: 'another' } })
  await systemTransaction(loadReferenceData)
  expect(await db.entity.count()).toBe(before)
  expect(await db.expertGroup.count()).toBe(0)
  const mended = await db.entity.findUniqueOrThrow({ where: { iso3: 'CIV' } })
  expect(mended.formalName).toBe('the Republic of Côte d’Ivoire')
})
