import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gap } from '@/lib/report/placeholder'
import { heldOn, listDays } from '@/lib/report/words/days'
import {
  inWords,
  listed,
  meetingNumbers,
  sessionOrdinal,
  withArticle,
} from '@/lib/report/words/lists'
import { openIn, plainWords, say, sentences, stopped, words } from '@/lib/report/words/pieces'
import { type Sitting, sittings } from '@/lib/report/words/sittings'

const gaps = { meetings: gap('meetings', 'm', 'm'), dates: gap('meetings', 'd', 'd') }
const at = (meeting: number | null, date: string, confirmed = true): Sitting => ({
  meeting,
  date,
  confirmed,
})
const when = (all: Sitting[], allKnown = true) => plainWords(sittings({ at: all, allKnown, gaps }))

describe('meetings and days', () => {
  test.each<[string, Sitting[], boolean, string]>([
    ['one meeting', [at(2, '2020-07-27')], true, '2nd meeting, on 27 July 2020'],
    [
      'two on one day',
      [at(1, '2020-07-27'), at(2, '2020-07-27')],
      true,
      '1st and 2nd meetings, on 27 July 2020',
    ],
    [
      'three in a row over two days',
      [at(3, '2020-07-28'), at(1, '2020-07-27'), at(2, '2020-07-27')],
      true,
      '1st to 3rd meetings, on 27 and 28 July 2020',
    ],
    [
      "over a month's end",
      [at(1, '2020-07-30'), at(3, '2020-07-31'), at(4, '2020-08-03')],
      true,
      '1st, 3rd and 4th meetings, on 30 and 31 July and 3 August 2020',
    ],
    [
      "over a year's end",
      [at(11, '2020-12-31'), at(12, '2021-01-04')],
      true,
      '11th and 12th meetings, on 31 December 2020 and 4 January 2021',
    ],
    ['nothing known', [], false, '[...] meetings, on [...]'],
    ['one, at a time that is not known', [], true, '[...] meeting, on [...]'],
    ['a day alone', [at(null, '2020-07-29')], true, '[...] meeting, on 29 July 2020'],
    [
      'a day, and more to come',
      [at(null, '2020-07-28')],
      false,
      '[...] meetings, on 28 [and...] July 2020',
    ],
    [
      'likely ones of one month',
      [at(1, '2020-07-27'), at(2, '2020-07-27', false), at(null, '2020-07-28', false)],
      false,
      '1st and [2nd...] meetings, on 27 [and 28...] July 2020',
    ],
    [
      'a likely one in the next month',
      [at(4, '2020-07-31'), at(5, '2020-08-03', false)],
      false,
      '4th and [5th...] meetings, on 31 July 2020 [and 3 August 2020...]',
    ],
    ['only a likely one', [at(5, '2020-08-03', false)], true, '[5th] meeting, on [3] August 2020'],
    [
      'a known meeting, and more to come',
      [at(1, '2020-07-27')],
      false,
      '1st [and...] meetings, on 27 [and...] July 2020',
    ],
  ])('%s', (_, all, allKnown, printed) => {
    expect(when(all, allKnown)).toBe(printed)
  })

  test('what is known whole has no placeholder, and names each meeting and each day once', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => {
      const date = new Date(Date.UTC(2020, 0, 1 + n))
      return date.toISOString().slice(0, 10)
    })
    const sitting = fc.record({
      meeting: fc.integer({ min: 1, max: 60 }),
      date: day,
      confirmed: fc.constant(true),
    })
    fc.assert(
      fc.property(fc.array(sitting, { minLength: 1, maxLength: 12 }), (all) => {
        const sentence = sittings({ at: all, allKnown: true, gaps })
        expect(openIn(sentence)).toEqual([])
        expect(sentence).toEqual(sittings({ at: all.toReversed(), allKnown: true, gaps }))
        const years = new Set(all.map(({ date }) => date.slice(0, 4)))
        for (const year of years) expect(plainWords(sentence).split(year)).toHaveLength(2)
      }),
    )
  })

  test('what is not known whole has a placeholder, printed as it is told', () => {
    const sentence = sittings({ at: [at(1, '2020-07-27')], allKnown: false, gaps })
    expect(openIn(sentence).map(({ printed, state }) => [printed, state])).toEqual([
      ['[and...]', 'partly'],
      ['[and...]', 'partly'],
    ])
  })
})

describe('words', () => {
  test('lists have "and" before the last and no comma there', () => {
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ])
  })

  test('numbers under ten are words', () => {
    expect([1, 9, 10, 94].map(inWords)).toEqual(['one', 'nine', '10', '94'])
  })

  test('meetings in a row of three or more are a range', () => {
    expect(meetingNumbers([4, 5, 1, 2, 3, 7, 8, 4])).toBe('1st to 5th, 7th and 8th')
    expect(meetingNumbers([21, 11, 22, 12, 23, 13])).toBe('11th to 13th and 21st to 23rd')
  })

  test('sessions are counted in words', () => {
    expect([1, 6, 20, 21, 26, 30, 99, 100].map(sessionOrdinal)).toEqual([
      'first',
      'sixth',
      'twentieth',
      'twenty-first',
      'twenty-sixth',
      'thirtieth',
      'ninety-ninth',
      '100th',
    ])
  })

  test('the article goes by the sound', () => {
    const nouns = ['observer State', 'United Nations entity', 'institute', 'Member State']
    expect(nouns.map(withArticle)).toEqual([
      'an observer State',
      'a United Nations entity',
      'an institute',
      'a Member State',
    ])
  })

  test('days are told once, with month and year where these change', () => {
    expect(listDays(['2020-07-28', '2020-07-27', '2020-07-28'])).toBe('27 and 28 July 2020')
    expect(heldOn('2019-03-30', '2019-04-01')).toBe('from 30 March to 1 April 2019')
    expect(heldOn('2019-12-30', '2020-01-02')).toBe('from 30 December 2019 to 2 January 2020')
    expect(heldOn('2019-03-30', '2019-03-30')).toBe('on 30 March 2019')
  })

  test('sentences follow each other with one space, and end in one stop', () => {
    expect(plainWords(sentences([words('A.'), [], say`B ${2}.`]))).toBe('A. B 2.')
    expect([stopped('so it was'), stopped('so it was. '), stopped('“so.”')]).toEqual([
      'so it was.',
      'so it was.',
      '“so.”',
    ])
  })
})
