import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { PACKED } from '@/lib/startup/packed'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file that everybody may have, the mark of its bytes, and how it was packed for browsers. */
export type PublicFile = {
  body: Buffer<ArrayBuffer>
  type: string
  name: string
  mark: string
  packed: Map<Packing, Buffer<ArrayBuffer>>
}
type Packing = 'br' | 'gzip'

/** Files that anybody may read: what was issued, adopted or shown as a snapshot for everybody. */
const files = new LRUCache<string, PublicFile>({
  max: 64,
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ body }) => Math.max(1, body.byteLength),
})

/**
 * The file that was made for this key, or what `make` makes now. The key must name everything on which
 * the bytes depend; what is thrown is not kept.
 */
export async function keptFile(
  key: string,
  make: () => Promise<{ body: Uint8Array | string; type: string; name: string }>,
): Promise<PublicFile> {
  const known = files.get(key)
  if (known) return known
  const { body, ...about } = await make()
  const bytes = Buffer.from(body)
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const file: PublicFile = { ...about, body: bytes, mark, packed: new Map() }
  files.set(key, file)
  return file
}

/**
 * The answer to a request for it: a page in the browser, anything else as a download; packed as the
 * browser takes it, once for all.
 */
export function fileResponse(request: Request, file: PublicFile): Response {
  const packing = isPlain(file) ? packingFor(request.headers.get('accept-encoding') ?? '') : null
  const isPage = file.type.startsWith('text/html')
  const etag = `"${file.mark}${packing ? `-${packing}` : ''}"`
  const headers = {
    'content-type': file.type,
    etag,
    'cache-control': 'public, max-age=60',
    vary: 'accept-encoding',
    ...(packing && { [PACKED]: packing }),
    ...(!isPage && { 'content-disposition': `attachment; filename="${file.name}"` }),
  }
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(packing ? packed(file, packing) : file.body, { headers })
}

/** Documents of Word, sheets and PDF are packed by themselves. */
const isPlain = ({ type }: PublicFile): boolean => /^text\/|^application\/json/.test(type)

const packingFor = (accepted: string): Packing | null =>
  (['br', 'gzip'] as const).find((one) =>
    accepted.split(',').some((said) => said.trim().replace(/\s*;\s*q=(?!0(\.0*)?$).*/, '') === one),
  ) ?? null

function packed({ body, packed: known }: PublicFile, packing: Packing): Buffer<ArrayBuffer> {
  const bytes =
    known.get(packing) ??
    Buffer.from(packing === 'br' ? brotliCompressSync(body, BROTLI) : gzipSync(body, { level: 9 }))
  known.set(packing, bytes)
  return bytes
}

// Nine of eleven: the last two take ten times as long for a hundredth less.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
