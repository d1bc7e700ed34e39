import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { refuseForeign } from '@/lib/startup/request/foreign'

const SITE = 'https://stocktake.example'

/** The outcome of a request: refused here or passed on, and the host name that Next then sees. */
function sent(method: string, headers: IncomingHttpHeaders) {
  const request = { method, headers: { host: 'stocktake.example', ...headers } }
  const logged: unknown[] = []
  const note = (...words: unknown[]) => void logged.push(...words)
  const refused = refuseForeign(request, { writeHead: note, end: note } as never, SITE)
  const { host, 'x-forwarded-host': forwarded } = request.headers as IncomingHttpHeaders
  return { refused, said: logged, knownAs: forwarded ?? host }
}

test.each(['https://evil.example', 'null', 'http://stocktake.example:81', 'not an origin'])(
  'what %s sends is refused with one sentence',
  (origin) => {
    const { refused, said: logged } = sent('POST', { origin })
    expect(refused).toBe(true)
    expect(logged).toEqual([403, expect.anything(), expect.stringContaining('did not come from')])
  },
)

test('reading is for everybody, and what has no origin is judged later', () => {
  expect(sent('GET', { origin: 'https://evil.example' }).refused).toBe(false)
  expect(sent('POST', {}).refused).toBe(false)
})

test('this site is known by its own address also where a proxy calls it otherwise', () => {
  expect(sent('POST', { origin: SITE, host: 'internal:3000' })).toMatchObject({
    refused: false,
    knownAs: 'stocktake.example',
  })
})

test('who comes by another name of this site is refused later, with the words that were typed', () => {
  expect(sent('POST', { origin: 'https://old.example', host: 'old.example' }).refused).toBe(false)
})
