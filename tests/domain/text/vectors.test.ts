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

const areApart = (left: readonly Change[], right: readonly Change[]) =>
  left.every((a) =>
    right.every((b) => a.at > b.at + b.remove.length + 1 || b.at > a.at + a.remove.length + 1),
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
    for (const { text: before } of texts) {
      expect(words(before, locale).join('')).toBe(before)
      for (const { text: after } of texts)
        expect(apply(before, diff(before, after, locale))).toBe(after)
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
    for (const before of texts) {
      expect(rebase(base, before.text, base, locale)).toEqual({ state: 'clean', text: before.text })
      for (const after of texts) {
        if (
          before === after ||
          [before, after].some(({ name }) => /^(?:equal|empty|replaced)$/.test(name))
        )
          continue
        const { state, text } = rebase(base, before.text, after.text, locale)
        expect([before.name, after.name, state]).toEqual([before.name, after.name, 'clean'])
        if (!areApart(diff(base, before.text, locale), diff(base, after.text, locale))) continue
        for (const part of [before, after])
          expect([before.name, after.name, rebase(base, part.text, text, locale)]).toEqual([
            before.name,
            after.name,
            { state: 'already-included', text },
          ])
      }
    }
  })

  test('italics, paragraphs and brackets come back from the string', () => {
    for (const { text } of texts) expect(toMarked(fromMarked(text))).toBe(text)
    for (const { text: before } of texts)
      for (const { text: after } of texts) {
        const document = fromMarked(rebase(base, before, after, locale).text)
        expect(fromMarked(toMarked(document))).toEqual(document)
      }
  })
})
