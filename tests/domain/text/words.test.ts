import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordCount, words } from '@/lib/text/words'
import { segmentsOf } from '@/tests/support/segments'
import { RUNS } from '@/tests/support/runs'
import { languages, textIn } from '@/tests/support/texts'
import { quietCostOf } from '@/tests/support/cost'

test.each(languages)(
  'words of %s joined again are the text, cut as the segmenter cuts the whole',
  (locale) => {
    fc.assert(
      fc.property(textIn(locale, 30), (text) => {
        const all = words(text, locale)
        expect(all.join('')).toBe(text)
        expect(all).toEqual(segmentsOf(text, locale))
      }),
      { numRuns: RUNS },
    )
  },
)

test('any string is its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(words(text, 'en').join('')).toBe(text)
    }),
    { numRuns: RUNS },
  )
})

test('a Chinese sentence is many words', () => {
  expect(wordCount('会员国应当分享电子证据。', 'zh')).toBeGreaterThan(3)
})

test.each(['word ', 'a,', '👩‍👩‍👧e\u0301'])(
  'a text of many %j, four times as long, costs about four times as much',
  async (unit) => {
    const read = (times: number) => () => {
      const text = unit.repeat(times)
      expect(words(text, 'en').join('') === text).toBe(true)
      wordCount(text, 'en')
    }
    // A cost that grows with the square of the length would be sixteen times as much.
    const limit = 10 * (await quietCostOf(read(10_000), 0)) + 150
    expect(await quietCostOf(read(40_000), limit)).toBeLessThan(limit)
  },
)

test('a text of 40,000 words has 40,000 words', () => {
  expect(wordCount('word '.repeat(40_000), 'en')).toBe(40_000)
})
