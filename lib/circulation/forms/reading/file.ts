import { Refused } from '@/lib/errors'
import { FILE_LIMITS, isPackage, openArchive } from '@/lib/text/files/archive'
import { sheetOfText } from '@/lib/text/files/delimited-sheet'
import { decodeFile } from '@/lib/text/files/encoding'
import { readSpreadsheet, type Sheet } from '@/lib/text/files/spreadsheet'
import { readWord, type WordFile } from '@/lib/text/files/word'

/** The content of a file: of Word, the sheets of a spreadsheet or of a delimited text, or plain text. */
export type PaperFile =
  | { kind: 'docx'; word: WordFile }
  | { kind: 'xlsx' | 'csv'; sheets: Sheet[] }
  | { kind: 'text'; text: string }

/**
 * Reads a received file by the kind that its bytes show; the name tells plain text from delimited text. Refuses the
 * same files as `openArchive`, `readWord` and `readSpreadsheet`, and every other kind of file.
 */
export async function readFile(bytes: Uint8Array, fileName = ''): Promise<PaperFile> {
  const kind = /\.(?:(txt|text)|(csv|tsv|tab))$/i.exec(fileName)
  if (kind && !isPackage(bytes)) {
    if (bytes.length > FILE_LIMITS.bytes)
      throw new Refused('invalid', 'files.tooLarge', { megabytes: FILE_LIMITS.bytes / 1_000_000 })
    const { text } = decodeFile(bytes)
    return kind[1] ? { kind: 'text', text } : { kind: 'csv', sheets: [sheetOfText(text)] }
  }
  const archive = await openArchive(bytes)
  if (archive.paths.has('word/document.xml')) return { kind: 'docx', word: await readWord(archive) }
  if (archive.paths.has('xl/workbook.xml'))
    return { kind: 'xlsx', sheets: await readSpreadsheet(archive) }
  throw new Refused('invalid', 'files.unknown')
}
