import fc from 'fast-check'
import { expect, test } from 'vitest'
import { morningOf } from '@/lib/notifications/morning'

const morning = (now: string) => {
  const { day, from } = morningOf(new Date(now))
  return [day.toISOString().slice(0, 10), from.toISOString()]
}

test('a day begins at seven in Vienna, in winter and in summer', () => {
  expect(morning('2026-11-10T05:59:59Z')).toEqual(['2026-11-09', '2026-11-09T06:00:00.000Z'])
  expect(morning('2026-11-10T06:00:00Z')).toEqual(['2026-11-10', '2026-11-10T06:00:00.000Z'])
  expect(morning('2026-07-01T05:00:00Z')).toEqual(['2026-07-01', '2026-07-01T05:00:00.000Z'])
  expect(morning('2026-03-01T00:30:00Z')).toEqual(['2026-02-28', '2026-02-28T06:00:00.000Z'])
})

test('the morning of a moment is not later than it, and less than 26 hours before', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (now) => {
        const { from } = morningOf(now)
        expect(from.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(now.getTime() - from.getTime()).toBeLessThan(26 * 3_600_000)
        expect(morningOf(from).day).toEqual(morningOf(now).day)
      },
    ),
  )
})
