import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Piece, splitText, splitWord } from '@/lib/circulation/papers/free/split'
import { targetIndex } from '@/lib/circulation/papers/free/targets/target-index'
import { linesOf } from '@/lib/text/files/word'
import { paragraph, table, twoLists, wordFile } from '@/tests/support/free-papers'

const index = targetIndex(twoLists)
const nowhere = { listId: null, headingId: null }
const in2018 = { listId: 'list 2018', headingId: null }
const at = (guess: Piece['guess']) =>
  guess && (guess.at.target === 'circulation' ? 'circulation' : guess.at.id)
const read = (pieces: Piece[]) => pieces.filter(({ isHeading }) => !isHeading)

test.each([
  ['recommendation 4 (c) of 2018', '4c'],
  ['2018, A. Legislation and frameworks, para. 4 (c)', '4c'],
  ['EG.4/2018/CRP.1, 4(c)', '4c'],
  ['Paragraph 4 c) of the list of 2018', '4c'],
  ['4 (c)', '4c'],
  ['4 (a)', null],
  ['2019: 4 (a)', '4a of 2019'],
  ['recommendation 17', 'imported'],
  ['paragraph 5', 'evidence 2018'],
  ['In 2018, 45 States took part', null],
  ['пункт 4 (c) 2018 года', '4c'],
  ['2018年第4 (c)段', '4c'],
  ['الفقرة 4 (c) من قائمة 2018', '4c'],
  ['chapter 12', null],
])('%s names %s', (words, expected) => {
  expect(at(index.byReference(words, nowhere))).toBe(expected)
})

test('within a list a number is that of this list, and a cell may hold the number alone', () => {
  expect(at(index.byReference('4 (a)', in2018))).toBe('4a')
  expect(at(index.byCell('17', nowhere))).toBe('imported')
  expect(at(index.byCell('General comments', nowhere))).toBe('circulation')
  expect(at(index.byCell('Observaciones generales', nowhere))).toBe('circulation')
  expect(at(index.byCell('Electronic evidence', nowhere))).toBe('evidence 2018')
  expect(at(index.byCell('A. Legislation and frameworks', in2018))).toBe('legislation 2018')
})

test('quoted words find their item, whatever the quotation marks', () => {
  for (const words of [
    '“exchange electronic evidence”',
    '« exchange electronic evidence »',
    '"exchange electronic evidence"',
  ])
    expect(index.byWords(`The words ${words} are weak.`)).toEqual({
      at: { target: 'item', id: '4c' },
      why: 'byQuote',
    })
  expect(index.byWords('The words “electronic evidence” stand twice.')).toBeNull()
})

test('a paper with headings, numbers and paragraphs becomes pieces with their targets', () => {
  const pieces = splitWord(
    wordFile([
      paragraph('Comments of Arvenia', { heading: 1 }),
      paragraph('General comments', { heading: 2 }),
      paragraph('Arvenia thanks the Chair.'),
      paragraph('It welcomes the work of the group.'),
      paragraph('2018, Legislation and frameworks', { isBold: true }),
      paragraph('1. 4 (a): Arvenia supports this paragraph, provided that it is voluntary.'),
      paragraph('2. 4 (b): We cannot accept it.'),
      paragraph('It goes beyond the mandate.'),
      paragraph('Recommendation 4 (c)', { heading: 3 }),
      paragraph('There is a typo in the second line.'),
      paragraph('Why “without delay”?'),
    ]),
    index,
  )
  expect(
    read(pieces).map(({ guess, text, position, category }) => [
      at(guess),
      text.slice(0, 22),
      position,
      category,
    ]),
  ).toEqual([
    ['circulation', 'Arvenia thanks the Cha', 'supports', null],
    ['4a', '1. 4 (a): Arvenia supp', 'supportsWithChange', null],
    ['4b', '2. 4 (b): We cannot ac', 'doesNotSupport', null],
    ['4c', 'There is a typo in the', 'question', 'editorial'],
  ])
  expect(read(pieces)[2]!.text).toBe('2. 4 (b): We cannot accept it.\nIt goes beyond the mandate.')
  expect(read(pieces)[3]!.origin).toBe(
    'Comments of Arvenia › General comments › Recommendation 4 (c)',
  )
})

test('a number that several lists have is not guessed, and not taken for what was spoken of before', () => {
  const pieces = splitText('General comments\n\n4 (a): We support it.\n\nFine.', index)
  expect(
    read(pieces).map(({ guess, doubts }) => [at(guess), doubts.map(({ key }) => key)]),
  ).toEqual([
    [null, ['severalItems']],
    ['circulation', []],
  ])
})

test('a table of one’s own is read by its head; several comments, types and States are shown', () => {
  const pieces = splitWord(
    wordFile([
      table(
        ['Member State', 'Para.', 'Type', 'Comment', 'Proposed change'],
        [
          'EU, Belmara',
          '2018, 4 (c)',
          'te/ed',
          '1. One.\n2. Two.\n3. Three.\n4. Four.',
          'States shall exchange it.',
        ],
        ['', '', '', 'No paragraph, no State.', ''],
      ),
    ]),
    index,
  )
  const rows = read(pieces)
  expect(rows.map(({ guess, text }) => [at(guess), text])).toEqual([
    ['4c', '1. One.'],
    ['4c', '2. Two.'],
    ['4c', '3. Three.'],
    ['4c', '4. Four.'],
    [null, 'No paragraph, no State.'],
  ])
  expect(rows[0]!.wording).toBe('States shall exchange it.')
  expect(rows[0]!.doubts.map(({ key }) => key)).toEqual(['severalCategories', 'otherStates'])
  expect(rows[0]!.doubts[1]!.values).toEqual({ names: 'EU, Belmara' })
  expect(rows[4]!.doubts).toEqual([{ key: 'noTarget' }])
})

test.each([
  ['2018, 4 (c)', '4c'],
  ['2018, para. 4 (c)', '4c'],
  ['Recommendation 4 (c) (2018)', '4c'],
  ['2018, para. 5', 'evidence 2018'],
  ['2018: 4 (z)', null],
  ['List of 2018', 'list 2018'],
])('the line “%s” says what the pieces below it are about', (line, expected) => {
  const pieces = splitText(`${line}\n\nWe support it.`, index)
  expect(pieces.map(({ guess, isHeading }) => [at(guess), isHeading])).toEqual([
    [expected, true],
    [expected, false],
  ])
})

test('pasted text is cut at empty lines and numbers', () => {
  const pieces = splitText(
    'Dear Sir,\n\n2018\n\n1. Para. 4 (a): fine.\nMore of it.\n2. Para. 5 (a): we support it.\n\nYours',
    index,
  )
  expect(pieces.map(({ text, guess }) => [text, at(guess)])).toEqual([
    ['Dear Sir,', null],
    ['2018', 'list 2018'],
    ['1. Para. 4 (a): fine.\nMore of it.', '4a'],
    ['2. Para. 5 (a): we support it.', '5a'],
    ['Yours', 'list 2018'],
  ])
})

const line = fc
  .array(
    fc.constantFrom(
      '4 (a)',
      '2018',
      '“exchange electronic evidence”',
      'We',
      'support',
      '1.',
      'a)',
      '支持',
      'нет',
      'General comments',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' '))
const block = fc.oneof(
  fc
    .record({
      text: line,
      heading: fc.constantFrom(0, 0, 1, 3),
      isListed: fc.boolean(),
      isBold: fc.boolean(),
    })
    .map(({ text, ...about }) => paragraph(text, about)),
  fc
    .array(
      fc.array(fc.oneof(line, fc.constantFrom('', 'Comment', 'Type', 'State', '1. a\n2. b')), {
        minLength: 3,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) => table(...rows)),
)

test('nothing of a paper is dropped: each word stands in a piece, in its origin or its doubts', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const pieces = splitWord(wordFile(blocks), index)
      const words = pieces.map((piece) => JSON.stringify(Object.values(piece))).join(' ')
      for (const word of linesOf(blocks).split(/\s+/))
        expect(words).toContain(JSON.stringify(word).slice(1, -1))
    }),
    { numRuns: 300 },
  )
})

test.each([
  'On item 99 (z): unknown.',
  'We cannot accept recommendation 48.',
  '4 (z) goes too far.',
  'Об этом пункт 77 (b).',
])('a piece that names an item of no list is unclear under any heading: %s', (words) => {
  for (const heading of [
    'General remarks',
    'Recommendation 4 (c) of 2018',
    'Electronic evidence',
  ]) {
    const piece = splitText(`${heading}\n\n${words}`, index).at(-1)!
    expect([piece.text, at(piece.guess)]).toEqual([words, null])
    expect(piece.doubts.map(({ key }) => key)).toContain('unknownItem')
  }
})

test('a line with only an item of no list takes the pieces below it from the heading above', () => {
  const pieces = splitText('General comments\n\nItem 99 (z)\n\nWe oppose this.', index)
  expect(pieces.map(({ guess }) => at(guess))).toEqual(['circulation', null, null])
})

test.each([
  'The group considered this under agenda item 77.',
  'See paragraph 88 of General Assembly resolution 74/173.',
  'In 2018, 45 States took part in 3 meetings.',
])('a number of another text is no item: %s', (words) => {
  const piece = splitText(`General comments\n\n${words}`, index).at(-1)!
  expect([at(piece.guess), piece.doubts]).toEqual(['circulation', []])
})
