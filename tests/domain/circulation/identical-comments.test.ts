import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentPositions } from '@/lib/comments/kinds'
import { groupIdentical, type Said, saidKey } from '@/lib/circulation/responses/identical'

const words = fc.array(fc.constantFrom('We', 'support', 'this', '“item”', 'well-known', 'Ünïcode'))
const commentWords: fc.Arbitrary<Said> = fc.record({
  position: fc.constantFrom(...commentPositions),
  text: words.map((list) => list.join(' ')),
  wordingText: fc.option(words.map((list) => list.join(' '))),
})

describe('comments that say the same', () => {
  test('do so whatever their case, spaces, quotation marks, hyphens and last stop', () => {
    fc.assert(
      fc.property(commentWords, (comment) => {
        const text = ` ${comment.text.toUpperCase().replaceAll(' ', '\n ').replaceAll('-', '–')} .`
        expect(saidKey({ ...comment, text: text.replace(/[“”]/gu, '"') })).toBe(saidKey(comment))
      }),
    )
  })

  test('do not where a word, the proposed wording or the position differs', () => {
    fc.assert(
      fc.property(commentWords, (comment) => {
        const key = saidKey(comment)
        expect(saidKey({ ...comment, text: `${comment.text} not` })).not.toBe(key)
        expect(saidKey({ ...comment, wordingText: `${comment.wordingText ?? ''} not` })).not.toBe(
          key,
        )
        const position = comment.position === 'supports' ? 'doesNotSupport' : 'supports'
        expect(saidKey({ ...comment, position })).not.toBe(key)
      }),
    )
  })

  test('fall into groups that keep every comment once, in their order', () => {
    fc.assert(
      fc.property(fc.array(commentWords), (comments) => {
        const groups = groupIdentical(comments)
        expect(groups.flat().toSorted(by(comments))).toEqual(comments)
        const firsts = groups.map(([first]) => comments.indexOf(first!))
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
        expect(new Set(groups.map(([first]) => saidKey(first!))).size).toBe(groups.length)
      }),
    )
  })
})

const by =
  <T>(order: readonly T[]) =>
  (one: T, other: T) =>
    order.indexOf(one) - order.indexOf(other)
