import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { type RightsRow, rightsWhere } from '@/lib/delegations/rights'
import { arrivalOf } from '@/lib/http/arrival'
import { cookieName, unseal } from './cookie'
import { lacksFactor } from './second-factor/requirement'

/**
 * The sender of the current request: read from the database once per request and never cached longer, so that a person
 * who was removed, signed out or disabled is out at the next click.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const signInId = await currentSignIn()
  const actor = signInId ? await actorOf(signInId) : visitor
  return { ...actor, request: { arrivedAt: arrivalOf(await headers()) } }
})

/** The id of the SignIn row that the browser's cookie names, living or not; null without a cookie. */
export const currentSignIn = cache(
  async (): Promise<string | null> => unseal((await cookies()).get(cookieName())?.value),
)

/**
 * The person of a sign-in, with the seats and offices that are active now, by one query. An ended
 * or expired sign-in, a disabled person and one who must begin to use an authenticator app give a visitor; a withdrawn
 * delegation gives no seat.
 */
export async function actorOf(signInId: string): Promise<Actor> {
  const [row] = await read<RightsRow>(
    rightsWhere(Prisma.sql`EXISTS (
      SELECT 1 FROM "SignIn" AS "signIn" WHERE "signIn"."personId" = person.id
        AND "signIn".id = ${signInId}::uuid
        AND NOT "signIn"."needsCode"
        AND "signIn"."endedAt" IS NULL AND "signIn"."expiresAt" > now())
      AND NOT ${lacksFactor()}`),
  )
  if (!row) return visitor
  return { personId: row.id, name: row.name, memberships: row.places, offices: row.offices }
}
