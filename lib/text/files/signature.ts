/** The package of Word and spreadsheets. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of Word 97, Excel 97, and of files that are protected by a password. */
export const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** Whether bytes begin with these. */
export const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, index) => bytes[index] === byte)

/** Whether a file is one of Word, of a spreadsheet program or a PDF, whatever its name: it is no text. */
export const isOfficeFile = (bytes: Uint8Array): boolean =>
  [ZIP, COMPOUND, PDF].some((signature) => begins(bytes, signature))
