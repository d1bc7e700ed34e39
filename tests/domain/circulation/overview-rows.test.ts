import { expect, test } from 'vitest'
import { overviewRows } from '@/lib/circulation/compilation/overview-rows'
import { summarize } from '@/lib/circulation/compilation/summary'

const entry = (number: number, comments: number, kind: 'item' | 'heading' = 'item') => ({
  key: `${kind}:${number}`,
  target: { kind, id: String(number) },
  listId: 'list',
  sessionOrdinal: 6,
  heading: 'Legislation',
  number: `1 (${number})`,
  importedNumber: null,
  kind: null,
  language: 'en',
  text: `Item ${number}`,
  summary: { ...summarize([]), total: comments },
})
const shown = (entries: ReturnType<typeof entry>[], page = 1) => {
  const { rows, ...rest } = overviewRows(entries, page)
  return { ...rest, rows: rows.map((row) => row.entries.map(({ key }) => key)) }
}
const many = (count: number, comments: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => entry(at + 1, comments(at)))

test('items without a comment stand as one row between those with comments', () => {
  const entries = many(300, (at) => (at % 100 === 99 ? 1 : 0))
  const { rows, pages } = overviewRows(entries, 1)
  expect(rows.map(({ entries: { length }, isUncommented }) => [length, isUncommented])).toEqual([
    [99, true],
    [1, false],
    [99, true],
    [1, false],
    [99, true],
    [1, false],
  ])
  expect(pages).toBe(1)
})

test('items of two lists never stand in one row', () => {
  const entries = many(8, () => 0).map((one, at) => ({
    ...one,
    listId: at < 4 ? 'first' : 'second',
  }))
  expect(overviewRows(entries, 1).rows.map((row) => row.entries.length)).toEqual([4, 4])
})

test('two items without a comment stand one by one, a heading without any not at all', () => {
  const entries = [entry(1, 1), entry(2, 0), entry(9, 0, 'heading'), entry(3, 0), entry(4, 2)]
  expect(shown(entries).rows).toEqual([['item:1'], ['item:2'], ['item:3'], ['item:4']])
})

test('three hundred commented items stand on six pages, each once', () => {
  const entries = many(300, () => 2)
  const all = [1, 2, 3, 4, 5, 6].flatMap((page) => shown(entries, page).rows.flat())
  expect(all).toEqual(entries.map(({ key }) => key))
  expect(shown(entries, 99)).toMatchObject({ page: 6, pages: 6 })
  expect(shown(entries, Number.NaN)).toMatchObject({ page: 1 })
})
