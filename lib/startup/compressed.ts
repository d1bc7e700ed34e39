import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import { PACKED } from './packed'

/** A quick Brotli makes a page a fifth smaller than the best gzip, for half the work. */
const pages = compression({
  filter,
  level: 3,
  brotli: {
    params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 18 },
  },
})
/** Scripts and styles are fetched once and kept by the browser, so they are worth more work. */
const files = compression({ filter })

/**
 * Answers what `answer` writes in the form that the browser takes: Brotli, gzip or as it is. Streams
 * that say `no-transform` pass untouched.
 */
export const compressed = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => void,
): void =>
  (request.url?.startsWith('/_next/static/') ? files : pages)(request, response, () => {
    inOne(response)
    answer()
  })

type Writing = (...given: unknown[]) => never

/**
 * Next writes a page, and its data, in pieces and asks to send on after each; packed by themselves they
 * cost more work and are larger. So they wait until the page is whole and are packed in one.
 */
function inOne(response: ServerResponse & { flush?: () => void }): void {
  const write = response.write.bind(response) as Writing
  const end = response.end.bind(response) as Writing
  const flush = response.flush?.bind(response)
  const flushHeaders = response.flushHeaders.bind(response)
  const pieces: Uint8Array[] = []
  const isPage = () =>
    /^text\/(?:html|x-component)/.test(String(response.getHeader('content-type')))
  const waits = (given: unknown) => {
    if (typeof given === 'string') pieces.push(Buffer.from(given))
    else if (given instanceof Uint8Array) pieces.push(given)
    return true
  }

  response.flush = () => {
    if (!isPage()) flush?.()
  }
  response.flushHeaders = () => {
    if (!isPage()) flushHeaders()
  }
  response.write = ((...given) => (isPage() ? waits(given[0]) : write(...given))) as Writing
  response.end = ((...given) => {
    if (pieces.length === 0) return end(...given)
    waits(given[0])
    return end(Buffer.concat(pieces.splice(0)))
  }) as Writing
}

/** Words that are not packed yet, no pictures. A route handler's headers come as lists, which the library does not read. */
function filter(_: IncomingMessage, response: ServerResponse): boolean {
  const packed = response.getHeader(PACKED)
  if (packed) {
    response.removeHeader(PACKED)
    response.setHeader('Content-Encoding', String(packed))
    return false
  }
  const type = String(response.getHeader('content-type'))
  return /^text\/|[/+](?:json|xml|javascript)|^image\/svg/.test(type)
}
