import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { presides } from '@/lib/delegations/powers/powers'
import { holdsTheChair, type Presides } from '@/lib/consolidation/policy'

/** Whether the actor presides over the session now, as the policies of the list ask for it. */
export const getPresiding = async (actor: Actor, sessionId: string): Promise<Presides> => ({
  presides:
    holdsTheChair(actor, sessionId) &&
    presides(actor, sessionId, await handedPowers(db, sessionId)),
})
