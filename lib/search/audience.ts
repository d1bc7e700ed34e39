import { canReadConsolidated } from '@/lib/consolidation/policy'
import { type Actor, takesPart } from '@/lib/delegations/actor'

/**
 * The entries of the index that an actor may see besides the public ones: those of the group, and those of the sessions
 * with a consolidated list that they read before its adoption (`all`: of every session).
 */
export type Reach = { group: boolean; sessions: readonly string[] | 'all' }

export function reachOf(actor: Actor): Reach {
  if (!takesPart(actor)) return { group: false, sessions: [] }
  const places = [...actor.offices, ...actor.memberships].map(({ sessionId }) => sessionId)
  // An office in every session is one in a session that nobody has thought of.
  if (canReadConsolidated(actor, 'any session')) return { group: true, sessions: 'all' }
  const sessions = places.filter((id) => id !== null && canReadConsolidated(actor, id))
  return { group: true, sessions: [...new Set(sessions)] as string[] }
}
