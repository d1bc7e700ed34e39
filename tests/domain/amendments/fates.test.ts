import { expect, test } from 'vitest'
import { fateWords } from '@/components/joining/fate-words'
import { fateViewOf } from '@/lib/amendments/joining/desk'
import { translations } from '@/lib/messages'
import { weave } from '@/lib/text/weave/weave'
import type { Decision } from '@/lib/text/weave/join'

const segments = weave(
  'States shall act soon.',
  [{ id: 'both', text: 'States may act now.' }],
  'en',
)
const said = (...decisions: (Decision | null)[]) =>
  fateWords(translations('joining.desk'), fateViewOf(segments, decisions, 'both'))

test('a suggestion that is decided in part says so, with its open places', () => {
  expect(said(null, null)).toBe('not decided')
  expect(said({ take: 0 }, null)).toBe('accepted in part, 1 place open')
  expect(said(null, { keep: true })).toBe('declined in part, 1 place open')
  expect(said({ take: 0 }, { keep: true })).toBe('accepted in part')
  expect(said({ take: 0 }, { take: 0 })).toBe('accepted')
})
