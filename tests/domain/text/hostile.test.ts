import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, diff } from '@/lib/text/diff/diff'
import { rebase } from '@/lib/text/weave/rebase'
import { weave } from '@/lib/text/weave/weave'
import { words } from '@/lib/text/words'
import { hostileTexts } from '@/tests/support/hostile'
import { segmentsOf } from '@/tests/support/segments'
import { RUNS } from '@/tests/support/runs'
import { withoutOrder, wovenText } from '@/tests/support/weaving'
import { quietCostOf } from '@/tests/support/cost'

const endsOf = (pieces: Iterable<string>): Set<number> => {
  const ends = new Set([0])
  let at = 0
  for (const piece of pieces) ends.add((at += piece.length))
  return ends
}
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const charactersOf = (text: string) =>
  Array.from(characters.segment(text), ({ segment }) => segment)

describe('whatever another program hands over', () => {
  test('words are those of the segmenter', () => {
    fc.assert(
      fc.property(hostileTexts(1), ({ locale, base }) => {
        expect(words(base, locale)).toEqual(segmentsOf(base, locale))
      }),
      { numRuns: RUNS },
    )
  })

  test('a difference leads from one text to the other and cuts neither words nor characters of either', () => {
    fc.assert(
      fc.property(hostileTexts(1), ({ locale, base, texts: [next = ''] }) => {
        const changes = diff(base, next, locale)
        expect(apply(base, changes)).toBe(next)
        let moved = 0
        for (const { at, remove, insert } of changes) {
          for (const [text, place] of [
            [base, at],
            [base, at + remove.length],
            [next, at + moved],
            [next, at + moved + insert.length],
          ] as const) {
            expect(endsOf(words(text, locale))).toContain(place)
            expect(endsOf(charactersOf(text))).toContain(place)
          }
          moved += insert.length - remove.length
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('a weave loses nothing, invents nothing, and does not mind the order', () => {
    fc.assert(
      fc.property(hostileTexts(4), ({ locale, base, texts }) => {
        const amended = texts.map((text, index) => ({ id: `${index}`, text }))
        const woven = weave(base, amended, locale)
        expect(wovenText(woven, null)).toBe(base)
        for (const { id, text } of amended) expect(wovenText(woven, id)).toBe(text)
        for (const segment of woven)
          if (segment.kind === 'changed')
            for (const { text } of segment.alternatives) expect(text).not.toBe(segment.base)
        expect(withoutOrder(weave(base, amended.toReversed(), locale))).toEqual(withoutOrder(woven))
      }),
      { numRuns: RUNS },
    )
  })

  test('re-basing puts no word together that neither side wrote', () => {
    fc.assert(
      fc.property(hostileTexts(2), ({ locale, base, texts: [amended = '', next = base] }) => {
        expect(rebase(base, amended, base, locale)).toEqual({ state: 'clean', text: amended })
        if (amended !== base)
          expect(rebase(base, amended, amended, locale)).toEqual({
            state: 'already-included',
            text: amended,
          })
        const known = new Set([base, amended, next].flatMap((text) => words(text, locale)))
        const { text } = rebase(base, amended, next, locale)
        expect(words(text, locale).filter((word) => !known.has(word))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })
})

test('texts of 200 kB that share everything or nothing are compared in seconds', async () => {
  let seed = 1
  const two = (count: number) =>
    Array.from({ length: count }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % 65_536 < 32_768 ? 'a' : 'b'
    }).join(' ')
  const pairs = [
    [two(100_000), two(100_000), 'en'],
    ['a'.repeat(200_000), `${'a'.repeat(100_000)}b${'a'.repeat(99_999)}`, 'en'],
    ['会员国应当分享电子证据'.repeat(6_000), '会员国可以分享电子证据'.repeat(6_000), 'zh'],
    ['👩‍👩‍👧e\u0301'.repeat(15_000), `x${'👩‍👩‍👧e\u0301'.repeat(15_000)}`, 'en'],
  ] as const
  const compare = () => {
    for (const [before, after, locale] of pairs)
      expect(apply(before, diff(before, after, locale)) === after).toBe(true)
  }
  expect(await quietCostOf(compare, 15_000)).toBeLessThan(15_000)
})
