import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentPositions } from '@/lib/comments/kinds'
import { type ComparedWords, wordsKey } from '@/lib/circulation/responses/identical'

const words = fc.array(fc.constantFrom('We', 'support', 'this', '“item”', 'well-known', 'Ünïcode'))
const comparedWords: fc.Arbitrary<ComparedWords> = fc.record({
  position: fc.constantFrom(...commentPositions),
  text: words.map((list) => list.join(' ')),
  wordingText: fc.option(words.map((list) => list.join(' '))),
})

describe('comments that say the same', () => {
  test('do so whatever their case, spaces, quotation marks, hyphens and last stop', () => {
    fc.assert(
      fc.property(comparedWords, (comment) => {
        const text = ` ${comment.text.toUpperCase().replaceAll(' ', '\n ').replaceAll('-', '–')} .`
        expect(wordsKey({ ...comment, text: text.replace(/[“”]/gu, '"') })).toBe(wordsKey(comment))
      }),
    )
  })

  test('do not where a word, the proposed wording or the position differs', () => {
    fc.assert(
      fc.property(comparedWords, (comment) => {
        const key = wordsKey(comment)
        expect(wordsKey({ ...comment, text: `${comment.text} not` })).not.toBe(key)
        expect(wordsKey({ ...comment, wordingText: `${comment.wordingText ?? ''} not` })).not.toBe(
          key,
        )
        const position = comment.position === 'supports' ? 'doesNotSupport' : 'supports'
        expect(wordsKey({ ...comment, position })).not.toBe(key)
      }),
    )
  })
})
