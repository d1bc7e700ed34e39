import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesOf } from '@/lib/text/weave/choices'
import { compoundsOf } from '@/lib/text/weave/compounds'
import { type Changed, changedOf, type Decision, join } from '@/lib/text/weave/join'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'
import { withoutOrder, wovenText } from '@/tests/support/weaving'

const named = (texts: readonly string[]) => texts.map((text, index) => ({ id: `${index}`, text }))
const compounds = (text: string) =>
  compoundsOf(text).map(({ from, until }) => text.slice(from, until))

// Sentences of figures, dates and hyphenated words, in which each word may become another.
const figures: Record<string, string[][]> = {
  en: [
    ['within', 'before', 'in'],
    ['72', 'seven', '48', '1,000'],
    ['hours', 'days', 'per cent', 'hours, or days,'],
    ['of', 'after'],
    ['27 July', '28 July', '27 August', 'July'],
    ['2020', '2021', '', 'at most'],
    ['law-enforcement', 'law-making', 'tax-enforcement', 'enforcement'],
  ],
  fr: [
    ['dans', 'avant', 'sous'],
    ['72', 'sept', '48', '1 000'],
    ['heures', 'jours', 'pour cent'],
    ['avant le', 'après le'],
    ['27 juillet', '28 juillet', '27 août', 'juillet'],
    ['2020', '2021', ''],
    ['porte-parole', 'porte-avions', 'haut-parole'],
  ],
  ru: [
    ['в течение', 'через'],
    ['72', 'семи', '48', '1 000'],
    ['часов', 'дней', 'процентов'],
    ['до', 'после'],
    ['27 июля', '28 июля', '27 августа', 'июля'],
    ['2020', '2021', ''],
    ['государств-членов', 'государств-участников', 'стран-членов'],
  ],
  ar: [
    ['خلال', 'قبل'],
    ['72', 'سبعة', '48'],
    ['ساعة', 'أيام', 'في المائة'],
    ['من', 'بعد'],
    ['27 تموز/يوليه', '28 تموز/يوليه', '27 آب/أغسطس'],
    ['2020', '2021', ''],
    ['المعلومات', 'البيانات'],
  ],
  zh: [
    ['在', '于'],
    ['72', '七', '48', '一百'],
    ['小时', '天', '个月'],
    ['内，', '后，'],
    ['2020年7月', '2021年7月', '2020年8月'],
    ['27日', '28日', ''],
    ['分享', '共享'],
  ],
}
const figured = fc.constantFrom(...Object.keys(figures)).chain((locale) => {
  const space = locale === 'zh' ? '' : ' '
  const sentence = fc
    .tuple(...figures[locale]!.map((words) => fc.constantFrom(words[0]!, words[0]!, ...words)))
    .map((words) => words.filter((word) => word !== '').join(space))
  return fc.record({
    locale: fc.constant(locale),
    base: sentence,
    texts: fc.array(sentence, { minLength: 1, maxLength: 8 }),
  })
})

/** Some suggestions over one text, and whole choices taken or left at random. */
const decided = fc.oneof(amendedTexts(8), figured).chain(({ locale, base, texts }) => {
  const segments = choicesOf(base, named(texts), locale)
  const places = changedOf(segments)
  return fc
    .tuple(
      ...places.map(({ alternatives }) => fc.integer({ min: -1, max: alternatives.length - 1 })),
    )
    .map((takes) => ({ locale, base, texts, segments, decisions: takes.map(decisionOf) }))
})
const decisionOf = (take: number): Decision => (take < 0 ? { keep: true } : { take })

describe('whole choices say only what somebody proposed', () => {
  test('a choice reads as the base does, or as one suggestion does from its beginning to its end', () => {
    fc.assert(
      fc.property(decided, ({ base, texts, segments }) => {
        expect(wovenText(segments, null)).toBe(base)
        for (const { id, text } of named(texts)) expect(wovenText(segments, id)).toBe(text)
      }),
      { numRuns: RUNS },
    )
  })

  test('each compound of the joined text stands in the base or in one suggestion', () => {
    fc.assert(
      fc.property(decided, ({ base, texts, segments, decisions }) => {
        const proposed = new Set([base, ...texts].flatMap(compounds))
        const made = compounds(join(segments, decisions))
        expect(made.filter((compound) => !proposed.has(compound))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  test('no suggestion has two choices between which only a space or a comma stands', () => {
    fc.assert(
      fc.property(decided, ({ segments }) => {
        const hands = (changed: Changed) => changed.alternatives.flatMap(({ by }) => by)
        segments.forEach((segment, index) => {
          if (segment.kind === 'kept') return
          const [next, after] = segments.slice(index + 1)
          const counterpart =
            next?.kind === 'kept' && /^[,،、，]?[ \u00A0\u202F]?$/.test(next.text) ? after : next
          if (counterpart?.kind === 'changed')
            expect(hands(segment).filter((hand) => hands(counterpart).includes(hand))).toEqual([])
        })
      }),
      { numRuns: RUNS },
    )
  })

  test('the order of the suggestions changes nothing but the order of names', () => {
    fc.assert(
      fc.property(amendedTexts(8), ({ locale, base, texts }) => {
        const woven = (all: { id: string; text: string }[]) =>
          withoutOrder(choicesOf(base, all, locale))
        expect(woven(named(texts).toReversed())).toEqual(woven(named(texts)))
      }),
      { numRuns: RUNS },
    )
  })

  test('the parts of a choice are its base, and each suggestion’s alternative', () => {
    fc.assert(
      fc.property(decided, ({ segments }) => {
        for (const { base, alternatives, parts } of changedOf(segments)) {
          if (!parts) continue
          expect(changedOf(parts).length).toBeGreaterThan(1)
          expect(wovenText(parts, null)).toBe(base)
          for (const { text, by } of alternatives)
            for (const id of by) expect(wovenText(parts, id)).toBe(text)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('one suggestion is one choice', () => {
  const choices = (base: string, texts: string[], locale = 'en') =>
    changedOf(choicesOf(base, named(texts), locale)).map(({ base: stands, alternatives }) => [
      stands,
      ...alternatives.map(({ text, by }) => `${text} ${by.join()}`),
    ])
  const base = 'Reply within 72 hours of a request.'

  test.each([
    [
      'places that touch, though another changes one of them',
      base,
      ['Reply within seven days of a request.', 'Reply within 48 hours of a request.'],
      [['72 hours', '48 hours 1', 'seven days 0']],
    ],
    [
      'a figure and its measure, by two hands',
      base,
      ['Reply within 48 hours of a request.', 'Reply within 72 days of a request.'],
      [['72 hours', '48 hours 0', '72 days 1']],
    ],
    [
      'a date',
      'Reply before 27 July 2020 at the latest.',
      ['Reply before 28 July 2021 at the latest.', 'Reply before 27 August 2020 at the latest.'],
      [['27 July 2020', '27 August 2020 1', '28 July 2021 0']],
    ],
    [
      'a hyphenated word, by two hands',
      'States co-operate.',
      ['States re-operate.', 'States co-ordinate.'],
      [['co-operate', 'co-ordinate 1', 're-operate 0']],
    ],
    [
      'a word that becomes part of one',
      'States keep evidence.',
      ['States keep evidence-based records.', 'States keep proof.'],
      [['evidence', 'evidence-based records 0', 'proof 1']],
    ],
    [
      'a figure put in before what another makes a figure too',
      'Reply before July 2020 at the latest.',
      ['Reply before 27 July 2020 at the latest.', 'Reply before 27 August at the latest.'],
      [['July 2020', '27 August 1', '27 July 2020 0']],
    ],
    [
      'brackets that are taken away',
      'States \uE002must and should\uE003 act.',
      ['States must and should act.'],
      [['\uE002must and should\uE003', 'must and should 0']],
    ],
  ])('%s', (_, text, texts, expected) => {
    expect(choices(text, texts)).toEqual(expected)
  })

  test('places apart stay two choices, and so do neighbours of two hands', () => {
    expect(
      choices(base, [
        'Answer within 72 hours of any request.',
        'Reply within 72 hours at most of a request.',
      ]),
    ).toEqual([
      ['Reply', 'Answer 0'],
      ['', 'at most  1'],
      ['a', 'any 0'],
    ])
  })

  test('in Chinese', () => {
    expect(choices('应在72小时内答复。', ['应在七天内答复。', '应在48小时内答复。'], 'zh')).toEqual(
      [['72小时', '48小时 1', '七天 0']],
    )
  })
})
