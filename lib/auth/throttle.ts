import 'server-only'
import { createHash } from 'node:crypto'
import { headers } from 'next/headers'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'

const QUARTER_OF_AN_HOUR = 15 * 60

/**
 * How often within a quarter of an hour. An account is any e-mail address that somebody typed, known
 * or not. An address is a network's: a whole delegation, or a room, may stand behind one.
 */
const limits = {
  passwordOfAccount: 10,
  passwordFromAddress: 60,
  linkToAccount: 5,
  linkFromAddress: 40,
  tokenFromAddress: 60,
} as const
export type Throttled = keyof typeof limits

const made = new Map<Throttled, RateLimiterPrisma>()

/**
 * Counts one attempt, in the database, so that all instances count together. Refuses with
 * `tooManyAttempts` when there were too many, saying after how many minutes there are fewer.
 */
export async function countAttempt(kind: Throttled, of: string): Promise<void> {
  try {
    await limiter(kind).consume(keyOf(of))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
    throw new Refused('forbidden', 'tooManyAttempts', { minutes })
  }
}

/** Takes back what a person counted who then proved to be the right one. */
export async function forgiveAttempts(account: string, address: string): Promise<void> {
  await limiter('passwordOfAccount').delete(keyOf(account))
  await limiter('passwordFromAddress').reward(keyOf(address))
}

/**
 * The network that a request comes from: what the server made of the connection and of proxies that
 * it trusts. An IPv6 address counts with its neighbours, as one household has 2^64 of them.
 */
export async function addressOfRequest(): Promise<string> {
  return networkOf((await headers()).get('x-forwarded-for') ?? 'unknown')
}

/** An IPv4 address as it is (also when written as IPv6), the first half of an IPv6 address. */
export function networkOf(address: string): string {
  const bare = address.trim().toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)
  if (mapped?.[1]) return mapped[1]
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.replace(/%.*$/, '').split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean).length ?? 0
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after)
  const whole = [...groups, ...Array<string>(missing).fill('0'), ...(tail?.split(':') ?? [])]
  return `${whole.slice(0, 4).join(':')}::/64`
}

function limiter(kind: Throttled): RateLimiterPrisma {
  const known = made.get(kind)
  if (known) return known
  const fresh = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    keyPrefix: kind,
    points: limits[kind],
    duration: QUARTER_OF_AN_HOUR,
  })
  made.set(kind, fresh)
  return fresh
}

/** Addresses are kept as hashes: the table is no list of who tried to sign in. */
const keyOf = (what: string): string => createHash('sha256').update(what).digest('hex')
