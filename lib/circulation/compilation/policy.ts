import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'

/** The officers of a session read every released comment of its circulations, also before it is posted. */
export const readsAllComments = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat', 'chair', 'viceChair', 'bureau')

/**
 * Every participant of the session reads the compilation: an officer reads all comments, a delegation its own and those
 * that are posted.
 */
export const canReadCompilation = (actor: Actor, sessionId: string): boolean =>
  readsAllComments(actor, sessionId) || membershipIn(actor, sessionId) !== undefined
