import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedOver } from '@/lib/text/document/typed-over'
import { paragraphsOf, plainText } from '@/lib/text/document/document'
import { latinOf } from '@/lib/text/latin'
import { fromMarked } from '@/lib/text/document/marked'
import {
  isAgreed,
  negotiationText,
  openParagraphs,
  openWords,
  type Passage,
  versionsInBrackets,
} from '@/lib/text/weave/negotiation'
import { visibleWords, withoutMarks } from '@/lib/text/signs'
import { weave } from '@/lib/text/weave/weave'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'

const woven = (base: string, texts: readonly string[], locale = 'en') =>
  weave(
    base,
    texts.map((text, index) => ({ id: 'ABCDEFGHIJ'.charAt(index), text })),
    locale,
  )
const asked = ({ text, by }: { text: string; by: readonly string[] }) =>
  by.length === 0 ? '' : text === '' ? `(delete: ${by.join(', ')})` : `(${by.join(', ')})`
const printed = (marked: string) => plainText(fromMarked(marked))

/** The text with every open passage agreed on the words of one amendment, or on the unchanged text. */
const agreedFor = (id: string | null, passages: readonly Passage[]): string =>
  passages
    .map((passage) => {
      if (passage.kind === 'agreed') return passage.text
      const own = passage.versions.find(({ by }) => id !== null && by.includes(id))
      return (own ?? passage.versions[0]!).text
    })
    .join('')

describe('the laws of a text under negotiation', () => {
  test.each([
    ['words', openWords],
    ['paragraphs', openParagraphs],
  ] as const)(
    'agreed everywhere on one’s %s it is that one’s text, without a bracket',
    (_, open) => {
      fc.assert(
        fc.property(amendedTexts(4), ({ locale, base, texts }) => {
          const passages = open(woven(base, texts, locale))
          expect(agreedFor(null, passages)).toBe(base)
          texts.forEach((text, index) => {
            const id = 'ABCDEFGHIJ'.charAt(index)
            expect(withoutMarks(agreedFor(id, passages))).toBe(withoutMarks(text))
          })
        }),
        { numRuns: RUNS },
      )
    },
  )

  test('every version stands in brackets, and no other words do; no bracket stands within another', () => {
    fc.assert(
      fc.property(amendedTexts(4), ({ locale, base, texts }) => {
        const plain = withoutMarks(base)
        const passages = openWords(
          woven(
            plain,
            texts.map((text) => withoutMarks(text)),
            locale,
          ),
        )
        const runs = paragraphsOf(fromMarked(negotiationText(passages))).flat()
        const squeezed = (text: string) => text.replace(/\s+/g, '')
        expect(squeezed(runs.flatMap((run) => (run.bracket ? [run.text] : [])).join(''))).toBe(
          squeezed(
            passages
              .flatMap((passage) =>
                passage.kind === 'open' ? passage.versions.map(({ text }) => text) : [],
              )
              .join(''),
          ),
        )
        expect(squeezed(runs.flatMap((run) => (run.bracket ? [] : [run.text])).join(''))).toBe(
          squeezed(
            passages.map((passage) => (passage.kind === 'agreed' ? passage.text : '')).join(''),
          ),
        )
      }),
      { numRuns: RUNS },
    )
  })
})

const base = 'States shall share evidence without delay.'
const texts = [
  'States should share evidence without delay.',
  'States should promptly share evidence.',
  'States may share evidence without delay.',
  'States should share evidence without delay.',
]

test('open words stand in brackets, with those who asked for them behind', () => {
  const passages = openWords(woven(base, texts))
  expect(printed(negotiationText(passages, asked))).toBe(
    'States [shall] [may] (C) [should] (A, D) [should promptly] (B) share evidence [without delay] (delete: B).',
  )
  expect(printed(negotiationText(passages))).toBe(
    'States [shall] [may] [should] [should promptly] share evidence [without delay].',
  )
})

test('a paragraph that is open has its whole versions; the others have none', () => {
  const passages = openParagraphs(
    woven(`First.\n${base}`, [`First.\n${texts[0]}`, `First.\n${texts[1]}`]),
  )
  expect(
    passages.map((passage) =>
      passage.kind === 'agreed' ? passage.text : passage.versions.map(({ text }) => text),
    ),
  ).toEqual(['First.\n', [base, texts[0], texts[1]]])
})

test('versions are numbered bis, ter … octies', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(latinOf)).toEqual([
    '',
    'bis',
    'ter',
    'quater',
    'quinquies',
    'sexies',
    'septies',
    'octies',
    'alt 9',
  ])
})

test('italics stay with their words, a placeholder stays one, another form is no other wording', () => {
  const italic = 'as \uE000inter alia\uE001 said by \uE00494\uE005 States'
  const passages = openWords(
    woven(italic, ['as \uE000mutatis mutandis\uE001 said by \uE00493\uE005 States']),
  )
  const document = fromMarked(negotiationText(passages))
  expect(plainText(document)).toBe('as [inter alia] [mutatis mutandis] said by [94] [93] States')
  const runs = paragraphsOf(document).flat()
  expect(runs.filter((run) => run.italic).map(({ text }) => text)).toEqual([
    'inter alia',
    'mutatis mutandis',
  ])
  expect(isAgreed(openWords(woven(italic, ['as inter alia said by \uE00494\uE005 States'])))).toBe(
    true,
  )
})

test('in Chinese and Arabic too', () => {
  const zh = openWords(woven('会员国应当分享证据。', ['会员国可以分享证据。'], 'zh'))
  expect(printed(negotiationText(zh, asked))).toBe('会员国[应当] [可以] (A)分享证据。')
  const ar = openWords(woven('ينبغي للدول التعاون.', ['يجب للدول التعاون.'], 'ar'))
  expect(printed(negotiationText(ar, asked))).toBe('[ينبغي] [يجب] (A) للدول التعاون.')
})

test('a desk leaves a place open with all versions in brackets, which are not agreed words', () => {
  const [changed] = woven(base, [texts[0]!, texts[2]!]).filter(({ kind }) => kind === 'changed')
  const typed = versionsInBrackets(changed!)
  expect(typed).toBe('[shall] [may] [should]')
  const marked = typedOver('shall', typed, 'en')
  expect(visibleWords(marked)).toBe(typed)
  expect(
    paragraphsOf(fromMarked(marked))
      .flat()
      .filter(({ bracket }) => bracket === 'notAgreed'),
  ).toHaveLength(3)
  expect(typedOver('shall', 'shall [...]', 'en')).toBe('shall [...]')
})
