import 'server-only'
import { LRUCache } from 'lru-cache'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/env'

/**
 * A browser stays signed in for 12 hours after its sign-in, a long day of a meeting, with any use: the sign-in is not
 * extended, so that reading writes neither rows nor cookies.
 */
export const SIGN_IN_SECONDS = 12 * 60 * 60

/** Whether people reach this installation by https; cookies are then for https alone. */
export const isSecure = (): boolean => env().APP_URL?.startsWith('https:') ?? false

/** The sign-in cookie's name; under https no other host and no plain http can set it. */
export const cookieName = (): string => (isSecure() ? '__Host-stocktake' : 'stocktake')

/** The options of the sign-in cookie: no script reads it, no other site's form sends it. */
export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

/** The cookie's value: next-auth's encrypted token, which holds the id of the SignIn row and nothing else. */
export const seal = (signInId: string): Promise<string> =>
  encode({ token: { signIn: signInId }, secret: secret(), maxAge: SIGN_IN_SECONDS })

type Opened = { signIn: string; expires: number }

const cache = new LRUCache<string, Opened>({ max: 2_000 })

/**
 * The id in a cookie's value, or null for a foreign, altered or too old cookie. Decryption is slow and a browser sends
 * the same cookie all day, so results are cached by the whole value. The database says at each request whether that
 * sign-in still lives.
 */
export async function unseal(value: string | undefined): Promise<string | null> {
  if (!value) return null
  const content = cache.get(value) ?? (await open(value))
  if (!content || content.expires <= Date.now()) return null
  cache.set(value, content)
  return content.signIn
}

async function open(value: string): Promise<Opened | null> {
  try {
    const token = await decode({ token: value, secret: secret() })
    return typeof token?.signIn === 'string' && typeof token.exp === 'number'
      ? { signIn: token.signIn, expires: token.exp * 1_000 }
      : null
  } catch {
    return null
  }
}

/** The secret of this installation. */
export function secret(): string {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set: the server sets it when it starts.')
  return AUTH_SECRET
}
