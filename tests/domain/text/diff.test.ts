import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, diff } from '@/lib/text/diff/diff'
import { words } from '@/lib/text/words'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'

const shown = (base: string, next: string, locale = 'en') =>
  diff(base, next, locale).map(({ remove, insert }) => [remove, insert])

describe('the laws of a difference', () => {
  test('applied to the base it gives the next text; changes ascend and do not overlap', () => {
    fc.assert(
      fc.property(amendedTexts(1), ({ locale, base, texts: [next = ''] }) => {
        const changes = diff(base, next, locale)
        expect(apply(base, changes)).toBe(next)
        let at = -1
        for (const change of changes) {
          expect(change.at).toBeGreaterThan(at)
          expect(base.slice(change.at, change.at + change.remove.length)).toBe(change.remove)
          expect(change.remove + change.insert).not.toBe('')
          at = change.at + change.remove.length
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('it never cuts a word of either text: no surrogate pair, no combining sign, no Arabic word', () => {
    fc.assert(
      fc.property(amendedTexts(1), ({ locale, base, texts: [next = ''] }) => {
        const bounds = new Set([0])
        for (const word of words(base, locale)) bounds.add(Math.max(...bounds) + word.length)
        for (const { at, remove } of diff(base, next, locale)) {
          expect(bounds).toContain(at)
          expect(bounds).toContain(at + remove.length)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('equal texts have none; any strings have one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(diff(a, a, 'en')).toEqual([])
        expect(apply(a, diff(a, b, 'en'))).toBe(b)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a difference reads as a drafter would mark it', () => {
  test.each([
    [
      'one word for two',
      'States shall act.',
      'States should consider act.',
      [['shall', 'should consider']],
    ],
    [
      'not by letters',
      'Consider ratifying the Convention.',
      'Ratify the Convention.',
      [['Consider ratifying', 'Ratify']],
    ],
    ['joined over a comma', 'laws, rules and', 'acts, norms and', [['laws, rules', 'acts, norms']]],
    [
      'apart over a word',
      'adopt new laws',
      'amend new rules',
      [
        ['adopt', 'amend'],
        ['laws', 'rules'],
      ],
    ],
    [
      'a word put in takes its space',
      'States should act',
      'States should promptly act',
      [['', 'promptly ']],
    ],
    [
      'a word taken out too',
      'States should promptly act',
      'States should act',
      [['promptly ', '']],
    ],
    ['a list stop', 'one;\ntwo.', 'one; and\ntwo.', [['', ' and']]],
    [
      'curly and straight quotes',
      '"word" here',
      '“word” here',
      [
        ['"', '“'],
        ['"', '”'],
      ],
    ],
    ['numbers', 'within 24 hours', 'within 10,000 hours', [['24', '10,000']]],
    ['a paragraph begun', 'One. Two.', 'One.\nTwo.', [[' ', '\n']]],
    ['from nothing', '', 'All new.', [['', 'All new.']]],
    ['to nothing', 'All gone.', '', [['All gone.', '']]],
    [
      'italics',
      'as \uE000inter alia\uE001 said',
      'as inter alia said',
      [
        ['\uE000', ''],
        ['\uE001', ''],
      ],
    ],
  ])('%s', (_, base, next, expected) => {
    expect(shown(base, next)).toEqual(expected)
  })

  test.each([
    ['fr', 'Les États devraient agir.', 'Les États peuvent agir.', [['devraient', 'peuvent']]],
    ['es', 'Los Estados deberían actuar.', 'Los Estados deben actuar.', [['deberían', 'deben']]],
    [
      'ru',
      'Государствам следует сотрудничать.',
      'Государствам надлежит сотрудничать.',
      [['следует', 'надлежит']],
    ],
    ['zh', '会员国应当分享电子证据。', '会员国可以分享电子证据。', [['应当', '可以']]],
    [
      'ar',
      'ينبغي للدول تبادل المعلومات عبر WhatsApp.',
      'يجب للدول تبادل المعلومات عبر WhatsApp.',
      [['ينبغي', 'يجب']],
    ],
  ])('in %s', (locale, base, next, expected) => {
    expect(shown(base, next, locale)).toEqual(expected)
  })

  test('long texts that share nothing are replaced as a whole', () => {
    const before = Array.from({ length: 60 }, (_, i) => `one${i}`).join(' ')
    const after = Array.from({ length: 60 }, (_, i) => `other${i}`).join(' ')
    expect(shown(before, after)).toEqual([[before, after]])
  })
})
