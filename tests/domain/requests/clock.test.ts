import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  doubleHour,
  printDate,
  printDateRange,
  printSeatDate,
  printSeatSecond,
  printSeatTime,
  readSeatInput,
  toSeatInput,
} from '@/lib/clock'
import { ExtendPeriod, OpenPeriod } from '@/lib/sessions/schema'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('dates as United Nations documents print them', () => {
  it('name the day without a zero, the month and the year', () => {
    expect(printDate(day('2020-07-27'))).toBe('27 July 2020')
    expect(printDate(day('2021-04-06'))).toBe('6 April 2021')
  })

  it('share in a range what is the same at both ends', () => {
    const range = (from: string, until: string) => printDateRange(day(from), day(until))
    expect(range('2020-07-27', '2020-07-27')).toBe('27 July 2020')
    expect(range('2020-07-27', '2020-07-29')).toBe('27–29 July 2020')
    expect(range('2020-07-30', '2020-08-02')).toBe('30 July–2 August 2020')
    expect(range('2020-12-30', '2021-01-02')).toBe('30 December 2020–2 January 2021')
    expect(range('2020-07-27', '2021-07-29')).toBe('27 July 2020–29 July 2021')
  })
})

describe('moments in the time of the seat', () => {
  it('mind summer time, and midnight belongs to the day that begins', () => {
    expect(printSeatTime(new Date('2020-07-27T16:00:00Z'))).toBe('27 July 2020, 18:00')
    expect(printSeatTime(new Date('2020-01-27T16:00:00Z'))).toBe('27 January 2020, 17:00')
    expect(printSeatSecond(new Date('2020-07-27T15:59:59.7Z'))).toBe('27 July 2020, 17:59:59')
    expect(printSeatTime(new Date('2020-01-26T23:00:00Z'))).toBe('27 January 2020, 00:00')
    expect(printSeatDate(new Date('2020-01-26T23:00:00Z'))).toBe('27 January 2020')
  })

  it('are printed as the input of a form shows them, and read from it again', () => {
    const moments = fc.date({ min: day('1990-01-01'), max: day('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const input = toSeatInput(moment)
        expect(printSeatTime(moment)).toContain(`, ${input.slice(-5)}`)
        expect(Number.parseInt(printSeatTime(moment))).toBe(Number(input.slice(8, 10)))
        const read = readSeatInput(input)
        const minute = new Date(Math.floor(moment.getTime() / 60_000) * 60_000)
        const which = doubleHour(moment)
        if (read.kind === 'twice') expect(read[which!]).toEqual(minute)
        else expect(read).toEqual({ kind: 'instant', instant: minute })
      }),
    )
  })

  it('have an hour that does not exist in spring and one that comes twice in autumn', () => {
    expect(readSeatInput('2027-03-28T01:59')).toMatchObject({ kind: 'instant' })
    expect(readSeatInput('2027-03-28T02:00')).toEqual({ kind: 'skipped' })
    expect(readSeatInput('2027-03-28T02:59')).toEqual({ kind: 'skipped' })
    expect(readSeatInput('2027-03-28T03:00')).toMatchObject({ kind: 'instant' })
    expect(readSeatInput('2026-10-25T01:59')).toMatchObject({ kind: 'instant' })
    expect(readSeatInput('2026-10-25T02:30')).toEqual({
      kind: 'twice',
      summer: new Date('2026-10-25T00:30:00Z'),
      winter: new Date('2026-10-25T01:30:00Z'),
    })
    expect(readSeatInput('2026-10-25T03:00')).toMatchObject({ kind: 'instant' })
    expect(printSeatTime(new Date('2026-10-25T00:30:00Z'))).toBe(
      '25 October 2026, 02:30 (summer time)',
    )
    expect(printSeatTime(new Date('2026-10-25T01:30:00Z'))).toBe(
      '25 October 2026, 02:30 (winter time)',
    )
  })

  it.each(['', '2026-02-30T10:00', '2026-10-25', '2026-10-25T24:00', 'now'])(
    'are not read from %j',
    (value) => {
      expect(readSeatInput(value)).toEqual({ kind: 'invalid' })
    },
  )

  describe.each([OpenPeriod, ExtendPeriod])('in the form of a period', (schema) => {
    const form = {
      sessionId: randomUUID(),
      periodId: randomUUID(),
      kind: 'comments',
      reason: 'A feast.',
    }
    const parse = (openUntil: string, openUntilHour?: string) => {
      const { data, error } = schema.safeParse({ ...form, openUntil, openUntilHour })
      return data?.openUntil.toISOString() ?? error?.issues[0]
    }

    it('are refused with a sentence where the clock skips them', () => {
      expect(parse('2027-03-28T02:30')).toMatchObject({
        message: 'hourSkipped',
        path: ['openUntil'],
      })
    })

    it('are asked for where the clock shows them twice', () => {
      expect(parse('2026-10-25T02:30')).toMatchObject({
        message: 'hourTwice',
        path: ['openUntilHour'],
      })
      expect(parse('2026-10-25T02:30', 'summer')).toBe('2026-10-25T00:30:00.000Z')
      expect(parse('2026-10-25T02:30', 'winter')).toBe('2026-10-25T01:30:00.000Z')
      expect(parse('2026-10-26T02:30', 'winter')).toBe('2026-10-26T01:30:00.000Z')
    })
  })
})
