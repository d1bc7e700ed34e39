import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileInAddress } from '@/lib/documents/files/response'
import { formOf, MAX_FILE } from '@/lib/documents/files/forms'
import { requiredFile, sentFile } from '@/lib/documents/files/upload'
import { office, pdf } from '@/tests/support/files'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const jpg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
const html = new Uint8Array(Buffer.from('<html><script>alert(1)</script></html>'))

describe('a file that is sent', () => {
  test.each([
    ['paper.pdf', pdf(), 'pdf'],
    ['Paper.PDF', pdf(), 'pdf'],
    ['وثيقة.pdf', pdf(), 'pdf'],
    ['paper.docx', office('word/document.xml'), 'docx'],
    ['table.xlsx', office('xl/workbook.xml'), 'xlsx'],
    ['scan.png', png, 'png'],
    ['scan.jpeg', jpg, 'jpg'],
  ])('%s is taken by its name and its contents', (name, bytes, form) => {
    expect(formOf(name, bytes)).toBe(form)
  })

  test.each([
    ['a “PDF” that is a page', 'paper.pdf', html, 'fileOtherKind'],
    ['a “PDF” that is a Word document', 'paper.pdf', office('word/document.xml'), 'fileOtherKind'],
    ['a PDF that was cut', 'paper.pdf', new Uint8Array(Buffer.from('%PDF-1.7\n')), 'fileBroken'],
    [
      'a “Word document” that is a spreadsheet',
      'paper.docx',
      office('xl/workbook.xml'),
      'fileOtherKind',
    ],
    [
      'a Word document with programs',
      'paper.docx',
      office('word/document.xml', 'word/vbaProject.bin'),
      'fileMacros',
    ],
    [
      'an archive that was cut',
      'paper.docx',
      office('word/document.xml').slice(0, 40),
      'fileBroken',
    ],
    ['a page', 'paper.html', html, 'fileKind'],
    ['a picture that can hold scripts', 'paper.svg', html, 'fileKind'],
    ['a name without an ending', 'pdf', pdf(), 'fileKind'],
    ['nothing', 'paper.pdf', new Uint8Array(), 'fileEmpty'],
    ['a huge one', 'paper.pdf', new Uint8Array(MAX_FILE + 1), 'fileTooLarge'],
    ['a path', '../../etc/paper.pdf', pdf(), 'fileNamePath'],
    ['a path of Windows', 'C:\\papers\\paper.pdf', pdf(), 'fileNamePath'],
    ['a hidden file', '.paper.pdf', pdf(), 'fileNamePath'],
    ['a name that reads otherwise than it is', 'paper\u202Efdp.exe.pdf', pdf(), 'fileNamePath'],
    ['a line break in the name', 'paper\n.pdf', pdf(), 'fileNamePath'],
    ['a very long name', `${'a'.repeat(200)}.pdf`, pdf(), 'fileNameLong'],
  ])('is refused: %s', (_, name, bytes, fault) => {
    expect(formOf(name, bytes)).toEqual({ fault })
  })

  test('never stops the server, whatever its name and its bytes', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 400 }), (name, bytes) => {
        for (const ending of ['', '.pdf', '.docx', '.png']) formOf(name + ending, bytes)
        const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytes])
        expect(formOf('paper.docx', zip)).toHaveProperty('fault')
      }),
    )
  })

  test('has an address by its language and its form alone', () => {
    expect(fileInAddress('en.pdf')).toEqual({ language: 'en', form: 'pdf' })
    // The product itself writes this one; nobody can send it in.
    expect(fileInAddress('en.html')).toEqual({ language: 'en', form: 'html' })
    for (const none of ['en.exe', '..', 'en.pdf/x', 'pdf', 'english.pdf'])
      expect(fileInAddress(none)).toBeNull()
  })
})

describe('a field for a file that was left empty', () => {
  const formWith = (file: File) => {
    const form = new FormData()
    form.set('file', file)
    return form
  }

  test.each(['', 'undefined'])('has none, also where it is sent by the name “%s”', async (name) => {
    const form = formWith(new File([], name))
    expect(await sentFile(form)).toBeNull()
    await expect(requiredFile(form)).rejects.toMatchObject({ key: 'fileNone' })
  })

  test('is not the same as an empty file', async () => {
    const form = formWith(new File([], 'note.pdf'))
    await expect(sentFile(form)).rejects.toMatchObject({ key: 'fileEmpty' })
  })
})
