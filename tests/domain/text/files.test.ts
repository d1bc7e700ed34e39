import { describe, expect, test } from 'vitest'
import { readDelimited } from '@/lib/text/files/delimited'
import { decodeFile } from '@/lib/text/files/encoding'
import { quietCostOf } from '@/tests/support/cost'

const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const text = 'Delegation,Person\nCôte d’Ivoire,Zoë'

test.each([
  ['utf8', Buffer.from(text)],
  ['utf8', Buffer.from('Delegation,Person')],
  ['utf8Bom', Buffer.from(`\uFEFF${text}`)],
  ['utf16', utf16(text, 'le')],
  ['utf16', utf16(text, 'be')],
  ['utf16', utf16(text, 'le', false)],
  ['windows1252', Buffer.from('Delegation,Person\nC\xf4te d\x92Ivoire,Zo\xeb', 'latin1')],
] as const)('a file in %s is recognised and read', (encoding, bytes) => {
  const read = decodeFile(bytes)
  expect(read.encoding).toBe(encoding)
  expect(text.startsWith(read.text)).toBe(true)
})

test('UTF-8 that was damaged stays UTF-8, and the damage shows', () => {
  const bytes = Buffer.concat([Buffer.from('Zoë\nM'), Buffer.from([0xfc]), Buffer.from('ller')])
  expect(decodeFile(bytes)).toEqual({ text: 'Zoë\nM\uFFFDller', encoding: 'utf8' })
})

describe('cells of a list', () => {
  const cells = (list: string) => readDelimited(list).rows.map((row) => row.cells)

  test('are parted by the sign of most, or by that of Excel’s first line', () => {
    expect(cells('a;b;c,d')).toEqual([['a', 'b', 'c,d']])
    expect(cells('a\tb;c')).toEqual([['a', 'b;c']])
    expect(cells('sep=;\na;b,c,d,e')).toEqual([['a', 'b,c,d,e']])
    expect(cells('"sep=|"\na|b')).toEqual([['a', 'b']])
    expect(cells('\uFEFFSEP=,\r\na,b')).toEqual([['a', 'b']])
  })

  test('may have line breaks and quotation marks, and each row says its line of the file', () => {
    const list = 'sep=,\r\n\r\nname,"on ""two""\r\nlines",x\r\n\r\n"a\n\nb",c\nlast,one'
    expect(readDelimited(list)).toEqual({
      rows: [
        { line: 3, cells: ['name', 'on "two"\nlines', 'x'] },
        { line: 6, cells: ['a\n\nb', 'c'] },
        { line: 9, cells: ['last', 'one'] },
      ],
      unquoted: [],
    })
  })

  test('with unmatched quotation marks are named alone', () => {
    const list = 'a,b\nc,"d\ne,f\ng,"h",i\n"j,k'
    expect(readDelimited(list)).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['e', 'f'] },
        { line: 4, cells: ['g', 'h', 'i'] },
      ],
      unquoted: [2, 5],
    })
  })

  test('of 100,000 rows are read in seconds', async () => {
    const list = `${'"a\nb",c\n'.repeat(100_000)}"`
    const read = () => expect(readDelimited(list).rows).toHaveLength(100_000)
    expect(await quietCostOf(read, 5_000)).toBeLessThan(5_000)
  })
})
