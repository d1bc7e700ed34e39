import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

type Coding = 'br' | 'gzip'

/** By this header a route handler names the coding of its bytes to the server, as Next drops Content-Encoding. */
export const CODING = 'x-stocktake-coding'

const compress: Record<Coding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: promisify(gzip),
}

/** Compressed bytes of public files by their hash and coding. */
const compressed = new LRUCache<string, Buffer<ArrayBuffer>>({
  max: 128,
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (bytes) => Math.max(1, bytes.byteLength),
})

/** The coding that a browser accepts, the better first; null for none. */
export function acceptedCoding(accepted: string | null): Coding | null {
  const names = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .filter(([, weight]) => !weight || !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name)
  return (['br', 'gzip'] as const).find((coding) => names.includes(coding)) ?? null
}

/**
 * The bytes of a public file as this coding has them, memoized by the file's hash: a file with other bytes has another
 * hash. Nothing that is drawn for one person may be given.
 */
export async function compressedBytes(
  { hash, body }: { hash: string; body: Buffer<ArrayBuffer> },
  coding: Coding,
): Promise<Buffer<ArrayBuffer>> {
  const key = `${hash} ${coding}`
  const known = compressed.get(key)
  if (known) return known
  const bytes = Buffer.from(await compress[coding](body))
  compressed.set(key, bytes)
  return bytes
}
