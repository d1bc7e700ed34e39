import { createHash } from 'node:crypto'

/** A file that everybody may have, with the mark of its bytes. */
export type PublicFile = {
  body: Buffer<ArrayBuffer>
  type: string
  name: string
  etag: string
}

const KEPT = 64
const kept = new Map<string, PublicFile>()

/**
 * The file that was made for this key, or what `make` makes now. The key must name everything on which
 * the bytes depend; what is thrown is not kept.
 */
export async function keptFile(
  key: string,
  make: () => Promise<{ body: Uint8Array | string; type: string; name: string }>,
): Promise<PublicFile> {
  const known = kept.get(key)
  if (known) return known
  const { body, ...about } = await make()
  const bytes = Buffer.from(body)
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const file = { ...about, body: bytes, etag: `"${mark}"` }
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, file)
  return file
}

/** The answer to a request for it: a page in the browser, anything else as a download. */
export function fileResponse(request: Request, file: PublicFile): Response {
  const isPage = file.type.startsWith('text/html')
  const headers = {
    'content-type': file.type,
    etag: file.etag,
    'cache-control': 'public, max-age=60',
    ...(!isPage && { 'content-disposition': `attachment; filename="${file.name}"` }),
  }
  if (request.headers.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers })
  return new Response(file.body, { headers })
}
