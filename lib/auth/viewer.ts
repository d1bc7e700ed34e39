import 'server-only'
import type { Actor, SignedIn } from '@/lib/delegations/actor'
import type { Viewer } from '@/lib/live/stream'
import { actorOf } from './current-actor'

/**
 * Who looks at a live view: PostgreSQL announces when anything of what they may see has changed, and
 * the view ends unless they are still exactly who opened it. A browser then asks anew.
 */
export function viewerOf(actor: SignedIn, signInId: string | null): Viewer {
  const then = rightsOf(actor)
  return {
    topic: `access:${actor.personId}`,
    isSame: async () => signInId !== null && rightsOf(await actorOf(signInId)) === then,
  }
}

/** The audience of one person with these rights: a view that was looked at with others is another view. */
export const audienceOf = (actor: SignedIn): string => rightsOf(actor)

/** The person with their seats and offices, as text; the request by which they came does not count. */
const rightsOf = ({ personId, name, memberships, offices }: Actor): string =>
  JSON.stringify({ personId, name, memberships, offices })
