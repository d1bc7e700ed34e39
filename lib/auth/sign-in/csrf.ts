import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { paths } from '@/lib/paths'
import { isSecure } from '../cookie'

/** The name of next-auth's cookie that its forms are compared with. */
export const csrfCookieName = (): string => `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`

/**
 * The token that next-auth expects in the forms of this page. Without its cookie the browser goes to next-auth, which
 * sets one, and comes back; null if it `cameBack` without: it keeps no cookies.
 */
export async function csrfToken(page: string, cameBack = false): Promise<string | null> {
  const [token] = (await cookies()).get(csrfCookieName())?.value.split('|') ?? []
  if (!token && !cameBack) redirect(paths.setCsrfCookie(page))
  return token ?? null
}
