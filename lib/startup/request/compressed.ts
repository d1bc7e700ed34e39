import type { ServerResponse } from 'node:http'
import compression from 'compression'
import { CODING } from '@/lib/http/compressed-bytes'

/**
 * Compresses answers in the way that the browser accepts. The library's own filter does not read the
 * headers of route handlers, which Next sets as lists. Streams that say `no-transform` pass untouched. A quick
 * level: an installation with many readers lets its proxy compress.
 */
export const compressed = compression({
  level: 3,
  filter: (_, response) =>
    !isCompressed(response as unknown as ServerResponse) &&
    /^text\/|[/+](?:json|xml|javascript)|^image\/svg/.test(
      String(response.getHeader('content-type')),
    ),
})

/** Whether a route handler gave compressed bytes; their coding then stands where a browser reads it. */
function isCompressed(response: ServerResponse): boolean {
  const coding = response.getHeader(CODING)
  if (coding === undefined) return false
  response.removeHeader(CODING)
  response.setHeader('content-encoding', String(coding))
  return true
}
