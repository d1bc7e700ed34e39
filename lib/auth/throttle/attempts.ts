import 'server-only'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { headers } from 'next/headers'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { networkOf } from './network'

const QUARTER_OF_AN_HOUR = 15 * 60

/**
 * The limits for a quarter of an hour. A person and their attacker share no limit: a limit that refuses counts an
 * account together with a network, or with a browser that signed in to the account before. A network alone, behind
 * which a whole meeting may sit, is only slowed down.
 */
const limits = {
  /** Wrong passwords of an account from a network. An account is any address that was typed, known or not. */
  password: 10,
  /** Wrong passwords of an account from a browser that signed in to it before. */
  passwordOnDevice: 20,
  /** Wrong present passwords of a person who is signed in and changes theirs. */
  currentPassword: 10,
  /** Wrong codes of a second factor, after the right password, from a network. */
  code: 10,
  /** Attempts of a network at any account, before each further one waits. */
  network: 60,
  /**
   * Requests of a network to take part in a circulation. Each sends a letter to an address that nobody has proved, which
   * waiting does not make harmless, and a whole meeting does not ask at once: these are refused.
   */
  takePart: 20,
} as const
type Throttled = keyof typeof limits

/** The delay of an attempt if its network made too many. */
const SLOWED_MS = 3_000

/** Where a sign-in link spares the wait: with a second factor, it leads to the same code. */
const LINK_HELPS: ReadonlySet<Throttled> = new Set(['password', 'passwordOnDevice'])

/** The refusal of an attempt beyond the limit; `isFirst` for the first refusal in its quarter of an hour. */
export class TooManyAttempts extends Refused {
  constructor(
    kind: Throttled,
    minutes: number,
    readonly isFirst: boolean,
  ) {
    super('forbidden', LINK_HELPS.has(kind) ? 'tooManyAttempts' : 'waitAfterAttempts', { minutes })
  }
}

const limiters = new Map<Throttled, RateLimiterPrisma>()

/**
 * Counts one attempt, in the database, so that all instances count together. Refuses with
 * TooManyAttempts when there were too many, saying after how many minutes there are fewer.
 */
export async function countAttempt(kind: Throttled, ...of: readonly string[]): Promise<void> {
  const excess = await consume(kind, of)
  if (!excess) return
  const minutes = Math.max(1, Math.ceil(excess.msBeforeNext / 60_000))
  throw new TooManyAttempts(kind, minutes, excess.consumedPoints === limits[kind] + 1)
}

/** Counts one attempt of a network; after too many it is delayed, but not refused. */
export async function slowDown(network: string): Promise<void> {
  if (await consume('network', [network])) await sleep(SLOWED_MS)
}

/** Takes back the counts of a person who then proved to be the right one. */
export async function forgiveAttempts(kind: Throttled, ...of: readonly string[]): Promise<void> {
  await limiter(kind).delete(keyOf(of))
}

/**
 * Lets an account be tried again from every network and browser, by password and by code. Returns how many counts
 * there were.
 */
export async function liftLimits(person: { id: string; email: string }): Promise<number> {
  const { count } = await db.rateLimiterFlexible.deleteMany({
    where: { OR: countsOf(person).map((start) => ({ key: { startsWith: start } })) },
  })
  return count
}

/** The beginnings of the keys of every count that can make a person wait. */
const countsOf = ({ id, email }: { id: string; email: string }): string[] => {
  const first: Partial<Record<Throttled, string>> = {
    password: email,
    passwordOnDevice: email,
    currentPassword: id,
    code: id,
  }
  return Object.entries(first).map(([kind, part]) => `${kind}:${hash(part)}`)
}

/**
 * The network of a request: the server derives it from the connection and from trusted proxies. An IPv6 address counts
 * with its neighbours, as one household has 2^64 of them.
 */
export async function networkOfRequest(): Promise<string> {
  return networkOf((await headers()).get('x-forwarded-for') ?? 'unknown')
}

async function consume(kind: Throttled, of: readonly string[]): Promise<RateLimiterRes | null> {
  try {
    await limiter(kind).consume(keyOf(of))
    return null
  } catch (error) {
    if (error instanceof RateLimiterRes) return error
    throw error
  }
}

function limiter(kind: Throttled): RateLimiterPrisma {
  const cached = limiters.get(kind)
  if (cached) return cached
  const fresh = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    keyPrefix: kind,
    points: limits[kind],
    duration: QUARTER_OF_AN_HOUR,
  })
  limiters.set(kind, fresh)
  return fresh
}

/** Addresses are kept as hashes: the table is no list of who tried to sign in. */
const keyOf = (parts: readonly string[]): string => parts.map(hash).join('.')
const hash = (part: string): string => createHash('sha256').update(part).digest('hex')
