import { describe, expect, test } from 'vitest'
import { minutesOf, secondsUsed } from '@/lib/meetings/speakers/clock'

const at = (seconds: number) => new Date(Date.UTC(2020, 6, 27, 10, 0, seconds))

describe('the time of a speaker', () => {
  test('runs from the call and stands still while points of order are heard', () => {
    expect(secondsUsed(at(0), [], at(90))).toBe(90)
    const points = [
      { calledAt: at(10), spokenAt: at(30) },
      { calledAt: at(50), spokenAt: null },
    ]
    expect(secondsUsed(at(0), points, at(60))).toBe(30)
  })

  test('is not moved by points of order before it or after now, nor below nothing', () => {
    const points = [
      { calledAt: at(-30), spokenAt: at(-10) },
      { calledAt: at(200), spokenAt: null },
    ]
    expect(secondsUsed(at(0), points, at(90))).toBe(90)
    expect(secondsUsed(at(10), [], at(0))).toBe(0)
  })

  test('is that of its kind; a point of order has none', () => {
    const list = { stateMinutes: 5, groupMinutes: 8, otherMinutes: 3 }
    expect(minutesOf('state', list)).toBe(5)
    expect(minutesOf('group', list)).toBe(8)
    expect(minutesOf('rightOfReply', list)).toBe(3)
    expect(minutesOf('pointOfOrder', list)).toBeNull()
  })
})
