import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IssueCheck } from '@/components/list/issue-check'
import { AdoptionObstacles } from '@/components/plenary/adoption/obstacles'
import { obstaclesOf } from '@/lib/plenary/adoption-obstacles'
import type { AdoptionView } from '@/lib/plenary/adoption-queries'

const item = { id: 'i', text: 'Member States should act.', status: 'bracketed', objections: 0 }

/** A list of one agreed item, whose sources have their outcomes and whose comments their responses. */
const ready = {
  items: 1,
  coverage: { open: [] },
  answers: { required: true, owed: 0, names: [], receiving: null },
  hindering: [],
  withdrawn: [],
  list: { headings: [{ items: [{ ...item, status: 'agreed' }] }] },
} as unknown as AdoptionView

const receiving = { id: 'c', title: 'The lists', until: new Date('2026-12-18T16:00:00Z') }

test.each<[string, Partial<AdoptionView>, RegExp]>([
  ['nothing', { items: 0 }, /empty|no item/i],
  ['open', { coverage: { open: [{}, {}] } as never }, /2 items have no outcome yet/],
  ['receiving', { answers: { ...ready.answers, receiving } }, /The lists.+are open until/],
  ['unanswered', { answers: { ...ready.answers, owed: 3 } }, /3 comments .+ have no response yet/],
  [
    'unsettled',
    { hindering: [item] as never, list: { headings: [{ items: [item] }] } as never },
    /One item is not settled.+Member States should act/,
  ],
])('the obstacle "%s" is found and named', (obstacle, change, sentence) => {
  const adoption = { ...ready, ...change }
  expect(obstaclesOf(adoption)).toEqual([obstacle])
  const shown = renderToStaticMarkup(
    <AdoptionObstacles obstacles={obstaclesOf(adoption)} adoption={adoption} slug="seventh" />,
  )
  expect(shown).toContain('The list cannot be adopted yet')
  expect(shown).toMatch(sentence)
})

test('a list without an obstacle can be adopted, also without responses that nobody asks for', () => {
  expect(obstaclesOf(ready)).toEqual([])
  expect(
    obstaclesOf({ ...ready, answers: { ...ready.answers, required: false, owed: 3 } }),
  ).toEqual([])
})

test('the check before the issue begins with the items for which it is refused', () => {
  const check = {
    items: 1,
    headings: 1,
    states: 1,
    submission: null,
    comments: null,
    withdrawn: [{ item: { ...item, language: 'en' }, number: '1 (a)', note: '12' }],
    revised: [],
    unconfirmed: [],
    unprintable: [],
  }
  const drawn = (hindered: boolean) =>
    renderToStaticMarkup(
      <IssueCheck check={{ ...check, hindered } as never} unplaced={[]} slug="fourth" />,
    )
  expect(drawn(true).indexOf('The list cannot be issued yet')).toBeLessThan(
    drawn(true).indexOf('1 item under 1 heading'),
  )
  expect(drawn(true)).toContain('1 (a)')
  expect(drawn(false)).not.toContain('cannot be issued')
})
