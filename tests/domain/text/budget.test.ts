import { describe, expect, test } from 'vitest'
import { apply, diff } from '@/lib/text/diff/diff'
import { faultOfText, MAX_SEGMENTS as SEGMENTS } from '@/lib/text/limits'
import { rebase } from '@/lib/text/weave/rebase'
import { weave } from '@/lib/text/weave/weave'
import { quietCostOf } from '@/tests/support/cost'

// The largest texts that faultOfText permits, in the shapes that cost most: texts that share very much, but
// in another order.
const WORDS = 10_000

let seed = 1
const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
const textOf = (pieces: readonly string[], count: number, glue = ' ') =>
  Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join(glue)
const vocabulary = (size: number) => Array.from({ length: size }, (_, i) => `w${i.toString(26)}`)

function inBlocks(text: string, size: number): string {
  const words = text.split(' ')
  const blocks = Array.from({ length: words.length / size }, (_, i) =>
    words.slice(i * size, (i + 1) * size).join(' '),
  )
  return blocks.toSorted(() => random() - 0.5).join(' ')
}

const prose = textOf(vocabulary(2_000), WORDS)
const pair = (pieces: readonly string[], count: number, glue?: string) =>
  [textOf(pieces, count, glue), textOf(pieces, count, glue)] as const
function inPages(): [string, string] {
  const pages = (change: (page: string) => string) =>
    Array.from({ length: 10 }, (_, at) => {
      const page = prose
        .split(' ')
        .slice(at * 1_000, at * 1_000 + 980)
        .join(' ')
      return `${change(page)} and here the page number ${at} of this long report ends at last.`
    }).join(' ')
  return [pages((page) => page), pages((page) => inBlocks(page, 10))]
}
const worst: [name: string, locale: string, texts: readonly [string, string]][] = [
  ['sentences in another order', 'en', [prose, inBlocks(prose, 25)]],
  ['ten pages whose sentences stand in another order', 'en', inPages()],
  ['pages in another order', 'en', [prose, inBlocks(prose, 200)]],
  ['two words', 'en', pair(['a', 'b'], WORDS)],
  ['a hundred words', 'en', pair(vocabulary(100), WORDS)],
  ['punctuation', 'en', pair(['.', ',', ';', '!'], SEGMENTS, '')],
  ['punctuation with spaces', 'en', pair(['.', ',', ';', '!'], WORDS)],
  ['Chinese letters', 'zh', pair('会员国应当分享电子证据，'.split(''), WORDS, '')],
  ['Thai words', 'en', pair(['ภาษา', 'ไทย', 'กรุง', 'เทพ'], WORDS, '')],
  ['faces, flags and marks', 'en', pair(['👩‍👩‍👧', 'e\u0301', '🇦🇹', ' '], SEGMENTS / 2, '')],
  ['no-break spaces', 'en', pair(['a\u00A0', '\u00A0'], WORDS, '')],
  ['a word in each paragraph', 'en', pair(['a', 'b', 'c'], 1_000, '\n')],
]

// A quiet machine takes less than a quarter of a second for each; beside other work the same costs two or three times as much.
describe('the largest permitted texts are compared without holding others up', () => {
  test.each(worst)('%s', async (_, locale, [base, next]) => {
    for (const text of [base, next]) expect(faultOfText(text, locale)).toBeNull()
    let changes: ReturnType<typeof diff> = []
    const compare = () => (changes = diff(base, next, locale))
    expect(await quietCostOf(compare, 600)).toBeLessThan(600)
    expect(apply(base, changes)).toBe(next)
    const carry = () => rebase(base, next, `${base} more`, locale)
    expect(await quietCostOf(carry, 900)).toBeLessThan(900)
  })
})

test('thirty such texts are woven in a second of a quiet machine', async () => {
  const amended = Array.from({ length: 30 }, (_, id) => ({
    id: `${id}`,
    text: inBlocks(prose, 25),
  }))
  expect(await quietCostOf(() => weave(prose, amended, 'en'), 3_000)).toBeLessThan(3_000)
})

test('a comparison that takes too many steps says that the differing part is replaced', () => {
  const [text, changed] = [
    `begin here ${prose} end here`,
    `begin here ${inBlocks(prose, 25)} end here`,
  ]
  expect(diff(text, changed, 'en')).toHaveLength(1)
})

test('a thousand changes here and there in 10,000 words stay within the steps', () => {
  const words = prose.split(' ')
  const next = words.map((word, at) => (at % 10 === 0 ? `x${at}` : word)).join(' ')
  expect(diff(prose, next, 'en').length).toBeGreaterThan(900)
})
