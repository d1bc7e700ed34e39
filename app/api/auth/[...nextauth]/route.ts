import NextAuth from 'next-auth'
import { NextRequest } from 'next/server'
import { authOptions } from '@/lib/auth/sign-in/options'
import { handler } from '@/lib/http/access'

/**
 * next-auth: proofs of a sign-in, the redirects to and from the OpenID Connect provider, signing out. It refuses HEAD, by
 * which programs of mail try the sign-in link of a letter: they are answered as GET is.
 */
const auth = handler('public', async (_actor, request, { nextauth = [] }) => {
  const context = { params: Promise.resolve({ nextauth: [nextauth].flat() }) }
  const { method, url, headers } = request
  const asked = method === 'HEAD' ? new NextRequest(url, { headers }) : new NextRequest(request)
  return NextAuth(asked, context, authOptions()) as Promise<Response>
})
export { auth as GET, auth as POST }
