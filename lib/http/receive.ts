import 'server-only'
import type http from 'node:http'
import { cookieName, unseal } from '@/lib/auth/cookie'
import { read } from '@/lib/db/client'
import type { DatabaseClock } from '@/lib/db/database-clock'
import { html } from '@/lib/html/safe-html'
import { htmlPage } from '@/lib/html/frame'
import { inShell } from '@/lib/html/shell'
import { translations } from '@/lib/messages'
import { noteArrival } from './arrival'
import { shellOfNobody } from './shell/shell'
import {
  type Bounds,
  type Excess,
  readBody,
  SIGNED_IN,
  UPLOAD,
  VISITOR,
  withBody,
} from './bounded-body'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The time for which a client may go on sending a refused body before its connection is cut. */
const LINGER = 2_000

const statusOf: Record<Exclude<Excess, 'aborted'>, number> = {
  tooLarge: 413,
  tooManyFields: 413,
  tooSlow: 408,
  busy: 503,
}

/** A request as Next reads it, and its body once more in pieces. */
export type Received = { request: http.IncomingMessage; pieces: readonly Buffer[] }

/**
 * Reads the body of a request that changes anything before Next does, within the bounds of its sender, and returns the
 * request with its body; answers it and returns null if the body exceeds them. The request has the arrival time of its
 * last byte, by the database's clock: it decides whether an act was in time. Requests that only read are returned as
 * they are.
 */
export async function receive(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  clock: Pick<DatabaseClock, 'timeAt'>,
): Promise<Received | null> {
  if (READS.has(request.method ?? 'GET')) return { request, pieces: [] }
  const begun = performance.now()
  noted++
  // The parser has read the rest of the same packet once this handler has returned.
  await Promise.resolve()
  const wasWhole = request.complete
  const bounds = await boundsOf(request)
  const body = await readBody(request, bounds)
  noteArrival(request.headers, clock.timeAt(wasWhole ? begun : performance.now()))
  if (typeof body === 'string') {
    refuse(request, response, body, bounds)
    return null
  }
  response.once('close', body.release)
  await takeTurn()
  return { request: withBody(request, body.pieces), pieces: body.pieces }
}

let turn = Promise.resolve()
let noted = 0

/** An act begins after this many rounds of the event loop without a new request, at the latest after this wait. */
const QUIET_ROUNDS = 3
const LONGEST_WAIT = 250

/**
 * Acts begin one after the other, each after everything that has arrived meanwhile was noted: otherwise
 * the first of many requests keep the thread busy while the others wait unread, past a deadline. Node
 * takes one new connection in each round of its event loop.
 */
function takeTurn(): Promise<void> {
  turn = turn.then(async () => {
    const until = performance.now() + LONGEST_WAIT
    for (let quiet = 0; quiet < QUIET_ROUNDS && performance.now() < until; quiet++) {
      const before = noted
      await new Promise((resume) => setImmediate(resume))
      if (noted !== before) quiet = -1
    }
  })
  return turn
}

/** A large body is read only for people with a living sign-in; a small one without a query. */
async function boundsOf({ headers, url = '' }: http.IncomingMessage): Promise<Bounds> {
  const signInId = await unseal(cookieOf(headers.cookie))
  if (!signInId) return VISITOR
  const bounds = isUpload(url) ? UPLOAD : SIGNED_IN
  if (Number(headers['content-length'] ?? Infinity) <= VISITOR.bytes) return bounds
  return (await isLiving(signInId)) ? bounds : VISITOR
}

/** The addresses to which files are sent: a form of a page sends to the page itself. */
const isUpload = (url: string): boolean =>
  url.startsWith('/imports/') ||
  /^\/sessions\/[^/?]+\/(?:documents|silence)\/[^/?]+(?:\?|$)/.test(url) ||
  /^\/sessions\/[^/?]+\/circulation\/[^/?]+\/papers(?:\?|$)/.test(url)

async function isLiving(signInId: string): Promise<boolean> {
  try {
    const rows = await read`
      SELECT 1 FROM "SignIn" s JOIN "Person" p ON p.id = s."personId" AND p."disabledAt" IS NULL
      WHERE s.id = ${signInId}::uuid AND s."endedAt" IS NULL AND s."expiresAt" > now()`
    return rows.length > 0
  } catch {
    // While the database is away the act fails with its own message, and keeps the typed words.
    return true
  }
}

/** The value of the sign-in cookie, as the browser sent it. */
function cookieOf(cookies = ''): string | undefined {
  const start = `${cookieName()}=`
  const pair = cookies.split(';').find((cookie) => cookie.trimStart().startsWith(start))
  return pair?.trim().slice(start.length)
}

/**
 * Sends a sentence, and keeps the connection open while the client goes on sending, up to `LINGER`: most browsers read
 * an answer only after they have sent. Node closes the connection when an answer ends, and closing a connection with
 * unread bytes loses the answer; so the answer ends last.
 */
function refuse(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  excess: Excess,
  bounds: Bounds,
): void {
  if (excess === 'aborted') return void response.destroy()
  const t = translations('refusals.body')
  const sentence = t(excess, {
    megabytes: bounds.bytes / 1_000_000,
    fields: bounds.fields,
    seconds: bounds.milliseconds / 1_000,
  })
  response.shouldKeepAlive = false
  const isPage = request.headers.accept?.includes('text/html')
  const type = isPage ? 'text/html' : 'text/plain'
  const answer = Buffer.from(isPage ? refusedPage(sentence) : sentence)
  response.writeHead(statusOf[excess], {
    'content-type': `${type}; charset=utf-8`,
    'content-length': answer.length,
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.write(answer)
  const end = () => {
    clearTimeout(cut)
    response.end()
  }
  const cut = setTimeout(end, LINGER)
  request.once('end', end).once('close', end)
  request.resume()
}

function refusedPage(sentence: string): string {
  const title = translations('problems')('refusedTitle')
  const page = htmlPage({ title, content: html`<h1>${title}</h1>\n<p>${sentence}</p>` })
  return inShell(page, shellOfNobody())
}
