import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { cookieName, seal } from '@/lib/auth/cookie'
import { db } from '@/lib/db/client'
import type { DatabaseClock } from '@/lib/db/database-clock'
import type { SignedIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { formsOf } from './html-forms'
import { proposing } from './proposing'
import { scenario } from './scenario'

/** A prepared submission, in the form that a browser without script sends. */
export type Ready = { id: string; address: string; cookie: string; form: URLSearchParams }

/** The outcome of a submission: its time of sending by the database's clock, and its answer. */
export type Sent = {
  id: string
  sentAt: Date
  inTime: boolean
  accepted: boolean
  answered: string
  seconds: number
}

export type Outcome = {
  sent: Sent[]
  /** Sent in time and not accepted. */
  refusedInTime: Sent[]
  /** Accepted and not sent in time. */
  acceptedLate: Sent[]
  unanswered: Sent[]
  /** 95th percentile, in seconds. */
  p95: number
}

const BEFORE = 1_500
const AFTER = 30

/** A session in which so many drafts wait to be submitted at several instances, each on a connection of its own. */
export async function prepareSubmissions(
  count: number,
  site: string,
  instances: readonly string[],
) {
  const cast = await scenario()
  const { drafts } = proposing(() => cast)
  const heads = [cast.arvenia, cast.belmara, cast.corvina, cast.doranta].map(({ head }) => head)
  const cookies = new Map<SignedIn, string>()
  for (const head of heads) cookies.set(head, await cookieOf(head.personId))
  const ready: Ready[] = []
  let fields: URLSearchParams | undefined
  for (let at = 0; at < count; at++) {
    const head = heads[at % heads.length]!
    const { id, version } = await drafts(head, { text: `Member States should act, number ${at}.` })
    const address = `${instances[at % instances.length]}${paths.checkDraft(cast.session.slug, id)}`
    const cookie = cookies.get(head)!
    fields ??= await fieldsOf(address, cookie)
    const form = new URLSearchParams(fields)
    form.set('id', id)
    form.set('formId', randomUUID())
    form.set('version', String(version))
    ready.push({ id, address, cookie, form })
  }
  return { sessionId: cast.session.id, ready, site }
}

/** The cookie of a new sign-in of this person. */
export async function cookieOf(personId: string): Promise<string> {
  const [row] = await db.$queryRaw<[{ id: string }]>`
    INSERT INTO "SignIn" (id, "personId", "expiresAt")
    VALUES (gen_random_uuid(), ${personId}::uuid, now() + interval '1 hour') RETURNING id`
  return `${cookieName()}=${await seal(row.id)}`
}

/** The fields of the form that submits a draft. */
async function fieldsOf(address: string, cookie: string): Promise<URLSearchParams> {
  const page = await (await fetch(address, { headers: { cookie } })).text()
  const form = formsOf(page).find(({ fields }) => fields.some(([name]) => name === 'version'))
  if (!form) throw new Error(`There is no form to submit the draft at ${address}.`)
  return new URLSearchParams(form.fields)
}

/**
 * Sends all submissions at once 1.5 s before the deadline, every fifth just after it. Returns the
 * outcome of each.
 */
export async function sendAtDeadline(
  { sessionId, ready, site }: Awaited<ReturnType<typeof prepareSubmissions>>,
  clock: DatabaseClock,
): Promise<Outcome> {
  const agents = ready.map(() => new http.Agent({ keepAlive: true }))
  // Connections stand before the deadline nears.
  await Promise.all(ready.map(({ address }, at) => ask(agents[at]!, new URL('/healthz', address))))
  const [{ openUntil }] = await db.$queryRaw<[{ openUntil: Date }]>`
    UPDATE "Period" SET "openUntil" = date_trunc('milliseconds', clock_timestamp() + interval '2 seconds')
    WHERE "sessionId" = ${sessionId}::uuid AND kind = 'submission' RETURNING "openUntil"`
  const until = () => openUntil.getTime() - clock.timeAt(performance.now())!.getTime()
  await pause(Math.max(0, until() - BEFORE))
  const isLate = (at: number) => at % 5 === 4
  const early = ready.flatMap((request, at) =>
    isLate(at) ? [] : [send(request, agents[at]!, site, clock)],
  )
  while (until() > -AFTER) await pause(Math.max(1, until() + AFTER))
  const late = ready.flatMap((request, at) =>
    isLate(at) ? [send(request, agents[at]!, site, clock)] : [],
  )
  const answers = await Promise.all([...early, ...late])
  for (const agent of agents) agent.destroy()
  const made = await db.revision.findMany({
    where: { draftId: { in: ready.map(({ id }) => id) } },
    select: { draftId: true },
  })
  const accepted = new Set(made.map(({ draftId }) => draftId))
  const sent = answers.map((answer) => ({
    ...answer,
    inTime: answer.sentAt < openUntil,
    accepted: accepted.has(answer.id),
  }))
  const times = sent.map(({ seconds }) => seconds).sort((a, b) => a - b)
  return {
    sent,
    refusedInTime: sent.filter((request) => request.inTime && !request.accepted),
    acceptedLate: sent.filter((request) => !request.inTime && request.accepted),
    unanswered: sent.filter(({ accepted: done, answered }) =>
      done
        ? !answered.includes('/receipts/')
        : !answered.includes('The period for submission is closed'),
    ),
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  }
}

async function send(request: Ready, agent: http.Agent, site: string, clock: DatabaseClock) {
  const began = performance.now()
  const sentAt = clock.timeAt(began)!
  const answered = await submit(request, agent, site)
  return { id: request.id, sentAt, answered, seconds: (performance.now() - began) / 1_000 }
}

/** Sends one submission and returns the answer's body, or its redirect: to a receipt if it was accepted. */
export function submit(
  { address, cookie, form }: Ready,
  agent: http.Agent,
  site: string,
): Promise<string> {
  const body = multipart(form)
  return ask(agent, new URL(address), {
    method: 'POST',
    body,
    headers: {
      cookie,
      origin: site,
      accept: 'text/html',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': Buffer.byteLength(body),
    },
  })
}

const BOUNDARY = '----deadline'
const multipart = (form: URLSearchParams): string =>
  `${[...form].map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${BOUNDARY}--\r\n`

/** The answer's body, or its redirect. */
async function ask(
  agent: http.Agent,
  url: URL,
  { body, ...options }: http.RequestOptions & { body?: string } = {},
): Promise<string> {
  const request = http.request(url, { agent, ...options })
  request.end(body)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  let text = response.headers.location ?? ''
  for await (const piece of response) text += String(piece)
  return text
}
