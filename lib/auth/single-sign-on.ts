import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { db, transaction } from '@/lib/db/client'
import { Email } from '@/lib/delegations/schema'
import { env } from '@/lib/env'
import { paths } from '@/lib/paths'
import { cookieName, cookieOptions, isSecure, SIGN_IN_SECONDS } from './cookie'
import { beginSignIn } from './sign-in'

/** The name of the OpenID Connect provider, or null where none is configured. */
export function singleSignOn(): { name: string } | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET ? { name: OIDC_NAME } : null
}

type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean }

function provider(): OAuthConfig<Claims> {
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oauth',
    issuer: OIDC_ISSUER,
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: ({ sub, email }) => ({ id: sub, email: email ?? null }),
  }
}

/**
 * next-auth as it is used here: the provider's answer is checked by it, the person is found by the
 * address that the provider vouches for, and its token holds the id of our SignIn row alone.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().AUTH_SECRET,
  useSecureCookies: isSecure(),
  providers: singleSignOn() ? [provider()] : [],
  session: { strategy: 'jwt', maxAge: SIGN_IN_SECONDS },
  cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  callbacks: {
    signIn: async ({ profile }) =>
      (await findPerson(profile as Claims)) ? true : `${paths.signIn()}?problem=unknown`,
    jwt: async ({ profile }) => {
      const person = await findPerson(profile as Claims)
      if (!person) throw new Error('This person is not registered.')
      return { signIn: await transaction((tx) => beginSignIn(tx, person.id)) }
    },
  },
})

/** The person whose address a provider names; an address that it calls unverified is nobody's. */
async function findPerson(claims: Claims | undefined): Promise<{ id: string } | null> {
  const email = Email.safeParse(claims?.email)
  if (!email.success || claims?.email_verified === false) return null
  return db.person.findUnique({
    where: { email: email.data, disabledAt: null },
    select: { id: true },
  })
}
