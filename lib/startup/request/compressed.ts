import compression from 'compression'

/**
 * Compresses answers in the way that the browser accepts. The library's own filter does not read the
 * headers of route handlers, which Next sets as lists. Streams that say `no-transform` pass untouched. A quick
 * level: an installation with many readers lets its proxy compress.
 */
export const compressed = compression({
  level: 3,
  filter: (_, response) =>
    /^text\/|[/+](?:json|xml|javascript)|^image\/svg/.test(
      String(response.getHeader('content-type')),
    ),
})
