import NextAuth from 'next-auth'
import { NextRequest } from 'next/server'
import { authOptions } from '@/lib/auth/sign-in/options'
import { handler } from '@/lib/http/access'

/** next-auth: proofs of who signs in, the way to the OpenID Connect provider and back, signing out. */
const auth = handler('public', async (_actor, request, { nextauth = [] }) => {
  const context = { params: Promise.resolve({ nextauth: [nextauth].flat() }) }
  return NextAuth(new NextRequest(request), context, authOptions()) as Promise<Response>
})
export { auth as GET, auth as POST }
