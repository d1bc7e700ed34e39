import NextAuth from 'next-auth'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { handler } from '@/lib/http/access'
import { cookieOptions, isSecure } from '@/lib/auth/cookie'
import { addressOf } from '@/lib/mail/letters'
import { authOptions, singleSignOn } from '@/lib/auth/single-sign-on'
import { env } from '@/lib/env'
import { Refused } from '@/lib/errors'
import { safeReturn } from '@/lib/paths'

/**
 * Sends a person to the OpenID Connect provider. It is a link and not a form, as the content policy
 * lets forms go nowhere but here; a browser says when another site's page follows it, and is refused.
 */
export const GET = handler('public', async (_actor, request) => {
  if (!singleSignOn()) throw new Refused('not-found', 'notFound')
  if (!['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site')))
    throw new Refused('forbidden', 'foreignOrigin')
  const csrfToken = randomBytes(32).toString('hex')
  const mark = createHash('sha256').update(`${csrfToken}${env().AUTH_SECRET}`).digest('hex')
  const name = `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`
  ;(await cookies()).set(name, `${csrfToken}|${mark}`, cookieOptions())
  const returnTo = safeReturn(new URL(request.url).searchParams.get('returnTo'))
  const asked = new NextRequest(addressOf('/api/auth/signin/oidc'), {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, callbackUrl: addressOf(returnTo) }),
  })
  const context = { params: Promise.resolve({ nextauth: ['signin', 'oidc'] }) }
  return NextAuth(asked, context, authOptions()) as Promise<Response>
})
