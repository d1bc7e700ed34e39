import { expect, test } from 'vitest'
import { requireDeadline } from '@/lib/sessions/periods/deadline'

const now = new Date('2026-11-30T12:00:00Z')
const after = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

test('a deadline lies ahead, within two years', () => {
  expect(() => requireDeadline(after(0), now)).toThrow('deadlinePassed')
  expect(() => requireDeadline(after(0.001), now)).not.toThrow()
  expect(() => requireDeadline(after(730), now)).not.toThrow()
  expect(() => requireDeadline(after(733), now)).toThrow('deadlineFar')
})

test('a new one is later than the former one, which is said first', () => {
  expect(() => requireDeadline(after(1), now, after(1))).toThrow('deadlineNotLater')
  expect(() => requireDeadline(after(-1), now, after(1))).toThrow('deadlineNotLater')
  expect(() => requireDeadline(after(2), now, after(1))).not.toThrow()
})
