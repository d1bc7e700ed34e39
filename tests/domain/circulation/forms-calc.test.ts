import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FormPaper } from '@/lib/circulation/forms/form'
import { judged } from '@/tests/support/forms'

// The form of `form.json`, opened, edited and saved by LibreOffice Calc 7.4; these files need no Calc to be read.
const folder = new URL('../../support/calc/', import.meta.url)
const paper = JSON.parse(readFileSync(new URL('form.json', folder), 'utf8')) as FormPaper
const read = async (name: string) =>
  judged(new Uint8Array(readFileSync(new URL(`${name}.xlsx`, folder))), paper)

const items = paper.lines.filter(({ target }) => target === 'item')
const numberOf = (id: string | null) => items.findIndex((line) => line.id === id) + 1
const speaking = ({ rows }: Pick<Awaited<ReturnType<typeof read>>, 'rows'>) =>
  rows.filter(({ state }) => state !== 'noComment')
const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key)

test('answers in six languages come out of Calc as they were typed', async () => {
  const { fault, isEarlierVersion, remainder, ...form } = await read('filled')
  expect({ fault, isEarlierVersion, remainder }).toEqual({
    fault: null,
    isEarlierVersion: false,
    remainder: [],
  })
  const [, ...rows] = speaking(form)
  expect(
    rows.map(({ id, category, position, text, wording }) => [
      numberOf(id),
      category ?? position,
      text,
      wording,
    ]),
  ).toEqual([
    [1, null, 'At once.', ''],
    [2, null, 'Une virgule manque.\nDeux lignes.', ''],
    [3, 'supportsWithChange', 'Sí, con cambios.', ''],
    [4, 'editorial', 'Поддерживаем.', ''],
    [5, 'supports', '我们支持', ''],
    [6, null, 'نؤيد', 'نص آخر'],
  ])
  expect(rows.flatMap(({ doubts }) => doubts)).toEqual([])
})

test('of a cell of 40,000 letters Calc saves 32,767, and the report says that words may be missing', async () => {
  const [row] = speaking(await read('filled'))
  expect(row).toMatchObject({ target: 'circulation', doubts: [{ key: 'cellFull' }] })
  expect(row!.text).toHaveLength(32_767)
})

test('rows that were moved, deleted and added in Calc are known by their identifiers', async () => {
  const form = await read('moved')
  expect(
    speaking(form).map(({ id, state, text, place }) => [numberOf(id), state, text, place.line]),
  ).toEqual([
    [4, 'new', 'Of the fourth.', 5],
    [1, 'new', 'Of the first.', 6],
    [6, 'new', 'Of the last.', 9],
    [0, 'unknownRow', 'A row of our own.', 12],
  ])
  expect(form.rows.map(({ id }) => numberOf(id))).not.toContain(2)
  expect(form.remainder.map(({ text }) => text)).toEqual(['Another matter\tA row of our own.'])
})

test('cells that were merged in Calc are shown to a person, and of a formula the last value counts', async () => {
  const rows = speaking(await read('merged'))
  expect(
    rows.map(({ id, text, doubts, why }) => [numberOf(id), text, [...keys(doubts), ...keys(why)]]),
  ).toEqual([
    [1, 'Of both.', []],
    [2, 'Of both.', ['cellsMerged']],
    [3, 'Of three.', ['unknownCategory', 'cellsMerged']],
    [5, 'Sorted.', []],
    [6, 'Sorted.!', ['formula']],
  ])
})
