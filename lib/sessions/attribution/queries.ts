import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, membershipIn, takesPart } from '@/lib/delegations/actor'
import { asId, assertFound } from '@/lib/errors'
import { type LoadedAttribution, loadAttribution } from './load'
import { canActOnBehalf } from './policy'
import { groupsOn } from './rows'

/** A group of States for which a delegation may submit now, with its members. */
type OwnGroup = { id: string; name: string; members: string[] }

/** The groups for which the actor's delegation may submit on the session's day in the seat; none without a delegation. */
export async function listOwnGroups(
  actor: Actor,
  session: { id: string; readAt: Date },
): Promise<OwnGroup[]> {
  const place = membershipIn(actor, session.id)
  if (!place) return []
  return listGroupsOf(session.id, place.entityId, session.readAt)
}

/** The groups for which a State may submit on the seat's day of an instant. Unchecked: memberships are public. */
export async function listGroupsOf(
  sessionId: string,
  entityId: string,
  at: Date,
): Promise<OwnGroup[]> {
  const groups = await groupsOn(db, sessionId, at, { entityId })
  return groups
    .filter((group) => canActOnBehalf(entityId, group).allowed)
    .map(({ id, name, states }) => ({ id, name, members: states.map((state) => state.name) }))
}

/** An attribution of the session with its members and its text, for each participant. */
export async function getAttribution(
  actor: Actor,
  session: { id: string },
  id: string | undefined,
): Promise<LoadedAttribution> {
  assertFound(takesPart(actor))
  const attribution = await loadAttribution(db, asId(id))
  assertFound(attribution.sessionId === session.id)
  return attribution
}
