import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headOf } from '@/lib/circulation/forms/reading/columns'
import { readFile } from '@/lib/circulation/forms/reading/file'
import { splitSheets } from '@/lib/circulation/papers/free/sheets'
import type { Piece } from '@/lib/circulation/papers/free/split'
import { targetIndex } from '@/lib/circulation/papers/free/targets/target-index'
import { sheetsToXlsx } from '@/lib/export/tables/xlsx'
import { twoLists } from '@/tests/support/free-papers'
import { withPart } from '@/tests/support/forms'

const index = targetIndex(twoLists)
const at = ({ guess }: Piece) =>
  guess && (guess.at.target === 'circulation' ? 'circulation' : guess.at.id)
const keys = ({ doubts }: Piece) => doubts.map(({ key }) => key)
const comments = (pieces: Piece[]) => pieces.filter(({ isHeading }) => !isHeading)

const HEAD = ['Member State', 'Para. No.', 'Type', 'Comment / justification', 'Proposed change']
type Sheets = { name: string; rows: string[][] }[]

const xlsx = (sheets: Sheets) =>
  sheetsToXlsx(
    sheets.map(({ name, rows: [titles = [], ...rows] }) => ({
      name,
      titles,
      rows,
      widths: titles.map(() => 20),
    })),
  )

async function read(bytes: Uint8Array, fileName: string, delegation = 'Arvenia'): Promise<Piece[]> {
  const file = await readFile(bytes, fileName)
  if (!('sheets' in file)) throw new Error(`Read as ${file.kind}.`)
  return splitSheets(file.sheets, index, delegation)
}

const csv = (rows: string[][]) =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'),
  )

/** The rows of a capital's own table, as a spreadsheet and as a delimited text. */
const both = async (...rows: string[][]) => [
  await read(await xlsx([{ name: 'Comments', rows: [HEAD, ...rows] }]), 'own.xlsx'),
  await read(csv([HEAD, ...rows]), 'own.csv'),
]

describe('a table of a capital’s own', () => {
  test('is read by its head: target, category, comment and wording of each row', async () => {
    for (const pieces of await both([
      'Arvenia',
      '2018, 4 (c)',
      'ed',
      'We support this.',
      'States shall exchange it.',
    ])) {
      const [head, row] = pieces
      expect(head).toMatchObject({ isHeading: true, text: HEAD.join('\t') })
      expect(at(row!)).toBe('4c')
      expect(row).toMatchObject({
        text: 'We support this.',
        wording: 'States shall exchange it.',
        category: 'editorial',
        position: 'supports',
        origin: '[2] Arvenia · 2018, 4 (c) · ed',
        doubts: [],
      })
    }
  })

  test('with several States in one cell names them, whatever parts them', async () => {
    for (const [cell, key] of [
      ['EU, Arvenia', 'states'],
      ['Arvenia and Belmara', 'states'],
      ['EU, Belmara', 'otherStates'],
      ['Belmara', 'otherStates'],
    ] as const)
      for (const pieces of await both([cell, '2018, 4 (c)', 'ed', 'Fine.', '']))
        expect(comments(pieces)[0]!.doubts).toEqual([{ key, values: { names: cell } }])
  })

  test('with words on behalf of a group names the group', async () => {
    for (const pieces of await both([
      'Arvenia',
      '2018, 4 (c)',
      'ed',
      'On behalf of the Group of Friends: fine.',
      '',
    ]))
      expect(comments(pieces)[0]!.doubts).toEqual([
        { key: 'states', values: { names: 'On behalf of the Group of Friends: fine' } },
      ])
  })

  test('without a State is of the delegation whose paper it is, and leaves no doubt', async () => {
    for (const pieces of await both(['', '2018, 4 (c)', 'ed', 'Fine.', '']))
      expect(comments(pieces)[0]!.doubts).toEqual([])
  })

  test('with two types in one cell takes neither', async () => {
    for (const pieces of await both(['Arvenia', '2018, 4 (c)', 'te/ed', 'Fine.', ''])) {
      expect(comments(pieces)[0]).toMatchObject({
        category: null,
        doubts: [{ key: 'severalCategories', values: { words: 'te/ed' } }],
      })
    }
  })

  test('with four numbered comments in one cell makes four pieces of them', async () => {
    for (const pieces of await both([
      'Arvenia',
      '2018, 4 (c)',
      '',
      '1. One.\n2. Two.\n3. 2018, 4 (a): three.\n4. Four.',
      'States shall.',
    ]))
      expect(comments(pieces).map((piece) => [at(piece), piece.text, piece.wording])).toEqual([
        ['4c', '1. One.', 'States shall.'],
        ['4c', '2. Two.', ''],
        ['4a', '3. 2018, 4 (a): three.', ''],
        ['4c', '4. Four.', ''],
      ])
  })

  test('without a paragraph has no target, and waits for a person', async () => {
    for (const pieces of await both(['Arvenia', '', '', 'Why?', ''])) {
      const [row] = comments(pieces)
      expect([at(row!), keys(row!)]).toEqual([null, ['noTarget']])
    }
  })

  test('with an item of no list has no target, and says which item', async () => {
    for (const item of ['99 (z)', '99']) {
      for (const pieces of await both(['Arvenia', item, '', 'Why?', ''])) {
        const [row] = comments(pieces)
        expect([at(row!), keys(row!)]).toEqual([null, ['noTarget', 'unknownItem']])
      }
    }
  })

  test('keeps columns without a title that is known, and texts that are not those of the item', async () => {
    const ownText = 'Member States should exchange electronic evidence without delay.'
    const pieces = await read(
      csv([
        ['Para', 'Text', 'Comment', 'Ministry'],
        ['2018, 4 (c)', ownText, 'Fine.', 'Justice'],
        ['2018, 4 (c)', `${ownText} And more.`, 'Fine.', ''],
        ['2018, 4 (c)', 'x'.repeat(3_000), 'Fine.', ''],
      ]),
      'own.csv',
    )
    const [same, more, long] = comments(pieces)
    expect(same).toMatchObject({ text: 'Fine.\nJustice', origin: '[2] 2018, 4 (c)' })
    expect(more!.origin).toContain('And more.')
    expect(long!.text).toContain('x'.repeat(3_000))
  })
})

test('each sheet is read by its own name and head; titles above the head say what follows', async () => {
  const sheets = [
    {
      name: '2019',
      rows: [
        ['Para', 'Comment'],
        ['4 (a)', 'Fine.'],
      ],
    },
    { name: 'Legislation 2018', rows: [['General comments'], ['Thank you.'], ['No. 5', 'Odd.']] },
  ]
  const pieces = comments(await read(await xlsx(sheets), 'own.xlsx'))
  expect(pieces.map((piece) => [at(piece), piece.text, piece.origin])).toEqual([
    ['4a of 2019', 'Fine.', '2019 › [2] 4 (a)'],
    ['circulation', 'Thank you.', 'Legislation 2018 › General comments'],
    ['evidence 2018', 'No. 5\nOdd.', 'Legislation 2018 › General comments'],
  ])
})

test('a second row that reads like a title is a row, not another head', () => {
  const row = ['Belmara', 'Comment on the proposal', 'The State objects.']
  expect(headOf(row)).toBeNull()
  expect(headOf(['Submitted by', 'Ref.', 'Remarks of the Ministry'], { isFirst: true })).toEqual(
    new Map([
      ['item', 1],
      ['comment', 2],
      ['state', 0],
    ]),
  )
})

test('a formula without its value is told, and a hidden row is read', async () => {
  const rows = [
    HEAD,
    ['Arvenia', '2018, 4 (c)', '', 'Fine.', 'x'],
    ['', '2018, 4 (a)', '', 'Hidden.', ''],
  ]
  const bytes = withPart(await xlsx([{ name: 'A', rows }]), 'xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace(/<c r="D2"[^>]*>.*?<\/c>/s, '<c r="D2"><f>A1&amp;B1</f></c>')
      .replace('<row r="3"', '<row hidden="1" r="3"'),
  )
  const [first, second] = comments(await read(bytes, 'own.xlsx'))
  expect(keys(first!)).toEqual(['formulaLost'])
  expect(second!.text).toBe('Hidden.')
})

test('a note on a cell is a piece of its own', () => {
  const notes = [{ line: 4, column: 2, text: 'See 2018, 4 (c).' }]
  const sheet = { name: 'A', isHidden: false, rows: [], merged: [], notes }
  const pieces = splitSheets([sheet], index)
  expect(pieces.map((piece) => [at(piece), piece.text, piece.origin])).toEqual([
    ['4c', 'See 2018, 4 (c).', '[4]'],
  ])
  expect(keys(pieces[0]!)).toEqual(['marginComment'])
})

test('a delimited text keeps the line whose quotation marks do not match', async () => {
  const bytes = new TextEncoder().encode(
    'Para;Comment\r\n2018, 4 (c);Fine.\r\n"2018, 4 (a);Broken.',
  )
  expect(comments(await read(bytes, 'own.csv')).map(({ text }) => text)).toEqual([
    'Fine.',
    '"2018, 4 (a);Broken.',
  ])
})

test('a package that is named as a text is read as what it is', async () => {
  const bytes = await xlsx([
    {
      name: 'A',
      rows: [
        ['Para', 'Comment'],
        ['2018, 4 (c)', 'Fine.'],
      ],
    },
  ])
  expect(comments(await read(bytes, 'own.csv')).map(({ text }) => text)).toEqual(['Fine.'])
})

const cell = fc.constantFrom(
  '',
  '4 (c)',
  '2018',
  'Comment',
  'te/ed',
  'State',
  '1. a\n2. b',
  'EU',
  'нет',
  '支持',
)

test('nothing of a sheet is dropped: each word stands in a piece, in its origin or its doubts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const json = JSON.stringify(await read(csv(rows), 'own.csv'))
        for (const word of rows.flat().flatMap((text) => text.split(/\s+/)))
          expect(json).toContain(JSON.stringify(word).slice(1, -1))
      },
    ),
    { numRuns: 300 },
  )
})
