declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  import type { BrotliOptions, ZlibOptions } from 'node:zlib'

  /** Its own types ask for those of Express, of which nothing is used here. */
  export default function compression(
    options?: ZlibOptions & {
      brotli?: BrotliOptions
      filter?: (request: IncomingMessage, response: ServerResponse) => boolean
    },
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}
