import { expect, test } from 'vitest'
import { byRevision } from '@/lib/proposals/co-sponsors'

test('co-sponsors stand under the revision to which they agreed, the present one first', () => {
  const named = [
    { name: 'Belmara', revision: 1 },
    { name: 'Corvina', revision: 3 },
    { name: 'Fenmark', revision: 1 },
  ]
  expect(byRevision(named)).toEqual([
    { revision: 3, names: ['Corvina'] },
    { revision: 1, names: ['Belmara', 'Fenmark'] },
  ])
  expect(byRevision([])).toEqual([])
})
