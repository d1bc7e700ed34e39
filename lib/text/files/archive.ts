import { fromBufferPromise, type ZipFile } from 'yauzl'
import { Refused } from '@/lib/errors'
import { begins, COMPOUND } from './signature'

/** The limits of a file of Word or a spreadsheet. The declared sizes decide, before any part is unpacked. */
export const FILE_LIMITS = {
  bytes: 8_000_000,
  entries: 1_000,
  unpacked: 80_000_000,
  /** One part that is read. */
  part: 24_000_000,
}

/** The parts of a file of Word or a spreadsheet, each unpacked on demand. */
export type Archive = {
  paths: ReadonlySet<string>
  /** The text of a part, or null if there is none. Refuses a part larger than its declared size. */
  read: (path: string) => Promise<string | null>
}

const ZIP = [0x50, 0x4b]

/** Whether bytes are a package, or a container of an old format, whatever the name of the file. */
export const isPackage = (bytes: Uint8Array): boolean =>
  begins(bytes, ZIP) || begins(bytes, COMPOUND)

const refusal = (key: string, values: Record<string, string | number> = {}) =>
  new Refused('invalid', `files.${key}`, values)

/**
 * Opens the package of a file of Word or a spreadsheet. Refuses, each with its own sentence: a too large file, another
 * kind of file (an old .doc or .xls, one with a password, one with a program), and a file that would unpack to more
 * than the limits. Programs, pictures and external parts are never read.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  if (bytes.length > FILE_LIMITS.bytes)
    throw refusal('tooLarge', { megabytes: FILE_LIMITS.bytes / 1_000_000 })
  if (begins(bytes, COMPOUND)) throw refusal(isProtected(bytes) ? 'protected' : 'old')
  if (!begins(bytes, ZIP)) throw refusal('unknown')
  const zip = await fromBufferPromise(Buffer.from(bytes)).catch(() => {
    throw refusal('broken')
  })
  const entries = await entriesOf(zip)
  const paths = new Set(entries.keys())
  if ([...paths].some((path) => /vbaProject\.bin$/i.test(path))) throw refusal('program')
  return {
    paths,
    read: async (path) => {
      const entry = entries.get(path)
      return entry ? readPart(zip, entry) : null
    },
  }
}

type Entry = Parameters<ZipFile['openReadStreamPromise']>[0]

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > FILE_LIMITS.entries)
    throw refusal('tooManyEntries', { limit: FILE_LIMITS.entries })
  const entries = new Map<string, Entry>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > FILE_LIMITS.unpacked) break
      if (entry.isEncrypted()) throw refusal('protected')
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof Refused ? error : refusal('broken')
  }
  if (unpacked > FILE_LIMITS.unpacked)
    throw refusal('bomb', { megabytes: FILE_LIMITS.unpacked / 1_000_000 })
  return entries
}

async function readPart(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > FILE_LIMITS.part)
    throw refusal('bomb', { megabytes: FILE_LIMITS.part / 1_000_000 })
  try {
    // The stream fails if a part is larger than its declared size.
    const stream = await zip.openReadStreamPromise(entry)
    const pieces: Buffer[] = []
    for await (const piece of stream) pieces.push(piece as Buffer)
    return decoded(Buffer.concat(pieces))
  } catch {
    throw refusal('broken')
  }
}

/** XML says UTF-16 by a byte order mark; Office writes UTF-8. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** A file with a password is a compound file with a stream of this name, in UTF-16. */
const isProtected = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
