import { expect, test } from 'vitest'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { answered, blank, formOfSix, judged, withPart } from '@/tests/support/forms'

const ROW = /<w:tr>.*?<\/w:tr>/gs
const CELL = /<w:tc>.*?<\/w:tc>/gs

/** Edits a row of the form's table, counted from 0 with its head, cell by cell. */
const withCells = (xml: string, row: number, edit: (cells: string[]) => string[]): string => {
  const before = xml.match(ROW)![row]!
  const cells = before.match(CELL)!
  return xml.replace(before, before.replace(cells.join(''), edit(cells).join('')))
}
const merge = (kind: 'restart' | 'continue') => (cell: string) =>
  cell.replace('<w:tcPr>', `<w:tcPr><w:vMerge w:val="${kind}"/>`)

const answer = { ...blank, category: 'technical' as const, text: 'For both.' }

test('a comment in a cell that is merged over two rows is said of both, and a person looks at it', async () => {
  const paper = formOfSix()
  const form = await formToWord(answered(paper, [answer]))
  const bytes = withPart(form, 'word/document.xml', (xml) => {
    const first = withCells(xml, 4, (cells) =>
      cells.map((cell, at) => (at === 4 ? merge('restart')(cell) : cell)),
    )
    return withCells(first, 5, (cells) =>
      cells.map((cell, at) => (at === 4 ? merge('continue')(cell) : cell)),
    )
  })
  const { rows } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({ state: 'new', text: 'For both.', doubts: [] })
  expect(rows[4]).toMatchObject({
    state: 'new',
    text: 'For both.',
    doubts: [{ key: 'cellsMerged' }],
  })
})

test('rows that were merged as a whole are all answered: none is lost', async () => {
  const paper = formOfSix()
  const form = await formToWord(answered(paper, [answer]))
  // Word moves the contents of merged cells into the first cell.
  const bytes = withPart(form, 'word/document.xml', (xml) => {
    const [number] = xml.match(ROW)![5]!.match(CELL)!
    const moved = number.match(/<w:p>.*<\/w:p>/s)![0]
    const first = withCells(xml, 4, (cells) =>
      cells.map((cell, at) =>
        merge('restart')(at === 0 ? cell.replace('</w:tc>', `${moved}</w:tc>`) : cell),
      ),
    )
    return withCells(first, 5, (cells) =>
      cells.map((cell) => merge('continue')(cell.replace(/<w:p>.*<\/w:p>/s, '<w:p/>'))),
    )
  })
  const { rows } = await judged(bytes, paper)
  expect(rows).toHaveLength(paper.lines.length)
  expect(rows.slice(3, 5)).toMatchObject([
    { id: paper.lines[3]!.id, text: 'For both.', doubts: [{ key: 'rowsMerged' }] },
    { id: paper.lines[4]!.id, text: 'For both.', doubts: [{ key: 'rowsMerged' }] },
  ])
})

test('a row of Word into which another row was joined answers for both', async () => {
  const paper = formOfSix()
  const form = await formToWord(answered(paper, [answer]))
  const bytes = withPart(form, 'word/document.xml', (xml) => {
    const second = xml.match(ROW)![5]!
    const moved = second.match(CELL)![0].match(/<w:p>.*<\/w:p>/s)![0]
    return withCells(xml.replace(second, ''), 4, (cells) =>
      cells.map((cell, at) => (at === 0 ? cell.replace('</w:tc>', `${moved}</w:tc>`) : cell)),
    )
  })
  const { rows } = await judged(bytes, paper)
  expect(rows.slice(3, 5).map(({ id }) => id)).toEqual([paper.lines[3]!.id, paper.lines[4]!.id])
  expect(rows).toHaveLength(paper.lines.length)
})

test('a merged range of a spreadsheet is read for each of its rows', async () => {
  const paper = formOfSix()
  const form = await formToSheet(answered(paper, [answer]))
  const bytes = withPart(form, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="F5:F6"/></mergeCells>',
    ),
  )
  const { rows } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({ text: 'For both.', doubts: [] })
  expect(rows[4]).toMatchObject({ text: 'For both.', doubts: [{ key: 'cellsMerged' }] })
})

test('shared and inline strings with several runs are whole, and notes on cells are in the remainder', async () => {
  const paper = formOfSix()
  const rich =
    '<r><t>First </t></r><r><rPr><b/></rPr><t xml:space="preserve">second_x000D_\n</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><t>third</t></r>'
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  let bytes = withPart(await formToSheet(paper), 'xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace(/<c r="F5"[^>]*?(?:\/>|>.*?<\/c>)/s, `<c r="F5" t="inlineStr"><is>${rich}</is></c>`)
      .replace(/<c r="G5"[^>]*?(?:\/>|>.*?<\/c>)/s, '<c r="G5"><v>42</v></c>'),
  )
  bytes = withPart(
    bytes,
    'xl/worksheets/_rels/sheet1.xml.rels',
    () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="${types}/comments" Target="../comments1.xml"/></Relationships>`,
  )
  bytes = withPart(
    bytes,
    'xl/comments1.xml',
    () =>
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="F6"><text><r><t>A note.</t></r></text></comment></commentList></comments>',
  )
  const { rows, remainder } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({ text: 'First second\nthird', wording: '42' })
  expect(remainder).toMatchObject([{ text: 'A note.', place: { line: 6 } }])
})

test('what stands beside the table is in the remainder, never dropped', async () => {
  const paper = formOfSix()
  const bytes = withPart(await formToWord(paper), 'word/document.xml', (xml) =>
    xml
      .replace('<w:tbl>', '<w:p><w:r><w:t>A word before.</w:t></w:r></w:p><w:tbl>')
      .replace(
        '</w:tbl>',
        '</w:tbl><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Another table.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      ),
  )
  const { remainder, rows } = await judged(bytes, paper)
  expect(remainder.map(({ text }) => text)).toEqual(['A word before.', 'Another table.'])
  expect(rows.every(({ state }) => state === 'noComment')).toBe(true)
})
