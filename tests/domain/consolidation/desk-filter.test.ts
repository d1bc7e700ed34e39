import { expect, test } from 'vitest'
import { filterLists } from '@/components/consolidation/board/desk-sources'

test('each list of the filter of the desk is named for its choices', () => {
  const choices = {
    sessions: [{ slug: 'fourth', ordinal: 4 }],
    topics: ['Training'],
    states: ['Arvenia', 'Belmara'],
  }
  const lists = filterLists({ words: '' } as never, choices)
  expect(lists.map(({ label, choices: [, first] }) => [label, first?.label])).toEqual([
    ['Outcome', 'No outcome yet'],
    ['Session', 'fourth'],
    ['Topic', 'Training'],
    ['State', 'Arvenia'],
  ])
})
