import { expect, test } from 'vitest'
import { paragraphsFrom } from '@/lib/export/from-document'
import { lines, roman } from '@/lib/export/lines'
import { letter, plain } from '@/lib/export/paper'
import { toDocument } from '@/lib/text/document/document'
import { item, manyItems, paperOf } from './sample'

test.each([
  [1, 'a'],
  [26, 'z'],
  [27, 'aa'],
  [28, 'bb'],
  [52, 'zz'],
  [53, 'aaa'],
])('letter %i is %s', (n, expected) => expect(letter(n)).toBe(expected))

test.each([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [40, 'xl'],
  [99, 'xcix'],
  [449, 'cdxlix'],
])('roman %i is %s', (n, expected) => expect(roman(n)).toBe(expected))

const labels = (paper: Parameters<typeof lines>[0]) =>
  lines(paper).map((line) => (line.kind === 'table' ? 'table' : line.label))

test('goes on with paragraphs through the paper and begins letters anew under each', () => {
  const paper = paperOf(
    [
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'paragraph', text: [plain('x')], items: manyItems(2) },
      { kind: 'heading', level: 2, text: 'Two' },
      { kind: 'paragraph', text: [plain('y')], items: [item('z', { items: manyItems(2) })] },
      { kind: 'heading', level: 1, text: 'Three' },
      { kind: 'heading', level: 2, text: 'Four' },
    ],
    { firstParagraph: 11, firstHeading: 2 },
  )
  expect(labels(paper)).toEqual([
    'II.',
    '11.',
    '(a)',
    '(b)',
    'A.',
    '12.',
    '(a)',
    '(i)',
    '(ii)',
    'III.',
    'A.',
  ])
})

test('gives an alternative the number of the entry before it, and none of its own', () => {
  const items = [item('one'), item('one again', { alternative: 2 }), item('two')]
  const seen = lines(paperOf([{ kind: 'paragraph', text: [plain('x')], items }])).slice(1)
  expect(seen).toMatchObject([
    { label: '(a)', latin: '' },
    { label: '(a)', latin: 'bis', list: null },
    { label: '(b)', latin: '' },
  ])
})

test('gives every entry an address of its own', () => {
  const blocks = [1, 2].map(() => ({
    kind: 'paragraph' as const,
    text: [plain('x')],
    items: manyItems(60),
  }))
  const anchors = lines(paperOf(blocks)).map((line) => 'anchor' in line && line.anchor)
  expect(new Set(anchors).size).toBe(anchors.length)
})

test('prints a submitted text word for word, both kinds of bracket as [ and ]', () => {
  const document = toDocument([
    [
      { text: 'States ' },
      { text: 'should', bracket: 'notAgreed' },
      { text: ', ' },
      { text: 'inter alia', italic: true },
      { text: ', report to ' },
      { text: '...', bracket: 'placeholder' },
    ],
    [{ text: 'Second.' }],
  ])
  expect(paragraphsFrom(document)).toEqual([
    {
      runs: [
        { text: 'States ' },
        { text: '[should]' },
        { text: ', ' },
        { text: 'inter alia', italic: true },
        { text: ', report to ' },
        { text: '[...]' },
      ],
    },
    { runs: [{ text: 'Second.' }] },
  ])
})
