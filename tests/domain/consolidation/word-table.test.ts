import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Numbers } from '@/lib/consolidation/similarity/numbers'
import { Vocabulary } from '@/lib/consolidation/similarity/vocabulary'
import { WordTable } from '@/lib/consolidation/similarity/word-table'
import { wordsOf } from '@/lib/consolidation/similarity/tokens'

// What is easily got wrong: capitals that grow or hang on their neighbours, signs on letters, digits of other
// kinds, letters that look like a stop, dashes, and scripts on both sides of what the table knows.
const PIECES =
  `State STATE states' 24/7 OP-CAT co-operate snake_case x X É é E\u0301 İ i\u0307 I ı Σ σ ς ΟΔΟΣ ΟΔΟΣ. ß ẞ ŉ ǅ
  µ ª º ² ½ × ÷ ÿ Ÿ \u212A ﬁ Ж ж Ѐ ԯ Ա ا أ ال للدول ّ ٣ ۳ ٬ \u06FF \u0700 ܀ ก ไทย 会员国 て カ 한국 𝒳 𝟙 \uD800 \uDC00 … – — ‘ ’ “ ” \u2010
  \u2027 \u2028 \u200D \u00A0 \u00AD \u0345 \u037E \u0387 _ ! ¿ « »`
    .split(/ +|\n/)
    .filter(Boolean)
const pieces = fc
  .array(fc.constantFrom(...PIECES, ' ', '\n', 'the', 'Ratify'), { maxLength: 12 })
  .map((some) => some.join(''))
const oneOfEach = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })
const known = fc.string({ unit: fc.nat(0x6ff).map((code) => String.fromCharCode(code)) })
const text = fc.oneof(pieces, known, oneOfEach, fc.string({ unit: 'binary' }))

const read = (table: WordTable, given: string) => {
  const found = new Numbers()
  table.read(given, found)
  return Array.from(found.values.subarray(0, found.length), (number) => table.words[number])
}
const copy = ({ values, length }: Numbers) => [...values.subarray(0, length)]

describe('the table of words', () => {
  it('finds in any texts the words that stand in them, in their order', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const table = new WordTable()
        for (const one of [...texts, ...texts]) expect(read(table, one)).toEqual(wordsOf(one))
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads each character, alone and between letters, as it stands in a text', () => {
    const table = new WordTable()
    for (let code = 0; code < 0x30_00; code += 1) {
      const one = String.fromCharCode(code)
      const given = `${one} A${one}B`
      if (read(table, given).join() !== wordsOf(given).join())
        expect([code, read(table, given)]).toEqual([code, wordsOf(given)])
    }
  })

  it('keeps a hundred thousand words apart, though some of them look alike to it', () => {
    const words = Array.from({ length: 100_000 }, (_, seed) =>
      (seed * 7_919 + 10 ** 7).toString(36),
    )
    const table = new WordTable()
    for (let round = 0; round < 2; round += 1)
      expect(read(table, words.join(' ')).join(' ')).toBe(words.join(' '))
    expect(new Set(table.words).size).toBe(words.length)
    expect(table.words).toHaveLength(words.length)
    expect(table.words.map((word) => table.find(word))).toEqual([...words.keys()])
    expect(table.find('none')).toBe(-1)
  })
})

describe('the vocabulary', () => {
  it('knows of a text what it learnt of it, and learns nothing when it is asked', () => {
    fc.assert(
      fc.property(text, text, (learnt, other) => {
        const vocabulary = new Vocabulary()
        const terms = copy(vocabulary.learn(learnt))
        const { size } = vocabulary
        vocabulary.known(wordsOf(other))
        expect(copy(vocabulary.known(wordsOf(learnt)))).toEqual(terms)
        expect(vocabulary.size).toBe(size)
      }),
    )
  })
})
