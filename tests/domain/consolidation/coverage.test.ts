import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeKinds } from '@/lib/consolidation/kinds'
import { coverage, outcomeOfLinks } from '@/lib/consolidation/ledger'

describe('coverage', () => {
  it('sums to the number of items, whatever outcomes there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid()),
        fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...outcomeKinds))),
        (items, acts) => {
          const outcomes = new Map(
            acts.flatMap(([at, kind]) => (items[at] ? [[items[at], kind] as const] : [])),
          )
          const { counts, open, settled, total } = coverage(items, outcomes)
          const counted = Object.values(counts).reduce((sum, count) => sum + count, 0)
          expect(counted).toBe(settled)
          expect(settled + open.length).toBe(total)
          expect(total).toBe(items.length)
          expect(open.some((id) => outcomes.has(id))).toBe(false)
        },
      ),
    )
  })

  it('counts an item once that is named twice', () => {
    expect(coverage(['a', 'a', 'b'], new Map([['a', 'deferred']]))).toMatchObject({
      total: 2,
      settled: 1,
      open: ['b'],
    })
  })
})

describe('the outcome of what was taken', () => {
  const alone = { sources: 1, sameText: true }
  it.each([
    ['nothing taken', [], null],
    ['one item of its own, word for word', [alone], 'adoptedAsIs'],
    ['one item of its own in other words', [{ sources: 1, sameText: false }], 'reworded'],
    ['one item shared with another source', [{ sources: 2, sameText: true }], 'mergedInto'],
    ['several items', [alone, { sources: 3, sameText: false }], 'splitInto'],
  ] as const)('%s', (_, links, outcome) => {
    expect(outcomeOfLinks(links)).toBe(outcome)
  })
})
