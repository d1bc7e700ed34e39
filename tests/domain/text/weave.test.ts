import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { rebase } from '@/lib/text/weave/rebase'
import { type Segment, weave } from '@/lib/text/weave/weave'
import { words } from '@/lib/text/words'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'
import { withoutOrder, wovenText } from '@/tests/support/weaving'

const named = (texts: readonly string[]) => texts.map((text, index) => ({ id: `${index}`, text }))
const changed = (segments: readonly Segment[]) =>
  segments.filter((segment) => segment.kind === 'changed')

describe('the laws of weaving', () => {
  test('it loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(amendedTexts(5), ({ locale, base, texts }) => {
        const segments = weave(base, named(texts), locale)
        expect(wovenText(segments, null)).toBe(base)
        for (const { id, text } of named(texts)) expect(wovenText(segments, id)).toBe(text)
      }),
      { numRuns: RUNS },
    )
  })

  test('an alternative stands once, with all who ask for it, and nobody stands twice in a segment', () => {
    fc.assert(
      fc.property(amendedTexts(5), ({ locale, base, texts }) => {
        for (const { alternatives } of changed(
          weave(base, named([...texts, ...texts]), locale),
        ) as {
          alternatives: { text: string; by: string[] }[]
        }[]) {
          expect(new Set(alternatives.map(({ text }) => text)).size).toBe(alternatives.length)
          const all = alternatives.flatMap(({ by }) => by)
          expect(new Set(all).size).toBe(all.length)
          for (const { by } of alternatives) expect(by.length % 2).toBe(0)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('the order of the amendments changes nothing but the order of names', () => {
    fc.assert(
      fc.property(amendedTexts(5), ({ locale, base, texts }) => {
        const all = named(texts)
        expect(withoutOrder(weave(base, all.toReversed(), locale))).toEqual(
          withoutOrder(weave(base, all, locale)),
        )
      }),
      { numRuns: RUNS },
    )
  })

  test('a woven document is a document again, whatever became of its marks', () => {
    fc.assert(
      fc.property(amendedTexts(3), ({ locale, base, texts }) => {
        const clean = (text: string) => toMarked(fromMarked(text))
        const segments = weave(clean(base), named(texts.map(clean)), locale)
        for (const { id, text } of named(texts)) expect(wovenText(segments, id)).toBe(clean(text))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('collisions', () => {
  const woven = (base: string, texts: string[], locale = 'en') =>
    changed(weave(base, named(texts), locale)).map(
      (segment) =>
        segment.kind === 'changed' && [
          segment.base,
          ...segment.alternatives.map(({ text, by }) => `${text} ${by.join()}`),
        ],
    )

  test('equal changes join, different ones at the same words collide, others stand apart', () => {
    expect(
      woven('States shall share evidence without delay.', [
        'States should share evidence without delay.',
        'States should share evidence within 24 hours.',
        'States may share evidence without delay.',
        'States shall promptly share evidence without delay.',
      ]),
    ).toEqual([
      ['shall', 'may 2', 'should 0,1'],
      ['', 'promptly  3'],
      ['without delay', 'within 24 hours 1'],
    ])
  })

  test('different words put in at one place collide, and equal ones do not', () => {
    expect(
      woven('States act.', ['States now act.', 'States promptly act.', 'States now act.']),
    ).toEqual([['', 'now  0,2', 'promptly  1']])
  })

  test.each([
    [
      'en',
      'States should share evidence.',
      'States must share evidence.',
      'States should share data.',
    ],
    [
      'fr',
      'Les États devraient partager des preuves.',
      'Les États peuvent partager des preuves.',
      'Les États devraient partager des données.',
    ],
    [
      'es',
      'Los Estados deberían compartir pruebas.',
      'Los Estados deben compartir pruebas.',
      'Los Estados deberían compartir datos.',
    ],
    [
      'ru',
      'Государствам следует передавать доказательства.',
      'Государствам надлежит передавать доказательства.',
      'Государствам следует передавать данные.',
    ],
    ['zh', '会员国应当分享电子证据。', '会员国可以分享电子证据。', '会员国应当分享电子数据。'],
    [
      'ar',
      'ينبغي للدول تبادل المعلومات.',
      'يجب للدول تبادل المعلومات.',
      'ينبغي للدول تبادل الأدلة.',
    ],
  ])(
    'changes in different words of one sentence do not collide in %s',
    (locale, base, first, second) => {
      const segments = changed(weave(base, named([first, second]), locale))
      expect(segments).toHaveLength(2)
      for (const segment of segments)
        expect(segment.kind === 'changed' && segment.alternatives).toHaveLength(1)
    },
  )
})

describe('re-basing', () => {
  test('an untouched base is clean; what was taken is included; no word comes from nowhere', () => {
    fc.assert(
      fc.property(amendedTexts(2), ({ locale, base, texts: [amended = base, next = base] }) => {
        expect(rebase(base, amended, base, locale)).toEqual({ state: 'clean', text: amended })
        if (amended !== base)
          expect(rebase(base, amended, amended, locale)).toEqual({
            state: 'already-included',
            text: amended,
          })
        const { text } = rebase(base, amended, next, locale)
        const known = new Set([
          ...words(amended, locale),
          ...words(next, locale),
          ...words(base, locale),
        ])
        expect(words(text, locale).filter((word) => !known.has(word))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  const base = 'States should share evidence without delay.'
  test.each([
    [
      'clean',
      'States should share data without delay.',
      'States should share evidence within 24 hours.',
      'States should share data within 24 hours.',
    ],
    [
      'clean',
      'States should promptly share evidence without delay.',
      'Member States should share evidence without delay.',
      'Member States should promptly share evidence without delay.',
    ],
    [
      'already-included',
      'States should share data without delay.',
      'Member States should share data without delay.',
      'Member States should share data without delay.',
    ],
    [
      'needs-attention',
      'States should share data without delay.',
      'States should share records without delay.',
      'States should share data without delay.',
    ],
    [
      'obsolete',
      'States should share evidence within reason.',
      'States should share evidence.',
      'States should share evidence.',
    ],
  ])('%s: %s', (state, amended, next, text) => {
    expect(rebase(base, amended, next, 'en')).toEqual({ state, text })
  })
})
