import NextAuth from 'next-auth'
import { NextRequest } from 'next/server'
import { authOptions } from '@/lib/auth/sign-in/options'
import { handler } from '@/lib/http/access'

/** next-auth: proofs of a sign-in, the redirects to and from the OpenID Connect provider, signing out. */
const auth = handler('public', async (_actor, request, { nextauth = [] }) => {
  const context = { params: Promise.resolve({ nextauth: [nextauth].flat() }) }
  return NextAuth(new NextRequest(request), context, authOptions()) as Promise<Response>
})
export { auth as GET, auth as POST }
