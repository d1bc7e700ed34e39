import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { rowsToCsv } from '@/lib/export/tables/csv'
import { toJson } from '@/lib/export/json'
import type { Column } from '@/lib/export/tables/rows'
import { sheetOf, sheetsToXlsx } from '@/lib/export/tables/xlsx'
import { part } from './word'

type Row = { letter: string; text: string; count?: number }
const columns: Column<Row>[] = [
  { title: 'Letter', value: (row) => row.letter },
  { title: 'Text', value: (row) => row.text, width: 80 },
  { title: 'Count', value: (row) => row.count },
]

test('writes CSV with the mark of UTF-8, CRLF, quotes where they are needed, and no empty value invented', () => {
  const rows = [
    { letter: '(a)', text: 'one, "two"\nthree', count: 0 },
    { letter: '(b)', text: 'État' },
  ]
  expect(rowsToCsv(rows, columns)).toBe(
    '\uFEFFLetter,Text,Count\r\n(a),"one, ""two""\nthree",0\r\n(b),État,\r\n',
  )
  expect(rowsToCsv([], columns)).toBe('\uFEFFLetter,Text,Count\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=cmd|x', '＝1'])(
  'lets no cell run as a formula: %j',
  (text) => {
    const parsed = Papa.parse<string[]>(rowsToCsv([{ letter: text, text }], columns)).data[1]
    expect(parsed?.slice(0, 2)).toEqual([`'${text}`, `'${text}`])
  },
)

test('gives back every other text as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (letter, text) => {
      const csv = rowsToCsv([{ letter: `x${letter}`, text: `y${text}` }], columns)
      const { data } = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n' })
      expect(data[1]?.slice(0, 2)).toEqual([`x${letter}`, `y${text}`])
    }),
  )
})

test('writes a spreadsheet of texts alone, the same bytes each time', async () => {
  const rows = [{ letter: '=1+1', text: 'a <b> & é', count: 42 }]
  const bytes = await sheetsToXlsx([sheetOf('List', rows, columns)])
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  expect(sheet.match(/<c [^>]*t="s"/g)).toHaveLength(6)
  expect(part(bytes, 'xl/sharedStrings.xml')).toContain('<t>a &lt;b&gt; &amp; é</t>')
  expect(Buffer.compare(await sheetsToXlsx([sheetOf('List', rows, columns)]), bytes)).toBe(0)
})

test('cuts what no cell can hold, and says so', async () => {
  const rows = [{ letter: 'a', text: 'x'.repeat(40_000) }]
  const bytes = await sheetsToXlsx([sheetOf('List', rows, columns)])
  const longest = part(bytes, 'xl/sharedStrings.xml').match(/x{100,}[^<]*/)?.[0] ?? ''
  expect(longest).toHaveLength(32_767)
  expect(longest).toContain('(cut:')
})

test('writes JSON with its keys in order at every level and a line end', () => {
  const value = { b: [{ d: 1, c: undefined }], a: new Date(0) }
  expect(toJson(value)).toBe(
    '{\n  "a": "1970-01-01T00:00:00.000Z",\n  "b": [\n    {\n      "d": 1\n    }\n  ]\n}\n',
  )
  fc.assert(
    fc.property(fc.json(), (json) => {
      const parsed: unknown = JSON.parse(json)
      expect(JSON.parse(toJson(parsed))).toEqual(parsed)
    }),
  )
})
