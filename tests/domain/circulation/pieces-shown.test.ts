import { expect, test } from 'vitest'
import { countsOf, finishOf, PIECES_PER_PAGE, piecesOnPage } from '@/lib/circulation/papers/shown'

const piece = (id: string, about: Partial<ReturnType<typeof plain>> = {}) => ({
  ...plain(id),
  ...about,
})
const plain = (id: string) => ({
  id,
  target: 'circulation',
  doubts: [] as { key: string }[],
  isDecided: false,
  isRemainder: false,
  notComment: false,
  isUnchanged: false,
  isWritten: false,
  isReleased: false,
})
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)
const first = { show: undefined, page: undefined }

test('pieces of which nothing is in doubt are left out where only the unsure ones are asked', () => {
  const all = [
    piece('clear'),
    piece('without target', { target: '' }),
    piece('doubtful', { doubts: [{ key: 'states' }] }),
    piece('decided', { doubts: [{ key: 'states' }], isDecided: true }),
    piece('heading', { target: '', isRemainder: true }),
  ]
  const unsure = piecesOnPage(all, { ...first, show: 'unsure' })
  expect([ids(unsure.pieces), ids(unsure.rest), unsure.counts]).toEqual([
    ['without target', 'doubtful'],
    [],
    { all: 5, unsure: 2, rest: 1 },
  ])
  expect(ids(piecesOnPage(all, { ...first, show: 'rest' }).rest)).toEqual(['heading'])
  // Once no piece is unsure, the filter has no effect.
  expect(piecesOnPage(all.slice(0, 1), { ...first, show: 'unsure' })).toMatchObject({
    show: 'all',
    pieces: [{ id: 'clear' }],
  })
})

test('each piece of a long paper stands on exactly one page, the rest after the others', () => {
  const all = Array.from({ length: 2 * PIECES_PER_PAGE + 7 }, (_, at) =>
    piece(`p${at}`, { notComment: at % 10 === 0 }),
  )
  const pages = [1, 2, 3].map((page) => piecesOnPage(all, { show: undefined, page: String(page) }))
  expect(pages.map((shownPage) => [shownPage.page, shownPage.pages])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  const seen = pages.flatMap(({ pieces, rest }) => [...ids(pieces), ...ids(rest)])
  expect(seen.toSorted()).toEqual(ids(all).toSorted())
  expect(pages[0]!.rest).toEqual([])
  expect([pages[2]!.pieces, pages[2]!.rest.length]).toEqual([[], 7])
})

test('a piece is shown on the page where it stands, and a page that is none is the nearest', () => {
  const all = Array.from({ length: 120 }, (_, at) => piece(`p${at}`))
  expect(piecesOnPage(all, { ...first, at: 'p101' }).page).toBe(3)
  expect(piecesOnPage(all, { ...first, at: 'gone', page: '2' }).page).toBe(2)
  for (const [page, is] of [
    ['0', 1],
    ['99', 3],
    ['x', 1],
    ['1.5', 1],
  ] as const)
    expect(piecesOnPage(all, { show: undefined, page }).page).toBe(is)
})

test('unchanged rows of a form stand among the pieces and are counted as unchanged, not as no comments', () => {
  const same = { isDecided: true, notComment: true, isUnchanged: true }
  const all = [piece('same', same), piece('too', same)]
  const { pieces, rest } = piecesOnPage(all, first)
  expect([ids(pieces), ids(rest)]).toEqual([['same', 'too'], []])
  expect(countsOf(all)).toEqual({
    open: 0,
    comments: 0,
    written: 0,
    released: 0,
    unchanged: 2,
    not: 0,
  })
  expect(finishOf(countsOf(all))).toBe('confirmUnchanged')
  const dismissed = piece('no', { isDecided: true, notComment: true })
  expect(finishOf(countsOf([dismissed]))).toBe('confirmRest')
  expect(finishOf(countsOf([...all, piece('new', { isDecided: true })]))).toBe('confirm')
})
