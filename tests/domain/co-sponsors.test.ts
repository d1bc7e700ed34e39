import { expect, test } from 'vitest'
import { formatter } from '@/lib/messages'
import { byRevision } from '@/lib/proposals/co-sponsors'

const joined = [
  { name: 'Fenmark', revision: 1 },
  { name: 'Île d’Or', revision: 1 },
  { name: 'Belmara', revision: 1 },
  { name: 'Doranta', revision: 3 },
]

test('co-sponsors stand under the revision to which they agreed, in English alphabetical order', () => {
  expect(byRevision(joined)).toEqual([
    { revision: 3, names: ['Doranta'] },
    { revision: 1, names: ['Belmara', 'Fenmark', 'Île d’Or'] },
  ])
})

test('an enumeration in a sentence has no comma before "and"', () => {
  expect(formatter.list(['Belmara', 'Fenmark', 'Ilmara'])).toBe('Belmara, Fenmark and Ilmara')
})
