import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import { fixedTime } from '@/lib/export/tables/zip'

/** The parts of an Office file by their paths. */
export type Parts = Record<string, Uint8Array>

export const partsOf = (bytes: Uint8Array): Parts => unzipSync(bytes)

/** The text of a part on both sides of a mark that stands in it once. Throws a defect if it does not. */
export function cutAt(parts: Parts, path: string, mark: string): [before: string, after: string] {
  const [before, after, ...more] = strFromU8(parts[path]!).split(mark)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${path} does not have the mark once`)
  return [before, after]
}

/**
 * An Office file with one large part that is streamed, so that it is never in memory as a whole. All parts have a fixed
 * time: equal parts are equal bytes.
 */
export async function* streamPackage(
  parts: Parts,
  path: string,
  pieces: AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 6 })
    part.mtime = fixedTime()
    zip.add(part)
    return part
  }
  for (const [name, data] of Object.entries(parts)) if (name !== path) add(name).push(data, true)
  const part = add(path)
  for await (const piece of pieces) {
    part.push(strToU8(piece))
    yield* chunks.splice(0)
  }
  part.push(new Uint8Array(), true)
  zip.end()
  yield* chunks.splice(0)
}
