import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PeriodNow, shownAfter } from '@/components/time/period-shown'

const period = (secondsLeft: number, open = true): PeriodNow => ({
  open,
  now: new Date(0).toISOString(),
  limit: new Date(secondsLeft * 1_000).toISOString(),
  printed: '',
})

test('counts down in the last hour, and turns to closed at the deadline', () => {
  expect(shownAfter(period(3_601), 0)).toMatchObject({ isOpen: true, secondsLeft: null })
  expect(shownAfter(period(3_601), 1_000)).toMatchObject({ isOpen: true, secondsLeft: 3_600 })
  expect(shownAfter(period(60), 59_001)).toMatchObject({ isOpen: true, secondsLeft: 1 })
  expect(shownAfter(period(60), 60_000)).toMatchObject({ isOpen: false, secondsLeft: null })
})

test('never closes before its deadline, and what is closed stays so', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat({ max: 20_000_000 }),
      (left, passed) => {
        expect(shownAfter(period(left), passed).isOpen).toBe(passed < left * 1_000)
        expect(shownAfter(period(left, false), passed).isOpen).toBe(false)
      },
    ),
  )
})
