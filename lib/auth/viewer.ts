import 'server-only'
import type { Actor, SignedIn } from '@/lib/delegations/actor'
import type { Viewer } from '@/lib/live/stream'
import { actorOf } from './current-actor'

/**
 * The viewer of a live view: PostgreSQL notifies when their permissions may have changed, and the view ends unless they
 * equal those at its opening. A browser then connects anew.
 */
export function viewerOf(actor: SignedIn, signInId: string | null): Viewer {
  const then = rightsOf(actor)
  return {
    topic: `access:${actor.personId}`,
    isSame: async () => signInId !== null && rightsOf(await actorOf(signInId)) === then,
  }
}

/** The audience of one person with these rights: a view with other rights is another view. */
export const audienceOf = (actor: SignedIn): string => rightsOf(actor)

/** The person with their seats and offices, as text; the request by which they came does not count. */
const rightsOf = ({ personId, name, memberships, offices }: Actor): string =>
  JSON.stringify({ personId, name, memberships, offices })
