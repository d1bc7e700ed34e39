import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { asAttachment } from '@/lib/export/file-name'
import { inShell } from '@/lib/html/shell'
import { isPersonal, pageResponse, shellOf } from './shell/shell'

/** A file that everybody may read, and the hash of its bytes; a page is kept as a visitor sees it, and without a header. */
export type PublicFile = {
  body: Buffer<ArrayBuffer>
  type: string
  name: string
  hash: string
  document?: string
}

/** Public files: everything issued, adopted or shown as a public snapshot. */
const files = new LRUCache<string, PublicFile>({
  max: 64,
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ body, document = '' }) => Math.max(1, body.byteLength + document.length),
})

/**
 * Memoizes `make` by key. The key must name everything on which the bytes depend; errors are not memoized.
 */
export async function memoizedFile(
  key: string,
  make: () => Promise<{ body: Uint8Array | string; type: string; name: string }>,
): Promise<PublicFile> {
  const cached = files.get(key)
  if (cached) return cached
  const { body, ...about } = await make()
  const document = isPage(about) && typeof body === 'string' ? body : undefined
  const bytes = Buffer.from(document === undefined ? body : forVisitors(document))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const file: PublicFile = { ...about, body: bytes, hash, ...(document && { document }) }
  files.set(key, file)
  return file
}

const isPage = ({ type }: { type: string }): boolean => type.startsWith('text/html')

const forVisitors = (document: string): string => inShell(document, shellOf(visitor))

/** The options of an answer. */
type Answering = {
  /** Whether its words can be taken down: caches then ask before they give it again. */
  changes?: boolean
  /** Data that programs of other sites read as well: never a page, never data behind a sign-in. */
  isData?: boolean
}

/** The response with a file for this reader: a page is shown in the browser, any other file is downloaded. */
export function fileResponse(
  request: Request,
  file: PublicFile,
  actor: Actor,
  { changes = false, isData = false }: Answering = {},
): Response {
  if (file.document && isPersonal(actor, request.headers))
    return pageResponse(file.document, actor, request)
  // Weak, as the bytes are sent in several codings.
  const etag = `W/"${file.hash}"`
  const headers = {
    'content-type': file.type,
    etag,
    'cache-control': changes ? ASK_FIRST : 'public, max-age=60',
    ...(isPage(file) && { vary: 'Cookie' }),
    ...(isData && OPEN_TO_ALL),
    ...(!isPage(file) && !isData && { 'content-disposition': asAttachment(file.name, file.body) }),
  }
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(file.body, { headers })
}

const ASK_FIRST = 'public, no-cache'

/** Public data may be read by programs of any other site. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' }

/** Public data piece by piece, in bounded memory; `stamp` names everything on which its bytes depend. */
export function dataResponse(
  request: Request,
  { stamp, type }: { stamp: string; type: string },
  pieces: () => AsyncIterable<string>,
): Response {
  const etag = `W/"${createHash('sha256').update(stamp).digest('hex').slice(0, 32)}"`
  const headers = { 'content-type': type, etag, 'cache-control': ASK_FIRST, ...OPEN_TO_ALL }
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(streamOf(pieces()), { headers })
}

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
