import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressed } from '@/lib/startup/request/compressed'

const WORDS = '<p>Words of a page.</p>'.repeat(200)
const answers: Record<
  string,
  { headers: Record<string, string | string[]>; body: string | Buffer }
> = {
  '/page': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: WORDS },
  '/pieces': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: WORDS },
  '/handler': { headers: { 'content-type': ['text/html; charset=utf-8'] }, body: WORDS },
  '/stream': {
    headers: { 'content-type': ['text/event-stream'], 'cache-control': ['no-store, no-transform'] },
    body: WORDS,
  },
  '/picture': { headers: { 'content-type': 'image/png' }, body: WORDS },
}

const server = http.createServer((request, response) =>
  compressed(request, response, () => {
    const { headers, body } = answers[request.url!]!
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.url === '/pieces') {
      // Like Next: each write is flushed at once, and the end sends nothing or the rest.
      const flushing = response as typeof response & { flush: () => void }
      for (const [at, half] of [body.slice(0, 1_000), body.slice(1_000, -5)].entries()) {
        response.write(at === 0 ? half : Buffer.from(half))
        flushing.flush()
      }
      response.end(body.slice(-5))
    } else response.end(body)
  }),
)
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => server.close())

/** The response to a client that accepts these codings: its content coding and its compressed body. */
async function get(path: string, accepted: string): Promise<{ coding: unknown; body: Buffer }> {
  const { port } = server.address() as AddressInfo
  const request = http.get({ port, path, headers: { 'accept-encoding': accepted } })
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { coding: response.headers['content-encoding'], body: Buffer.concat(chunks) }
}

describe('an answer is compressed as the browser accepts it', () => {
  test.each(['/page', '/pieces', '/handler'])(
    '%s in Brotli where it can, else in gzip, else as it is',
    async (path) => {
      const [brotli, gzip, plain] = [
        await get(path, 'gzip, deflate, br, zstd'),
        await get(path, 'gzip'),
        await get(path, 'identity'),
      ]
      expect([brotli.coding, gzip.coding, plain.coding]).toEqual(['br', 'gzip', undefined])
      expect(brotliDecompressSync(brotli.body).toString()).toBe(WORDS)
      expect(gunzipSync(gzip.body).toString()).toBe(WORDS)
      expect(plain.body.toString()).toBe(WORDS)
    },
  )

  test.each(['/stream', '/picture'])('%s is let through', async (path) => {
    expect(await get(path, 'br')).toEqual({ coding: undefined, body: Buffer.from(WORDS) })
  })
})
