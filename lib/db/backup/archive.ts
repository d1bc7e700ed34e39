import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate'
import { BackupRefused } from './manifest'

/** A file in which entries are written one after the other; any program for ZIP reads it. */
type ArchiveWriter = {
  /** Writes an entry and returns the SHA-256 of its contents. */
  add: (name: string, contents: AsyncIterable<Uint8Array> | string) => Promise<string>
  close: () => Promise<void>
}

/** Begins an archive at `file`, which must not exist yet; only its owner can read it. */
export function createArchive(file: string): ArchiveWriter {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  const ended = finished(out)
  ended.catch(() => {})
  const zip = new Zip((error, chunk) => (error ? out.destroy(error) : out.write(chunk)))
  return {
    add: async (name, contents) => {
      const entry = new ZipDeflate(name, { level: 6 })
      zip.add(entry)
      const hash = createHash('sha256')
      for await (const chunk of typeof contents === 'string' ? [Buffer.from(contents)] : contents) {
        hash.update(chunk)
        // The library keeps the array: the driver's buffer is used again.
        entry.push(new Uint8Array(chunk))
        if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), ended])
      }
      entry.push(new Uint8Array(0), true)
      return hash.digest('hex')
    },
    close: async () => {
      zip.end()
      out.end()
      await ended
    },
  }
}

/** A piece of an entry; the last piece of an entry is `final`. */
export type Piece = { name: string; chunk: Uint8Array; final: boolean }

/** Reads an archive from its beginning to its end. Throws BackupRefused if it is damaged. */
export async function* readArchive(file: string): AsyncGenerator<Piece> {
  const pieces: Piece[] = []
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, chunk, final) => {
      if (error) throw error
      pieces.push({ name: entry.name, chunk, final })
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  const push = (bytes: Uint8Array, last: boolean) => {
    try {
      unzip.push(bytes, last)
    } catch (error) {
      throw new BackupRefused(`${file} is damaged, or is no backup: ${(error as Error).message}.`)
    }
    return pieces.splice(0)
  }
  for await (const bytes of createReadStream(file)) yield* push(bytes as Buffer, false)
  yield* push(new Uint8Array(0), true)
}
