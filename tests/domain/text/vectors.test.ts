import { describe, expect, test } from 'vitest'
import type { Change } from '@/lib/text/diff/change'
import { apply, diff } from '@/lib/text/diff/diff'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { rebase } from '@/lib/text/weave/rebase'
import { weave } from '@/lib/text/weave/weave'
import { words } from '@/lib/text/words'
import { withoutOrder, wovenText } from '@/tests/support/weaving'
import { languages } from './languages'
import { marked, vectors } from './vectors'

const areApart = (one: readonly Change[], other: readonly Change[]) =>
  one.every((a) =>
    other.every((b) => a.at > b.at + b.remove.length + 1 || b.at > a.at + a.remove.length + 1),
  )

test.each(vectors)(
  '$locale: $name is marked as a drafter would',
  ({ locale, base, text, changes }) => {
    const found = diff(base, text, locale)
    expect(apply(base, found)).toBe(text)
    expect(found.map(({ remove, insert }) => [remove, insert])).toEqual(changes)
  },
)

describe.each(languages)('the laws over the texts in $locale', ({ locale, base: written }) => {
  const base = marked(written)
  const texts = vectors.filter((vector) => vector.locale === locale && vector.base === base)
  const amended = texts.map(({ name, text }) => ({ id: name, text }))

  test('from any text to any other', () => {
    for (const { text: one } of texts) {
      expect(words(one, locale).join('')).toBe(one)
      for (const { text: other } of texts) expect(apply(one, diff(one, other, locale))).toBe(other)
    }
  })

  test('woven in any order, nothing is lost and nothing invented', () => {
    const segments = weave(base, amended, locale)
    expect(wovenText(segments, null)).toBe(base)
    for (const { id, text } of amended) expect(wovenText(segments, id)).toBe(text)
    expect(withoutOrder(weave(base, amended.toReversed(), locale))).toEqual(withoutOrder(segments))
  })

  test('amendments of different words do not collide', () => {
    const apart = amended.filter(({ id }) => id !== 'empty' && id !== 'replaced')
    for (const segment of weave(base, apart, locale))
      if (segment.kind === 'changed') expect(segment.alternatives).toHaveLength(1)
  })

  test('each is carried over what every other made of the text', () => {
    for (const one of texts) {
      expect(rebase(base, one.text, base, locale)).toEqual({ state: 'clean', text: one.text })
      for (const other of texts) {
        if (
          one === other ||
          [one, other].some(({ name }) => /^(?:equal|empty|replaced)$/.test(name))
        )
          continue
        const { state, text } = rebase(base, one.text, other.text, locale)
        expect([one.name, other.name, state]).toEqual([one.name, other.name, 'clean'])
        if (!areApart(diff(base, one.text, locale), diff(base, other.text, locale))) continue
        for (const part of [one, other])
          expect([one.name, other.name, rebase(base, part.text, text, locale)]).toEqual([
            one.name,
            other.name,
            { state: 'already-included', text },
          ])
      }
    }
  })

  test('italics, paragraphs and brackets come back from the string', () => {
    for (const { text } of texts) expect(toMarked(fromMarked(text))).toBe(text)
    for (const { text: one } of texts)
      for (const { text: other } of texts) {
        const document = fromMarked(rebase(base, one, other, locale).text)
        expect(fromMarked(toMarked(document))).toEqual(document)
      }
  })
})
