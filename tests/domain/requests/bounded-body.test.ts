import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { type Bounds, readBody, SIGNED_IN, withBody } from '@/lib/http/bounded-body'
import { formValues } from '@/lib/http/form-state'
import { depthOf } from '@/lib/http/read-request'
import { quietCostOf } from '@/tests/support/cost'

const MULTIPART = 'multipart/form-data; boundary=----x'
const servers: http.Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** The reader's result for a request: the body as Next reads it, or the reason of the refusal. */
async function read(
  bounds: Partial<Bounds>,
  headers: http.OutgoingHttpHeaders,
  send: (request: http.ClientRequest) => void,
): Promise<string> {
  const server = http.createServer((request, response) => {
    void readBody(request, { ...SIGNED_IN, ...bounds }).then(async (body) => {
      const made = typeof body === 'string' ? body : await text(withBody(request, body.pieces))
      response.end(made)
      request.resume()
    })
  })
  servers.push(server.listen(0))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const request = http.request({ port, method: 'POST', headers, agent: false })
  request.on('error', () => {})
  send(request)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  return text(response)
}
const sends = (body: string) => (request: http.ClientRequest) => void request.end(body)
const part = (name: string) =>
  `------x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`

test('hands a body on as it came', async () => {
  const body = `${part('a')}${part('b')}------x--\r\n`
  expect(await read({}, { 'content-type': MULTIPART }, sends(body))).toBe(body)
  expect(await read({}, {}, sends(''))).toBe('')
})

test('refuses a body that says it is too large before any of it is read', async () => {
  const answer = await read({ bytes: 1_000 }, { 'content-length': 500_000_000 }, (request) =>
    request.flushHeaders(),
  )
  expect(answer).toBe('tooLarge')
})

test('refuses a body that becomes too large while it is read', async () => {
  const endless = (request: http.ClientRequest) => {
    const more = setInterval(() => request.write('x'.repeat(500)), 1)
    request.once('response', () => clearInterval(more))
  }
  expect(await read({ bytes: 2_000 }, {}, endless)).toBe('tooLarge')
})

test.each([
  ['multipart', MULTIPART, part('a').repeat(12), {}],
  [
    'another boundary than it uses',
    'multipart/form-data; boundary=y; boundary=----x',
    part('a').repeat(12),
    {},
  ],
  ['urlencoded', 'application/x-www-form-urlencoded', 'a=1&'.repeat(12), {}],
])('counts the fields of a form: %s', async (_, type, body, bounds) => {
  expect(await read({ fields: 10, ...bounds }, { 'content-type': type }, sends(body))).toBe(
    'tooManyFields',
  )
  expect(await read({ fields: 20, ...bounds }, { 'content-type': type }, sends(body))).toBe(body)
})

test('counts the references of an act, also across the pieces in which they come', async () => {
  const headers = { 'content-type': 'text/plain', 'next-action': 'a' }
  const bit = (request: http.ClientRequest) => {
    let left = 12
    const more = setInterval(() => {
      request.write(left % 2 ? '"' : '$K1",')
      if (--left > 0) return
      clearInterval(more)
      request.end()
    }, 5)
    request.once('response', () => clearInterval(more))
  }
  expect(await read({ references: 3 }, headers, bit)).toBe('tooManyFields')
  expect(await read({ references: 6 }, headers, bit)).not.toBe('tooManyFields')
})

test('refuses a body while others fill what the process holds at once, and no longer', async () => {
  const arriving = () => Object.assign(new PassThrough(), { headers: {} })
  const megabytes = (count: number) => Buffer.alloc(count * 1_000_000, 'x')
  const reads = (request: PassThrough) =>
    readBody(request as unknown as http.IncomingMessage, SIGNED_IN)
  const requests = Array.from({ length: 7 }, arriving)
  const bodies = requests.map((request) => reads(request))
  for (const request of requests) request.end(megabytes(4))
  const whole = await Promise.all(bodies)
  const [late, again] = [arriving(), arriving()]
  const refused = reads(late)
  late.end(megabytes(4.1))
  expect(await refused).toBe('busy')
  for (const body of whole) if (typeof body !== 'string') body.release()
  const accepted = reads(again)
  again.end(megabytes(4.1))
  const body = await accepted
  expect(body).toMatchObject({ pieces: expect.any(Array) })
  if (typeof body !== 'string') body.release()
})

test('refuses a body that does not arrive in time', async () => {
  const answer = await read({ milliseconds: 50 }, {}, (request) => void request.write('x'))
  expect(answer).toBe('tooSlow')
})

test('reads the fields of a form in time that grows with their number alone', async () => {
  const form = new FormData()
  for (let at = 0; at < 60_000; at++) form.append(`f${at}`, '1')
  form.append('many[]', 'a')
  form.append('twice', 'a')
  form.append('twice', 'b')
  form.append('__proto__', 'c')
  form.append('$ACTION_1', 'd')
  let values: ReturnType<typeof formValues> = {}
  // The former quadratic reader took 35 s for as many.
  expect(await quietCostOf(() => (values = formValues(form)), 2_000)).toBeLessThan(2_000)
  expect(values).toMatchObject({ f1: '1', many: ['a'], twice: ['a', 'b'] })
  expect(Object.hasOwn(values, '__proto__')).toBe(true)
  expect(values).not.toHaveProperty('$ACTION_1')
})

test('measures the depth of a JSON text, not of the brackets in its strings', async () => {
  expect(depthOf('{"a":["[[[", "\\"[["]}')).toBe(2)
  expect(depthOf('['.repeat(100_000))).toBe(100_000)
  const unended = `"${'\\'.repeat(300_000)}`
  expect(await quietCostOf(() => depthOf(unended), 1_000)).toBeLessThan(1_000)
})
