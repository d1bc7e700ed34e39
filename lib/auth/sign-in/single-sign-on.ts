import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { db } from '@/lib/db/client'
import { Email } from '@/lib/delegations/schema'
import { env } from '@/lib/env'

/** The name of the OpenID Connect provider, or null if none is configured. */
export function singleSignOn(): { name: string } | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET ? { name: OIDC_NAME } : null
}

/** A provider's facts of a person. Some providers say "true" and "false" in quotation marks. */
export type Claims = {
  sub: string
  name?: string
  email?: string
  email_verified?: boolean | 'true' | 'false'
}

/** Why the claims of a provider let nobody in. */
type ClaimsRefusal = 'addressNotConfirmed' | 'unknownPerson'

/** The configured provider as next-auth takes it: authorization code with PKCE, state and nonce. */
export function singleSignOnProvider(): OAuthConfig<Claims> {
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
 * The person with the address that a provider names. An address that the provider did not verify matches nobody;
 * a provider that says nothing about it vouches for its addresses.
 */
export async function findPersonByClaims(
  claims: Claims | undefined,
): Promise<{ id: string } | { refusal: ClaimsRefusal }> {
  const email = Email.safeParse(claims?.email)
  const isConfirmed = [undefined, true, 'true'].includes(claims?.email_verified)
  if (!email.success || !isConfirmed) return { refusal: 'addressNotConfirmed' }
  const person = await db.person.findUnique({
    where: { email: email.data, disabledAt: null },
    select: { id: true },
  })
  return person ?? { refusal: 'unknownPerson' }
}
