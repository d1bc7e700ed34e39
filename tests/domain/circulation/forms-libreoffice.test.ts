import { describe, expect, test } from 'vitest'
import { rowIdentifiersIn } from '@/lib/circulation/forms/identifiers'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { openArchive } from '@/lib/text/files/archive'
import { answered, blank, formOfSix, judged, withPart } from '@/tests/support/forms'
import { hasLibreOffice, resavedByLibreOffice } from '@/tests/support/libreoffice'

const sampleAnswers = [
  { ...blank, category: 'editorial' as const, text: 'Une virgule manque.\nDeux lignes.' },
  { ...blank, position: 'reserves' as const, text: '1. Первое.\n1.1 Не второе.' },
  null,
  { ...blank, text: '  我们支持 😀  '.trim(), wording: 'نص آخر\nسطر ثان' },
  { ...blank, text: 'letters '.repeat(5_000).trim() },
]

describe.skipIf(!hasLibreOffice())(
  'a form that LibreOffice saved (skipped without LibreOffice)',
  () => {
    test.for([
      ['docx', formToWord, 5],
      ['xlsx', formToSheet, 4],
    ] as const)(
      'as %s says what it said',
      { timeout: 120_000 },
      async ([format, write, answers], { skip }) => {
        const paper = formOfSix()
        const bytes = await write(answered(paper, sampleAnswers.slice(0, answers)))
        const saved = resavedByLibreOffice(bytes, format)
        if (!saved)
          return skip('The part of LibreOffice that opens this format is not on this machine.')
        const { rows, remainder, fault, isEarlierVersion } = await judged(saved, paper)
        const before = (await judged(bytes, paper)).rows
        expect(rows).toEqual(before)
        expect({ remainder, fault, isEarlierVersion }).toEqual({
          remainder: [],
          fault: null,
          isEarlierVersion: false,
        })
      },
    )

    test('keeps tracked changes as tracked changes', async () => {
      const paper = formOfSix()
      const bytes = withPart(await formToWord(paper), 'word/document.xml', (xml) =>
        xml.replace(
          /<w:r>((?:(?!<\/w:r>).)*)<w:t([^>]*)>(Member States should exchange )(electronic evidence without delay\.)<\/w:t><\/w:r>/s,
          '<w:r>$1<w:t$2>$3</w:t></w:r><w:ins w:id="8" w:author="A" w:date="2026-11-01T00:00:00Z"><w:r><w:t xml:space="preserve">all </w:t></w:r></w:ins>' +
            '<w:del w:id="9" w:author="A" w:date="2026-11-01T00:00:00Z"><w:r><w:delText xml:space="preserve">electronic </w:delText></w:r></w:del><w:r><w:t>evidence.</w:t></w:r>',
        ),
      )
      const saved = resavedByLibreOffice(bytes, 'docx')!
      const { rows } = await judged(saved, paper)
      expect(rows[3]).toMatchObject({ wording: 'Member States should exchange all evidence.' })
    }, 120_000)

    test('keeps both the bookmark and the hidden words', async () => {
      const paper = formOfSix()
      const archive = await openArchive(resavedByLibreOffice(await formToWord(paper), 'docx')!)
      const xml = (await archive.read('word/document.xml'))!
      const names = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)].join(' ')
      expect(rowIdentifiersIn(names)).toHaveLength(paper.lines.length)
      expect(rowIdentifiersIn(xml.replaceAll(/<w:bookmarkStart[^>]*>/g, ''))).toHaveLength(
        paper.lines.length,
      )
    }, 120_000)
  },
)
