import { describe, expect, it } from 'vitest'
import { groupsOf } from '@/lib/consolidation/similarity/groups'
import { similarityIndex } from '@/lib/consolidation/similarity/index'
import { strengthsApart } from '@/lib/consolidation/strength/compare'

const texts = [
  'Establish a national institution on cybercrime.',
  'Train judges and prosecutors on electronic evidence.',
  'Establish a national institution against cybercrime.',
  'Share information on threats with industry.',
  'Train judges and prosecutors in electronic evidence.',
  'Establish an independent national institution on cybercrime.',
]

function ranked(of: readonly string[]) {
  const index = similarityIndex(of)
  return of.map((text, at) => index.rank(text, 30, (candidate) => candidate !== at))
}

describe('groups of texts that look alike', () => {
  it('hold what belongs together, the largest first; what stands alone is in none', () => {
    expect(groupsOf(ranked(texts))).toEqual([
      [0, 2, 5],
      [1, 4],
    ])
  })

  it('never hold a pair that may not be joined', () => {
    const groups = groupsOf(ranked(texts), (a, b) => !(a === 0 && b === 2) && !(a === 2 && b === 0))
    for (const group of groups) expect(group.includes(0) && group.includes(2)).toBe(false)
    expect(groups).toContainEqual([1, 4])
  })

  it('are none where nothing is alike', () => {
    expect(groupsOf(ranked(['One thing.', 'Quite another matter.']))).toEqual([])
    expect(groupsOf([])).toEqual([])
  })
})

describe('verbs of different strength', () => {
  it.each([
    [
      ['Ratify the Convention.', 'Consider ratifying the Convention.'],
      { weakest: 3, strongest: 5 },
    ],
    [['Strengthen the network.', 'Establish a network.'], null],
    [['Ratify the Convention.', 'Adopt a law.'], null],
    [['Cybercrime knows no borders.', 'Ratify the Convention.'], null],
  ])('matter from two steps on: %j', (given, apart) => {
    expect(strengthsApart(given)).toEqual(apart)
  })
})
