import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readFile } from '@/lib/circulation/forms/reading/file'
import { readReturnedForm } from '@/lib/circulation/forms/reading/returned'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { Refused } from '@/lib/errors'
import { answered, blank, formOfSix, judged, withPart } from '@/tests/support/forms'
import { quietCostOf } from '@/tests/support/cost'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const word = (body: string, head = '') =>
  zipSync({
    'word/document.xml': strToU8(`${head}<w:document ${W}><w:body>${body}</w:body></w:document>`),
  })

const refusalOf = (bytes: Uint8Array): Promise<string> =>
  readReturnedForm(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Refused ? error.key : String(error)),
  )

const compound = (words = '') => {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  return new Uint8Array([...head, ...Buffer.alloc(600), ...Buffer.from(words, 'utf16le')])
}

test('an old .doc, a file with a password, a picture and a damaged file are named as such', async () => {
  expect(await refusalOf(compound())).toBe('files.old')
  expect(await refusalOf(compound('EncryptedPackage'))).toBe('files.protected')
  expect(await refusalOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBe('files.unknown')
  expect(await refusalOf(new Uint8Array([]))).toBe('files.unknown')
  const whole = await formToWord(formOfSix())
  expect(await refusalOf(whole.slice(0, whole.length / 2))).toBe('files.broken')
  expect(await refusalOf(zipSync({ 'a.txt': strToU8('words') }))).toBe('files.unknown')
})

test('a file that is too large, has too many parts or holds a program is refused unread', async () => {
  expect(await refusalOf(new Uint8Array(8_000_001))).toBe('files.tooLarge')
  const parts = Object.fromEntries(
    Array.from({ length: 1_001 }, (_, at) => [`p${at}`, strToU8('x')]),
  )
  expect(await refusalOf(zipSync(parts))).toBe('files.tooManyEntries')
  const form = await formToWord(formOfSix())
  expect(await refusalOf(withPart(form, 'word/vbaProject.bin', () => 'x'))).toBe('files.program')
})

test('a zip bomb is refused by what it declares, and one that lies by what it unpacks', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(90_000_000) }, { level: 9 })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await refusalOf(bomb)).toBe('files.bomb')
  // Both declared sizes of the part, in its own header and in the directory, are 100 bytes.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
  for (let at = 0; at < bomb.length - 30; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  }
  const refuse = async () => expect(await refusalOf(bomb)).toBe('files.broken')
  expect(await quietCostOf(refuse, 1_000)).toBeLessThan(1_000)
})

test('entities and document types are refused, whether they name words or files', async () => {
  const laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
  expect(await refusalOf(word('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', laughs))).toBe(
    'files.entities',
  )
  const outside = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  expect(await refusalOf(word('<w:p/>', outside))).toBe('files.entities')
  expect(await refusalOf(word('<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>'))).toBe('files.broken')
})

test('a hundred thousand rows and endless nesting end early', async () => {
  const rows = '<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(100_000)
  const long = word(`<w:tbl>${rows}</w:tbl>`)
  const refuse = async () => expect(await refusalOf(long)).toBe('files.tooManyRows')
  expect(await quietCostOf(refuse, 3_000)).toBeLessThan(3_000)
  const deep = word('<w:sdt><w:sdtContent>'.repeat(5_000))
  expect(await refusalOf(deep)).toBe('files.tooDeep')
  const sheet = withPart(await formToSheet(formOfSix()), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('</sheetData>', `${'<row><c/></row>'.repeat(100_001)}</sheetData>`),
  )
  expect(await refusalOf(sheet)).toBe('files.tooManyRows')
})

test('addresses outside of a file are not asked, and their words are read', async () => {
  const form = await formToWord(answered(formOfSix(), [{ ...blank, text: 'Words.' }]))
  const linked = withPart(form, 'word/document.xml', (xml) =>
    xml.replace(
      /<w:r>((?:(?!<w:r>).)*Words\..*?<\/w:r>)/s,
      '<w:hyperlink r:id="out"><w:r>$1</w:hyperlink>',
    ),
  )
  const returnedForm = await readReturnedForm(linked)
  expect(returnedForm.rows[3]!.cells.comment).toBe('Words.')
})

test('of a formula the last value counts, and where there is none the report says so', async () => {
  const paper = formOfSix()
  const bytes = withPart(await formToSheet(paper), 'xl/worksheets/sheet1.xml', (xml) => {
    const with_ = (address: string, content: string) => (sheet: string) =>
      sheet.replace(
        new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`, 's'),
        `<c r="${address}" ${content}</c>`,
      )
    return [
      with_('F5', 't="str"><f>CONCAT("a","b")</f><v>ab</v>'),
      with_('F6', 't="str"><f>HYPERLINK("http://example.org","x")</f>'),
    ].reduce((sheet, edit) => edit(sheet), xml)
  })
  const { rows } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({ state: 'new', text: 'ab', why: [{ key: 'formula' }] })
  expect(rows[4]).toMatchObject({ state: 'noComment', doubts: [{ key: 'formulaLost' }] })
})

test('a cell in the last column of each row, and ranges merged over all rows, do not fill the memory', async () => {
  const sheet = (rows: string, merged: string) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook ${X} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="a.xml"/></Relationships>',
      ),
      'xl/a.xml': strToU8(
        `<worksheet ${X}><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
      ),
    })
  const far = Array.from(
    { length: 5_000 },
    (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}" t="str"><v>w</v></c></row>`,
  ).join('')
  const { remainder } = await readReturnedForm(sheet(far, ''))
  expect(remainder).toHaveLength(5_000)
  const ranges = '<mergeCell ref="A1:C5000"/>'.repeat(5_000)
  expect(await refusalOf(sheet(far, ranges))).toBe('files.tooManyRows')
})

test('a text that is too large is refused unread, whatever its name says', async () => {
  await expect(readFile(new Uint8Array(8_000_001).fill(65), 'a.csv')).rejects.toThrow(
    'files.tooLarge',
  )
  await expect(readFile(compound(), 'a.txt')).rejects.toThrow('files.old')
})

test('a sheet that lies outside of the file is not asked for, and the last value of a link to another file counts', async () => {
  const paper = formOfSix()
  const linked = [
    ['xl/externalLinks/externalLink1.xml', () => `<externalLink ${X}/>`],
    [
      'xl/worksheets/sheet1.xml',
      (xml: string) =>
        xml.replace(
          /<c r="F5"[^>]*?(?:\/>|>.*?<\/c>)/s,
          '<c r="F5" t="str"><f>[1]Sheet1!$A$1</f><v>Of another file.</v></c>',
        ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      (xml: string) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="out" Type="x" TargetMode="External" Target="http://192.0.2.1/a.xlsx"/></Relationships>',
        ),
    ],
    [
      'xl/workbook.xml',
      (xml: string) =>
        xml.replace(
          '</sheets>',
          '<sheet name="Out" sheetId="99" r:id="out" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></sheets>',
        ),
    ],
  ] as const
  const bytes = linked.reduce(
    (file, [path, edit]) => withPart(file, path, edit),
    await formToSheet(paper),
  )
  const { rows } = await judged(bytes, paper)
  expect(rows[3]).toMatchObject({ text: 'Of another file.', why: [{ key: 'formula' }] })
})
