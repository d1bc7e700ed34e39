import { expect, test } from 'vitest'
import { choicesTyped } from '@/lib/amendments/joining/choices'
import { choiceName, TAKE, wordsName } from '@/lib/amendments/joining/schema'
import { weave } from '@/lib/text/weave/weave'

// Two changes in one text: "shall" to "may", and "soon" to "now".
const segments = weave(
  'States shall act soon.',
  [
    { id: 'may', text: 'States may act soon.' },
    { id: 'now', text: 'States shall act now.' },
  ],
  'en',
)
const choices = [{ keep: true } as const, null]

test('what was not touched stays as it was chosen', () => {
  expect(choicesTyped({}, choices, segments)).toEqual(choices)
})

test('a button that was pressed is the choice', () => {
  const typed = { [choiceName(0)]: `${TAKE}may`, [choiceName(1)]: 'keep' }
  expect(choicesTyped(typed, choices, segments)).toEqual([{ take: 0 }, { keep: true }])
})

test('words that were typed are chosen by that, unless a button says otherwise', () => {
  expect(choicesTyped({ [wordsName(1)]: 'today' }, choices, segments)).toEqual([
    { keep: true },
    { write: 'today' },
  ])
  const both = { [wordsName(1)]: 'today', [choiceName(1)]: `${TAKE}now` }
  expect(choicesTyped(both, choices, segments)[1]).toEqual({ take: 0 })
})
