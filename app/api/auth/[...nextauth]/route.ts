import NextAuth from 'next-auth'
import { redirect } from 'next/navigation'
import { NextRequest } from 'next/server'
import { handler } from '@/lib/http/access'
import { authOptions, singleSignOn } from '@/lib/auth/single-sign-on'
import { Refused } from '@/lib/errors'
import { paths } from '@/lib/paths'

/**
 * Where the OpenID Connect provider sends people back, and nothing else of next-auth's: who signs in
 * otherwise, or out, does so by our own actions.
 */
export const GET = handler('public', async (_actor, request, params) => {
  if (!singleSignOn()) throw new Refused('not-found', 'notFound')
  const way = [params.nextauth ?? []].flat()
  if (way.join('/') !== 'callback/oidc') redirect(`${paths.signIn()}?problem=failed`)
  const context = { params: Promise.resolve({ nextauth: way }) }
  return NextAuth(new NextRequest(request), context, authOptions()) as Promise<Response>
})
