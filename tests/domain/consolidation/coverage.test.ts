import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeKinds } from '@/lib/consolidation/kinds'
import { coverage, outcomeOfLinks } from '@/lib/consolidation/outcomes/outcome-rule'

describe('coverage', () => {
  it('sums to the number of items, whatever outcomes there are', () => {
    const given = fc.record({
      outcome: fc.option(fc.constantFrom(...outcomeKinds)),
      count: fc.nat(40),
    })
    fc.assert(
      fc.property(fc.array(given), (all) => {
        const none = all.filter(({ outcome }) => !outcome)
        const without = none.flatMap(({ count }) => Array.from({ length: count }, String))
        const { counts, open, settled, total } = coverage(all, without)
        const counted = Object.values(counts).reduce((sum, count) => sum + count, 0)
        expect(counted).toBe(settled)
        expect(open).toEqual(without)
        expect(settled + open.length).toBe(total)
        expect(total).toBe(all.reduce((sum, { count }) => sum + count, 0))
      }),
    )
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
