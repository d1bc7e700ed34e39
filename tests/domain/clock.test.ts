import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromSeatInput,
  printDate,
  printDateRange,
  printSeatDate,
  printSeatTime,
  toSeatInput,
} from '@/lib/clock'

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
    expect(printSeatTime(new Date('2020-01-26T23:00:00Z'))).toBe('27 January 2020, 00:00')
    expect(printSeatDate(new Date('2020-01-26T23:00:00Z'))).toBe('27 January 2020')
  })

  it('are printed as the input of a form shows them, and read from it again', () => {
    const moments = fc.date({ min: day('1990-01-01'), max: day('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const input = toSeatInput(moment)
        expect(printSeatTime(moment).slice(-5)).toBe(input.slice(-5))
        expect(Number.parseInt(printSeatTime(moment))).toBe(Number(input.slice(8, 10)))
        expect(toSeatInput(fromSeatInput(input)!)).toBe(input)
      }),
    )
  })
})
