import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { paths } from '@/lib/paths'
import { cookieOptions } from '../cookie'
import { localPath } from './local-path'

const NAME = 'stocktake-typed'
const Typed = z.object({ email: z.string().max(320), returnTo: z.string() })

/**
 * Keeps for a minute the typed values of a form that next-auth refused (never the password) and the page to which it
 * leads, for the sign-in page to which it redirects. The form of a link has no address.
 */
export async function keepTyped(typed: Record<string, string> | undefined): Promise<void> {
  if (!typed) return
  const value = JSON.stringify({
    email: (typed.email ?? '').slice(0, 320),
    returnTo: localPath(typed.callbackUrl),
  })
  const options = { ...cookieOptions(), path: paths.signIn(), maxAge: 60 }
  ;(await cookies()).set(NAME, value, options)
}

/** Words typed before the refusal that this page shows. */
export async function typedBefore(): Promise<{ email: string; returnTo: string } | null> {
  try {
    return Typed.parse(JSON.parse((await cookies()).get(NAME)?.value ?? ''))
  } catch {
    return null
  }
}
