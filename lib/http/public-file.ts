import { asAttachment } from '@/lib/export/file-name'
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** A file that everybody may read, and the hash of its bytes. */
export type PublicFile = { body: Buffer<ArrayBuffer>; type: string; name: string; hash: string }

/** Files that anybody may read: what was issued, adopted or shown as a snapshot for everybody. */
const files = new LRUCache<string, PublicFile>({
  max: 64,
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ body }) => Math.max(1, body.byteLength),
})

/**
 * Memoizes `make` by key. The key must name everything on which the bytes depend; errors are not memoized.
 */
export async function memoizedFile(
  key: string,
  make: () => Promise<{ body: Uint8Array | string; type: string; name: string }>,
): Promise<PublicFile> {
  const known = files.get(key)
  if (known) return known
  const { body, ...about } = await make()
  const bytes = Buffer.from(body)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const file: PublicFile = { ...about, body: bytes, hash }
  files.set(key, file)
  return file
}

/** The response with a file: a page is shown in the browser, any other file is downloaded. */
export function fileResponse(request: Request, file: PublicFile): Response {
  const isPage = file.type.startsWith('text/html')
  // Weak, as the server may compress the bytes.
  const etag = `W/"${file.hash}"`
  const headers = {
    'content-type': file.type,
    etag,
    'cache-control': 'public, max-age=60',
    ...(!isPage && { 'content-disposition': asAttachment(file.name, file.body) }),
  }
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(file.body, { headers })
}
