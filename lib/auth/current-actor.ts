import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { read } from '@/lib/db/client'
import { type Actor, type HeldOffice, type Place, visitor } from '@/lib/delegations/actor'
import { arrivalOf } from '@/lib/http/arrival'
import { cookieName, unseal } from './cookie'

/**
 * Who sends the request under way: read from the database once per request and never kept longer,
 * so that whoever was removed, signed out or disabled is out at the next click.
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

type Row = { id: string; name: string; places: Place[]; offices: HeldOffice[] }

/**
 * The person of a sign-in, with the places and offices that are living now, by one query. An ended
 * or expired sign-in and a disabled person give a visitor; a withdrawn delegation gives no place.
 */
export async function actorOf(signInId: string): Promise<Actor> {
  const [row] = await read<Row>`
    SELECT person.id, person.name, places.list AS places, offices.list AS offices
    FROM "SignIn" AS "signIn"
    JOIN "Person" AS person ON person.id = "signIn"."personId" AND person."disabledAt" IS NULL
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object(
        'representativeId', place.id,
        'delegationId', delegation.id,
        'sessionId', delegation."sessionId",
        'delegationName', delegation.name,
        'delegationState', delegation.state,
        'entityKind', entity.kind,
        'role', place.role,
        'maySubmit', place."maySubmit") ORDER BY place.id), '[]') AS list
      FROM "Representative" AS place
      JOIN "Delegation" AS delegation
        ON delegation.id = place."delegationId" AND delegation.state <> 'withdrawn'
      JOIN "Entity" AS entity ON entity.id = delegation."entityId"
      WHERE place."personId" = person.id AND place."endedAt" IS NULL
    ) AS places
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object(
        'kind', office.kind, 'sessionId', office."sessionId") ORDER BY office.id), '[]') AS list
      FROM "Office" AS office
      WHERE office."personId" = person.id AND office."endedAt" IS NULL
    ) AS offices
    WHERE "signIn".id = ${signInId}::uuid
      AND "signIn"."endedAt" IS NULL AND "signIn"."expiresAt" > now()`
  if (!row) return visitor
  return { personId: row.id, name: row.name, places: row.places, offices: row.offices }
}
