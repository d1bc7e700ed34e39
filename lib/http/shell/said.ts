const NAME = 'said'

/** The time, in seconds, for which a browser keeps the message of an act for the page to which it leads. */
const KEPT = 15

/** The cookie with which the page at `place` says the result of an act; its own script takes it away. */
export const saidOnce = (place: string, message: string) => ({
  name: NAME,
  value: message,
  path: place.split(/[?#]/)[0]!,
  maxAge: KEPT,
  sameSite: 'lax' as const,
})

/** The same cookie as a header. */
export function saidCookie(place: string, message: string): string {
  const { name, value, path, maxAge, sameSite } = saidOnce(place, message)
  return `${name}=${encodeURIComponent(value)}; Path=${path}; Max-Age=${maxAge}; SameSite=${sameSite}`
}

/** The last act's message on this page, or null. */
export function saidIn(cookies: string | null): string | null {
  const pair = cookies?.split('; ').find((cookie) => cookie.startsWith(`${NAME}=`))
  try {
    return pair ? decodeURIComponent(pair.slice(NAME.length + 1)).slice(0, 500) : null
  } catch {
    return null
  }
}
