import { expect, test } from 'vitest'
import { heldIn, heldString } from '@/lib/amendments/joining/held'
import { choicesOf } from '@/lib/text/weave/choices'
import { partsIn } from '@/lib/amendments/joining/choices'
import { changedOf } from '@/lib/text/weave/join'

const base = 'States shall act soon, within 72 hours. They shall keep records.'
const texts = [
  { id: 'may', text: base.replace('shall act', 'may act') },
  { id: 'days', text: base.replace('72 hours', 'seven days') },
  { id: 'two', text: base.replace('72', '48') },
  { id: 'files', text: base.replace('records', 'files') },
]
const segments = choicesOf(base, texts, 'en')
const places = changedOf(segments)
const begun = {
  decisions: places.map((_, index) => (index === 0 ? { keep: true as const } : null)),
  reasons: {},
}

test('every kind of choice is held as it was made', () => {
  const kinds = [
    null,
    { keep: true as const },
    { take: 0 },
    { write: 'as [soon] as  possible ' },
    { parts: partsIn(places[1]!).map(() => null) },
    { parts: partsIn(places[1]!).map(() => 0) },
  ]
  expect(partsIn(places[1]!).length).toBeGreaterThan(1)
  for (const kind of kinds) {
    const choices = places.map((_, index) => (index === 1 ? kind : null))
    const desk = { choices, reasons: { may: 'Not now.' }, begun }
    expect(heldIn(segments, heldString(segments, desk))).toEqual(desk)
  }
})

test('a choice is open again if its suggestion has gone, and the others stand', () => {
  const desk = { choices: places.map(() => ({ take: 0 })), reasons: {}, begun }
  const without = choicesOf(
    base,
    texts.filter(({ id }) => id !== 'files'),
    'en',
  )
  const rest = heldIn(without, heldString(segments, desk))!
  expect(rest.choices).toEqual([{ take: 0 }, { take: 0 }])
  const other = choicesOf(base, [{ id: 'may', text: base.replace('shall act', 'can act') }], 'en')
  expect(heldIn(other, heldString(segments, desk))!.choices).toEqual([null])
})

test('a string that holds no desk is left alone', () => {
  for (const held of ['', '{}', 'null', '{"choices":1}']) expect(heldIn(segments, held)).toBeNull()
})
