import { readFileSync } from 'node:fs'
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { cookieName, seal } from '@/lib/auth/cookie'
import { closeDatabase, db } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { provideEnv } from '@/lib/env'
import { filledFolder, postgresOf, startServer } from '@/tests/support/machine'

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
const MULTIPART = 'multipart/form-data; boundary=x'

afterEach(closeDatabase)

async function running() {
  const DATA_DIR = filledFolder()
  const server = startServer({ DATA_DIR, AUTH_SECRET })
  const url = await server.ready()
  provideEnv({
    DATABASE_URL: socketUrl(postgresOf(DATA_DIR)!.socket, 'stocktake'),
    APP_URL: url,
    AUTH_SECRET,
  })
  return { url, pid: server.process.pid! }
}

/** Sends by `send` until the answer arrives; returns the status and the sentence. */
async function posts(
  url: string,
  headers: http.OutgoingHttpHeaders,
  send: (request: http.ClientRequest) => void,
) {
  const request = http.request(`${url}/sign-in`, {
    method: 'POST',
    agent: false,
    headers: { origin: url, 'content-type': MULTIPART, ...headers },
  })
  // The server closes the connection while the body is still being written: that write may fail.
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', (error) => setTimeout(() => reject(error), 1_000))
  })
  request.on('socket', (socket) => socket.on('error', () => {}))
  send(request)
  const response = await answered
  return { status: response.statusCode, sentence: await text(response) }
}

/** Sends up to 500 pieces of a megabyte as fast as the server takes them. */
function sendsFiveHundredMegabytes(request: http.ClientRequest): void {
  const piece = Buffer.alloc(1_000_000, 'x')
  let left = 500
  const more = () => {
    while (left-- > 0) if (!request.write(piece)) return void request.once('drain', more)
    request.end()
  }
  more()
}

/** The longest time that the server's thread is blocked meanwhile, in milliseconds. */
async function longestHold(url: string, happens: Promise<unknown>): Promise<number> {
  let over = false
  void happens.finally(() => (over = true))
  let longest = 0
  while (!over) {
    const began = performance.now()
    await fetch(`${url}/healthz`)
    longest = Math.max(longest, performance.now() - began)
  }
  return longest
}

const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_000

test('one visitor’s 3.6 MB of fields are refused with a sentence and hold nobody up', async () => {
  const { url } = await running()
  await fetch(`${url}/sign-in`)
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
  const body = part.repeat(Math.floor(3_600_000 / part.length))
  const answer = posts(url, {}, (request) => void request.end(body))
  const longest = await longestHold(url, answer)
  console.log(`The thread was held for ${longest.toFixed(0)} ms at most.`)
  expect(await answer).toEqual({
    status: 413,
    sentence: expect.stringContaining('too large') as string,
  })
  // Formerly 35 s; a busy machine alone takes some hundred milliseconds.
  expect(longest).toBeLessThan(1_000)
})

test.runIf(process.platform === 'linux')(
  'six bodies of 500 MB are refused without being held, of visitors and of people who are signed in',
  async () => {
    const { url, pid } = await running()
    const { id: personId } = await db.person.findFirstOrThrow()
    const expiresAt = new Date(Date.now() + 3_600_000)
    const { id } = await db.signIn.create({ data: { personId, expiresAt } })
    const cookie = `${cookieName()}=${await seal(id)}`
    await fetch(`${url}/sign-in`, { headers: { cookie } })
    for (const headers of [{}, { cookie }, { cookie, 'content-length': 500_000_000 }]) {
      const before = memoryOf(pid)
      let most = before
      const answers = Promise.all(
        Array.from({ length: 6 }, () => posts(url, headers, sendsFiveHundredMegabytes)),
      )
      let over = false
      void answers.finally(() => (over = true))
      for (; !over; await pause(20)) most = Math.max(most, memoryOf(pid))
      for (const { status } of await answers) expect([413, 503]).toContain(status)
      console.log(`Six of 500 MB raised the memory by ${(most - before).toFixed(0)} MB.`)
      // All bodies together hold 32 MB at most; the rest is garbage of reading them, not collected yet.
      expect(most - before).toBeLessThan(100)
    }
  },
)
