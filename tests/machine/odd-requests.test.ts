import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { cookieName, seal } from '@/lib/auth/cookie'
import { closeDatabase, db } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { provideEnv } from '@/lib/env'
import { filledFolder, postgresOf, startServer } from '@/tests/support/machine'
import { waysIn } from '@/tests/support/ways-in'

// Whatever an address, a header or a method says: the answer is a page, a refusal or "not found", never
// "something went wrong", and never a dropped connection. Each address is asked for with each odd value in the nightly
// run; here with every third, so that each odd value meets a third of the addresses and each address some.
const EVERY = process.env.STOCKTAKE_NIGHTLY === '1' ? 1 : 3

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
const IN_PATH = [
  '%00',
  'a%00b',
  '%',
  '1e309',
  '-1',
  '0',
  '99999999999999999999',
  '%FF',
  '%EF%BF%BF',
  'NaN',
  '%27%22',
  '..%2f..',
  '00000000-0000-0000-0000-00000000000g',
  'x'.repeat(3_000),
]
const IN_SEARCH = [
  '%00',
  '',
  '1e309',
  '-1',
  '99999999999999999999',
  '%ED%A0%80',
  '%',
  '2026-13-45',
  '1&{}=2',
  'x'.repeat(3_000),
]

let site: string
afterEach(closeDatabase)

/** Starts the server and signs in three people with different pages. */
async function start(): Promise<string[]> {
  const DATA_DIR = filledFolder()
  site = await startServer({ DATA_DIR, AUTH_SECRET }).ready()
  const DATABASE_URL = socketUrl(postgresOf(DATA_DIR)!.socket, 'stocktake')
  provideEnv({ DATABASE_URL, AUTH_SECRET, APP_URL: site })
  const { secretariat, rapporteur } = castOfficers
  return Promise.all(
    [secretariat, rapporteur, castDelegations.arvenia.people.head].map(async ({ email }) => {
      const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } })
      const expiresAt = new Date(Date.now() + 3_600_000)
      const { id } = await db.signIn.create({ data: { personId, expiresAt } })
      return `${cookieName()}=${await seal(id)}`
    }),
  )
}

async function ask(path: string, options: http.RequestOptions = {}): Promise<number> {
  const request = http.request(`${site}/`, { path, agent: false, ...options })
  request.end()
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  response.destroy()
  return response.statusCode!
}

/** Addresses of every page and handler, with something odd at one place of them. */
async function oddAddresses(): Promise<string[]> {
  const { slug } = await db.session.findFirstOrThrow({ where: { proposals: { some: {} } } })
  const values: Record<string, string> = {
    session: slug,
    number: '1',
    revision: '1',
    amendment: '1',
  }
  const fill = (address: string, odd: Record<string, string> = {}) =>
    address.replace(
      /\[(?:\.\.\.)?(\w+)\]/g,
      (_, name: string) => ({ ...values, ...odd })[name] ?? 'none',
    )
  return waysIn().flatMap(({ address, search }) => {
    const inSearch = (value: (name: string) => string) =>
      `${fill(address)}?${search.map(value).join('&')}`
    return [
      ...[...address.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].flatMap(([, name]) =>
        IN_PATH.map((odd) => fill(address, { [name!]: odd })),
      ),
      ...IN_SEARCH.map((odd) => inSearch((name) => `${name}=${odd}`)),
      // The same name twice is a list.
      inSearch((name) => `${name}=1&${name}=2`),
    ]
  })
}

async function answerTo(method: string): Promise<string> {
  const socket = net.connect(Number(new URL(site).port), '127.0.0.1')
  socket.write(
    `${method} / HTTP/1.1\r\nHost: localhost\r\nCookie: stocktake=secret\r\nConnection: close\r\n\r\n`,
  )
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer
}

const ODD_HEADERS: Record<string, string>[] = [
  { cookie: 'stocktake=%E0%A4%A; =; ;;;' },
  { cookie: `stocktake=${'e30.'.repeat(5)}` },
  { rsc: '1', 'next-router-state-tree': '%7B' },
  { 'next-action': 'x'.repeat(42) },
  { 'accept-encoding': ';q=,,br;q=9' },
  { range: 'bytes=9-1' },
  { host: 'elsewhere.example' },
  { 'if-none-match': '"'.repeat(100), 'if-modified-since': 'never' },
]

test('an odd address, method or header is answered, and never by an error', async () => {
  const cookies = await start()
  const failed: string[] = []
  const asks = async (path: string, options: http.RequestOptions) => {
    const status = await ask(path, options).catch(String)
    if (typeof status === 'string' || status >= 500)
      failed.push(
        `${status} ${options.method ?? 'GET'} ${path.slice(0, 200)} ${JSON.stringify(options.headers)}`,
      )
  }

  const all = await oddAddresses()
  expect(all.length).toBeGreaterThan(1_000)
  const addresses = all.filter((_, at) => at % EVERY === 0)
  console.log(`${addresses.length} odd addresses of ${all.length} are asked for.`)
  const next = addresses.entries()
  const worker = async () => {
    for (const [at, path] of next)
      await asks(path, { headers: { cookie: cookies[at % cookies.length]! } })
  }
  await Promise.all([worker(), worker(), worker(), worker()])

  for (const headers of ODD_HEADERS)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of [
        '/',
        '/sign-in',
        '/sessions',
        '/healthz',
        '/api/auth/session',
        '/nowhere',
      ])
        await asks(path, { method, headers: { origin: site, ...headers } })
  expect(failed.map((line) => line.replaceAll(/stocktake=[\w.-]+/g, ''))).toEqual([])

  for (const method of ['TRACE', 'TRACK', 'PROPFIND', 'LOCK']) {
    const answer = await answerTo(method)
    expect(answer).toMatch(/^HTTP\/1\.1 40[05]/)
    expect(answer).not.toContain('secret')
  }
}, 900_000)
