import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOffset } from '@/lib/db/database-clock'

const look = (at: number, offset: number, error: number) => ({ at, offset, error })

test('the quickest answer of the last minute is believed', () => {
  const samples = [look(0, 1_000.4, 0.3), look(3_000, 1_040, 50), look(6_000, 990, 20)]
  expect(bestOffset(samples, 6_001)).toBe(1_000.4)
})

test('without a sample of the last minute there is no time', () => {
  expect(bestOffset([], 0)).toBeNull()
  expect(bestOffset([look(0, 5, 1)], 60_001)).toBeNull()
})

test('what was measured before the database’s clock was set is forgotten', () => {
  expect(bestOffset([look(0, 1_000, 0.1), look(3_000, 301_000, 4)], 3_001)).toBe(301_000)
})

test('is never further from the truth than the error of the sample that is believed', () => {
  const answers = fc.array(
    fc.record({
      error: fc.double({ min: 0.01, max: 500, noNaN: true }),
      skew: fc.double({ min: -1, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(answers, fc.double({ min: -1e12, max: 1e12, noNaN: true }), (all, truth) => {
      const samples = all.map(({ error, skew }, at) =>
        look(at * 3_000, truth + skew * error, error),
      )
      const least = Math.min(...all.map(({ error }) => error))
      const found = bestOffset(samples, samples.at(-1)!.at)!
      expect(Math.abs(found - truth)).toBeLessThanOrEqual(least + 0.01)
    }),
  )
})
