import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordCount, words } from '@/lib/text/words'
import { RUNS } from '@/tests/support/runs'
import { languages, textIn } from '@/tests/support/texts'

test.each(languages)(
  'words of %s joined again are the text, cut as the segmenter cuts the whole',
  (locale) => {
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    fc.assert(
      fc.property(textIn(locale, 30), (text) => {
        const all = words(text, locale)
        expect(all.join('')).toBe(text)
        expect(all).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment))
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

test('a long text, also one without spaces, is cut in a time that grows with its length', () => {
  const began = performance.now()
  for (const text of [
    'word '.repeat(40_000),
    'a,'.repeat(100_000),
    '👩‍👩‍👧e\u0301'.repeat(20_000),
  ]) {
    expect(words(text, 'en').join('') === text).toBe(true)
    wordCount(text, 'en')
  }
  expect(wordCount('word '.repeat(40_000), 'en')).toBe(40_000)
  expect(performance.now() - began).toBeLessThan(6_000)
})
