import { describe, expect, test } from 'vitest'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { placeWords } from '@/lib/circulation/papers/places'
import { readPaper } from '@/lib/circulation/papers/reading'
import { answered, blank, formOfSix, withPart } from '@/tests/support/forms'

const BODY = 'word/document.xml'
const ROW = /<w:tr>.*?<\/w:tr>/gs

/** A row of Word's table with words added to the cells of these columns. */
const written = (row: string, words: Record<number, string>): string => {
  let column = -1
  return row.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
    column += 1
    const added = words[column]
    return added ? cell.replace('</w:p>', `<w:r><w:t>${added}</w:t></w:r></w:p>`) : cell
  })
}

const pieces = async (bytes: Uint8Array, paper: ReturnType<typeof formOfSix>) =>
  (await readPaper(bytes, 'form.docx', { paper, lists: [] })).pieces

/** All that a person sees of the pieces. */
const seen = (all: Awaited<ReturnType<typeof pieces>>): string =>
  JSON.stringify(all.map(({ text, wording, origin, doubts }) => [text, wording, origin, doubts]))

test('a place in a table without a name is its row', () => {
  expect(placeWords({ part: '', line: 5 })).toBe('row 5')
  expect(placeWords({ part: 'Comments', line: 5, column: 2 })).toBe('Comments, row 5, column C')
})

describe('no word of a row of a returned form is lost', () => {
  test.each([
    ['the name of an item', 4, 0, 'see our statement'],
    ['the printed text of all lists', 1, 1, 'Arvenia thanks the Group'],
    ['the printed text of a list', 2, 1, 'this list is balanced'],
    ['the printed text of a heading', 3, 1, 'a heading of its own'],
    ['the category', 4, 2, `Substantive, ${'with many words '.repeat(9)}to the end`],
    ['the position', 4, 3, `Supports, ${'if the words are plain '.repeat(9)}to the end`],
  ])('beside %s', async (_, at, column, words) => {
    const paper = formOfSix()
    const bytes = withPart(await formToWord(paper), BODY, (xml) => {
      const row = xml.match(ROW)![at]!
      return xml.replace(row, written(row, { [column]: words }))
    })
    expect(seen(await pieces(bytes, paper))).toContain(words.slice(-24))
  })

  test('where the text was changed and another wording is proposed', async () => {
    const paper = formOfSix()
    const filled = answered(paper, [{ ...blank, wording: 'States should do so.' }])
    const bytes = withPart(await formToWord(filled), BODY, (xml) =>
      xml.replace('without delay.', 'within one day.'),
    )
    const all = await pieces(bytes, paper)
    expect(all[0]).toMatchObject({ wording: 'States should do so.', isRemainder: false })
    expect(all[1]).toMatchObject({
      text: 'Member States should exchange electronic evidence within one day.',
      isRemainder: true,
      reasons: [{ key: 'besideAnswer' }],
    })
  })

  test('of an added row: its text and its comment are one piece', async () => {
    const paper = formOfSix()
    const bytes = withPart(await formToWord(paper), BODY, (xml) => {
      const rows = xml.match(ROW)!
      const added = rows[4]!
        .replaceAll(/s1i[0-9a-z]{25}_[0-9a-f]{10}/g, 'new')
        .replace('exchange electronic evidence', 'publish their points of contact')
      return xml.replace(rows.at(-1)!, rows.at(-1)! + written(added, { 4: 'One item more.' }))
    })
    expect((await pieces(bytes, paper)).map(({ text }) => text)).toEqual([
      'Member States should publish their points of contact without delay.\nOne item more.',
    ])
  })

  test('of an added row of a spreadsheet with a column of its own', async () => {
    const paper = formOfSix()
    const bytes = withPart(await formToSheet(paper), 'xl/worksheets/sheet1.xml', (xml) => {
      const cell = (column: string, words: string) =>
        `<c r="${column}20" t="inlineStr"><is><t>${words}</t></is></c>`
      const added = [cell('C', 'A new text.'), cell('F', 'Our comment.'), cell('I', 'Beside.')]
      return xml.replace('</sheetData>', `<row r="20">${added.join('')}</row></sheetData>`)
    })
    expect((await pieces(bytes, paper)).map(({ text }) => text)).toEqual([
      'A new text.\nBeside.\nOur comment.',
    ])
  })

  test('and a form without an answer has no piece', async () => {
    const paper = formOfSix()
    expect(await pieces(await formToWord(paper), paper)).toEqual([])
    expect(await pieces(await formToSheet(paper), paper)).toEqual([])
  })
})
