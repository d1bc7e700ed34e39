import { strFromU8, unzipSync } from 'fflate'

/** The forms of a document's files, with their content types. */
const fileForms = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const
export type FileForm = keyof typeof fileForms

/** The forms in which files are served: besides, those that only the product writes, never shown in place. */
export const servedForms = {
  ...fileForms,
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/akn+xml; charset=utf-8',
} as const
export type ServedForm = keyof typeof servedForms

/** The largest file that is taken in. */
export const MAX_FILE = 8_000_000
const MAX_FILE_NAME = 150

/** Why a file is refused: a key of `refusals`. */
export type FileFault =
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'fileNamePath'
  | 'fileNameLong'
  | 'fileKind'
  | 'fileOtherKind'
  | 'fileBroken'
  | 'fileMacros'

/**
 * The form of a file by its name and its bytes, or the fault: a name with a path, an unknown form, contents of another
 * form than the name's, an Office file with programs.
 */
export function formOf(name: string, bytes: Uint8Array): FileForm | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'fileEmpty' }
  if (bytes.length > MAX_FILE) return { fault: 'fileTooLarge' }
  if (/[/\\:]|^\.|[\p{Cc}\p{Cf}]/u.test(name) || name.trim() === '')
    return { fault: 'fileNamePath' }
  if (name.length > MAX_FILE_NAME) return { fault: 'fileNameLong' }
  const form = formOfName(name)
  if (!form) return { fault: 'fileKind' }
  const fault = FAULTS[form](bytes)
  return fault ? { fault } : form
}

function formOfName(name: string): FileForm | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (ending === 'jpeg') return 'jpg'
  return ending in fileForms && name.includes('.') ? (ending as FileForm) : null
}

const begins = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)
const holds = (bytes: Uint8Array, word: string) => Buffer.from(bytes).includes(word)

const FAULTS: Record<FileForm, (bytes: Uint8Array) => FileFault | null> = {
  // A reader looks for the end of a PDF in its last kilobyte.
  pdf: (bytes) => {
    if (!begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'fileOtherKind'
    return holds(bytes.subarray(-2_048), '%%EOF') ? null : 'fileBroken'
  },
  docx: (bytes) => officeFault(bytes, 'word/document.xml'),
  xlsx: (bytes) => officeFault(bytes, 'xl/workbook.xml'),
  png: (bytes) =>
    begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? null : 'fileOtherKind',
  jpg: (bytes) => (begins(bytes, [0xff, 0xd8, 0xff]) ? null : 'fileOtherKind'),
}

/** No part of an Office file is unpacked but its table of contents, which is small. */
const CONTENTS = '[Content_Types].xml'
const LARGEST_CONTENTS = 200_000

function officeFault(bytes: Uint8Array, main: string): FileFault | null {
  if (!begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'fileOtherKind'
  const parts = new Set<string>()
  try {
    const archive = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts.add(name)
        return name === CONTENTS && originalSize < LARGEST_CONTENTS
      },
    })
    if (!parts.has(main) || !archive[CONTENTS]) return 'fileOtherKind'
    const programs = /macroEnabled|vbaProject/i
    const hasPrograms =
      programs.test(strFromU8(archive[CONTENTS])) || [...parts].some((part) => programs.test(part))
    return hasPrograms ? 'fileMacros' : null
  } catch {
    return 'fileBroken'
  }
}
