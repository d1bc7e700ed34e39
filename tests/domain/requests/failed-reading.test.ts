import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { showingFailures } from '@/lib/http/failed-reading'

let server: http.Server
afterEach(() => server.close())

/** Asks a server whose pages answer like this for one of them. */
async function asks(
  answer: http.RequestListener,
  {
    isAway = false,
    headers = { accept: 'text/html' },
  }: { isAway?: boolean; headers?: Record<string, string> } = {},
) {
  const draw = showingFailures(async (request, response) => answer(request, response), {
    isDatabaseAway: async () => isAway,
    now: () => new Date('2026-11-30T07:36:39Z'),
  })
  server = http.createServer((request, response) => {
    request.headers['x-stocktake-path'] = request.url
    void draw(request, response)
  })
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  const { port } = server.address() as AddressInfo
  const answered = await fetch(`http://127.0.0.1:${port}/sessions/a?b=c&d`, { headers })
  return { status: answered.status, headers: answered.headers, text: await answered.text() }
}

const SHELL = String.raw`<html id="__next_error__"><body><script>push("4:E{\"digest\":\"947982553\"}\n")</script></body></html>`
const fails: http.RequestListener = (_, response) => {
  response.statusCode = 500
  response.setHeader('content-type', 'text/html')
  response.write(SHELL.slice(0, 20))
  response.end(SHELL.slice(20))
}

test('a page that fails while the database is away says so in plain words, and when to come again', async () => {
  const { status, headers, text } = await asks(fails, { isAway: true })
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toBe('30')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(text).toContain('The database does not answer.')
  expect(text).toContain('<a href="/sessions/a?b=c&amp;d">Try again</a>')
  expect(text).not.toContain('<script')
})

test('a page that fails by a defect says the mark by which the log names it', async () => {
  const { status, text } = await asks(fails)
  expect(status).toBe(500)
  expect(text).toContain('Something went wrong')
  expect(text).toMatch(/08:36 \(Vienna time\), 947982553\./)
})

test('an answer without words is a page too where a browser opened it', async () => {
  const { text } = await asks((_, response) => void response.writeHead(500).end(), { isAway: true })
  expect(text).toContain('The database does not answer.')
})

test('every other answer is sent as it is written', async () => {
  const writes: http.RequestListener = (_, response) => {
    response.writeHead(404, { 'x-of-the-page': 'yes' })
    response.flushHeaders()
    response.write('not ')
    response.end('here')
  }
  const { status, headers, text } = await asks(writes)
  expect([status, headers.get('x-of-the-page'), text]).toEqual([404, 'yes', 'not here'])
})

test('a script reads the failure itself', async () => {
  const scripts: Record<string, string>[] = [{ accept: '*/*' }, { accept: 'text/html', rsc: '1' }]
  for (const headers of scripts) {
    expect(await asks(fails, { isAway: true, headers })).toMatchObject({ status: 500, text: SHELL })
    server.close()
  }
})
