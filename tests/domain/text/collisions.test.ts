import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '@/lib/text/diff/diff'
import { rebase } from '@/lib/text/weave/rebase'
import { weave } from '@/lib/text/weave/weave'
import { RUNS } from '@/tests/support/runs'

const sentences: Record<string, { base: string[]; others: string[]; space: string }> = {
  en: {
    base: 'Member States shall share electronic evidence without any delay'.split(' '),
    others: ['should', 'all relevant', 'data', 'undue'],
    space: ' ',
  },
  fr: {
    base: 'Les États Membres doivent échanger des preuves sans tarder'.split(' '),
    others: ['devraient', 'toutes données', 'rapidement', 'l’information'],
    space: ' ',
  },
  es: {
    base: 'Los Estados deberán compartir pruebas electrónicas sin ninguna demora'.split(' '),
    others: ['deberían', 'todos los', 'datos', 'pronto'],
    space: ' ',
  },
  ru: {
    base: 'Государства обязаны передавать друг другу электронные доказательства без промедления'.split(
      ' ',
    ),
    others: ['могут', 'все эти', 'данные', 'вскоре'],
    space: ' ',
  },
  zh: {
    base: ['会员国', '应当', '及时', '分享', '电子', '证据', '保护', '人权', '隐私'],
    others: ['可以', '数据', '加强', '信息'],
    space: '，',
  },
  ar: {
    base: 'ينبغي للدول الأعضاء أن تتبادل الأدلة الإلكترونية دون تأخير'.split(' '),
    others: ['يجب', 'جميع البيانات', 'سريعا', 'المعلومات'],
    space: ' ',
  },
}

// A change is of word 0, 3 or 6, or put in before word 2, 5 or 8: no two of them touch one another, so that it is
// known without any comparison which changes collide.
const byName = (a: string, b: string) => (a < b ? -1 : 1)

type Place = { word: number; put: string }
const changesWord = (word: number) => word % 3 === 0

const amendments = fc.constantFrom(...Object.keys(sentences)).chain((locale) =>
  fc.record({
    locale: fc.constant(locale),
    all: fc.array(
      fc.uniqueArray(
        fc.record({
          word: fc.constantFrom(0, 2, 3, 5, 6, 8),
          put: fc.constantFrom(...sentences[locale]!.others),
        }),
        { selector: ({ word }) => word, maxLength: 4 },
      ),
      { maxLength: 5 },
    ),
  }),
)

function textOf(locale: string, places: readonly Place[]): string {
  const { base, space } = sentences[locale]!
  return base
    .map((word, index) => {
      const put = places.find((place) => place.word === index)?.put
      return put === undefined ? word : changesWord(index) ? put : put + space + word
    })
    .join(space)
}

describe('the same words changed, or other words put in at the same place', () => {
  test('collide, and nothing else does; who asks for the same stands beside it', () => {
    fc.assert(
      fc.property(amendments, ({ locale, all }) => {
        const amended = all.map((places, id) => ({ id: `${id}`, text: textOf(locale, places) }))
        const found = weave(textOf(locale, []), amended, locale).flatMap((segment) =>
          segment.kind === 'kept'
            ? []
            : [segment.alternatives.map(({ by }) => by.join('+')).toSorted(byName)],
        )
        const expected = [0, 2, 3, 5, 6, 8].flatMap((word) => {
          const wishes = new Map<string, string[]>()
          all.forEach((places, id) => {
            const put = places.find((place) => place.word === word)?.put
            if (put) wishes.set(put, [...(wishes.get(put) ?? []), `${id}`])
          })
          return wishes.size > 0
            ? [[...wishes.values()].map((by) => by.join('+')).toSorted(byName)]
            : []
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: RUNS },
    )
  })

  test('an amendment of other words than those that were changed is carried over clean', () => {
    fc.assert(
      fc.property(amendments, ({ locale, all: [first = [], two = []] }) => {
        const apart = two.filter(({ word }) => !first.some((place) => place.word === word))
        const [base, amended, next] = [[], first, apart].map((places) => textOf(locale, places))
        fc.pre(first.length > 0 && apart.length > 0)
        const both = textOf(locale, [...first, ...apart])
        expect(rebase(base!, amended!, next!, locale)).toEqual({ state: 'clean', text: both })
        expect(rebase(base!, amended!, both, locale)).toEqual({
          state: 'already-included',
          text: both,
        })
      }),
      { numRuns: RUNS },
    )
  })
})

test('words that two put in are theirs together, though one changes the word beside them too', () => {
  const base = 'States should keep records.'
  const amended = [
    { id: 'one', text: 'States should always keep records.' },
    { id: 'two', text: 'States must always keep records.' },
    { id: 'three', text: 'States should always retain records.' },
  ]
  const changed = weave(base, amended, 'en').flatMap((segment) =>
    segment.kind === 'kept' ? [] : [segment.alternatives],
  )
  expect(changed).toEqual([
    [{ text: 'must', by: ['two'] }],
    [{ text: 'always ', by: ['one', 'two', 'three'] }],
    [{ text: 'retain', by: ['three'] }],
  ])
  expect(rebase(base, amended[0]!.text, amended[1]!.text, 'en')).toEqual({
    state: 'already-included',
    text: 'States must always keep records.',
  })
})

describe('what touches only beside the same words does not collide', () => {
  const alternatives = (base: string, texts: string[]) =>
    weave(
      base,
      texts.map((text, id) => ({ id: `${id}`, text })),
      'en',
    ).flatMap((segment) =>
      segment.kind === 'kept'
        ? []
        : [[segment.base, ...segment.alternatives.map(({ by }) => by.join())]],
    )

  test.each([
    [
      'the last word taken out, and one put in before it',
      'States keep all records.',
      ['States keep all.', 'States keep all old records.'],
      [
        ['', '1'],
        [' records', '0'],
      ],
    ],
    [
      'the last word taken out, and the one before it',
      'States keep all records.',
      ['States keep all.', 'States keep records.'],
      [
        [' all', '1'],
        [' records', '0'],
      ],
    ],
    [
      'two words taken out, and one of them by another hand',
      'States keep all old records.',
      ['States keep records.', 'States keep all records.'],
      [
        ['all ', '0'],
        ['old ', '0,1'],
      ],
    ],
    [
      'a long passage replaced but for a word, and that word changed',
      'One two three four five and six seven eight nine ten.',
      [
        'Alpha beta gamma delta and epsilon zeta eta theta.',
        'One two three four five or six seven eight nine ten.',
      ],
      [
        ['One two three four five', '0'],
        ['and', '1'],
        ['six seven eight nine ten', '0'],
      ],
    ],
  ])('%s', (_, base, texts, expected) => {
    expect(alternatives(base, texts)).toEqual(expected)
  })
})

test('a word that another one becomes is the one that was changed, though it stands beside its like', () => {
  expect(diff('keep data records', 'keep records records', 'en')).toEqual([
    { at: 5, remove: 'data', insert: 'records' },
  ])
})

test('an amendment carried over beside others is found where it was put in', () => {
  const base = 'States keep records of records.'
  const amended = 'States keep records of old records of records.'
  const carried = rebase(base, amended, 'All States keep records of records.', 'en')
  expect(carried.state).toBe('clean')
  expect(rebase(base, amended, carried.text, 'en').state).toBe('already-included')
})
