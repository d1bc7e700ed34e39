import { type Actor, holds, placeIn } from '@/lib/delegations/actor'

/** The Rapporteur owns the consolidated draft and works on it with the Secretariat (domain.md 1.4). */
export const canConsolidate = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat')

/** Only the presiding officer declares the list adopted. */
export const canAdoptList = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'chair', 'viceChair')

/** The desk is read by all who work at it or preside; delegations read the list. */
export const canReadDesk = (actor: Actor, sessionId: string): boolean =>
  canConsolidate(actor, sessionId) || canAdoptList(actor, sessionId)

/** Everybody who takes part in the session reads what was consolidated so far. */
export const canReadConsolidated = (actor: Actor, sessionId: string): boolean =>
  canReadDesk(actor, sessionId) ||
  holds(actor, sessionId, 'bureau') ||
  placeIn(actor, sessionId) !== undefined
