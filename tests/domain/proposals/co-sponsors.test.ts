import { expect, test } from 'vitest'
import { formatter } from '@/lib/messages'
import { byRevision, coSponsorSentences, withCoSponsors } from '@/lib/proposals/co-sponsors'

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

test('a co-sponsor that has not confirmed the present text is named for the one it agreed to', () => {
  expect(coSponsorSentences(joined, 3)).toEqual([
    'Co-sponsored by Doranta',
    'Co-sponsored at revision 1 by Belmara, Fenmark and Île d’Or; not yet confirmed for revision 3',
  ])
})

test('the file of an earlier revision names those alone who agreed to it', () => {
  const proposal = { coSponsors: joined, currentNumber: 3, takenOver: null }
  expect(withCoSponsors('Revision 1.', proposal, 1)).toBe(
    'Revision 1. Co-sponsored by Belmara, Fenmark and Île d’Or.',
  )
  expect(withCoSponsors('Revision 2.', proposal, 2)).toBe('Revision 2.')
  expect(withCoSponsors('Revision 3.', proposal, 3)).toMatch(/Doranta\. Co-sponsored at revision 1/)
})
