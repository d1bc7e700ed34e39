import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentPositions } from '@/lib/comments/kinds'
import { filterQuery, readFilter } from '@/lib/circulation/compilation/filter'
import { commenterGroups, groupOf } from '@/lib/circulation/comments/order'
import { byEntity, type Placed } from '@/lib/circulation/compilation/order'
import { summarize } from '@/lib/circulation/compilation/summary'
import { entityKinds } from '@/lib/delegations/kinds'

const placed: fc.Arbitrary<Placed> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...entityKinds),
  sortKey: fc.constantFrom('arvenia', 'belmara', 'cote d ivoire', 'türkiye'),
  releasedAt: fc.date({ noInvalidDate: true }),
})
const rank = ({ kind }: Placed) => commenterGroups.indexOf(groupOf(kind))

describe('the order of comments on one target', () => {
  test('is one order whatever order they came in', () => {
    fc.assert(
      fc.property(fc.array(placed), fc.func(fc.nat()), (comments, key) => {
        const shuffled = comments.toSorted((a, b) => key(a.id) - key(b.id))
        expect(shuffled.toSorted(byEntity)).toEqual(comments.toSorted(byEntity))
      }),
    )
  })

  test('has Member States first and stakeholders last', () => {
    fc.assert(
      fc.property(fc.array(placed), (comments) => {
        const ranks = comments.toSorted(byEntity).map(rank)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  test('is by name within a kind', () => {
    const at = { id: 'a', kind: 'memberState', releasedAt: new Date(0) } as const
    const names = ['türkiye', 'arvenia', 'belmara'].map((sortKey) => ({ ...at, sortKey }))
    expect(names.toSorted(byEntity).map(({ sortKey }) => sortKey)).toEqual([
      'arvenia',
      'belmara',
      'türkiye',
    ])
  })
})

test('a summary counts every comment once', () => {
  const groups = fc.array(
    fc.record({
      position: fc.constantFrom(...commentPositions),
      answered: fc.boolean(),
      count: fc.nat({ max: 1000 }),
    }),
  )
  fc.assert(
    fc.property(groups, (given) => {
      const { positions, total, answered } = summarize(given)
      expect(Object.values(positions).reduce((sum, count) => sum + count, 0)).toBe(total)
      expect(answered).toBeLessThanOrEqual(total)
    }),
  )
})

test('the filter of an address is read as it was written', () => {
  const filter = readFilter({ position: 'reserves', answer: 'unanswered', received: 'late' })
  const query = new URLSearchParams(filterQuery(filter).slice(1))
  expect(readFilter(Object.fromEntries(query))).toEqual(filter)
  expect(filterQuery(readFilter({ position: 'x', list: "'; drop" }))).toBe('')
})
