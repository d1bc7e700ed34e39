import { type Actor, holds, isSecretariat, membershipIn } from '@/lib/delegations/actor'

/** Sessions are set up by the Secretariat of the group. */
export const canCreateSession = (actor: Actor): boolean => isSecretariat(actor)

/** Dates, place, format and agenda are kept by the Secretariat. */
export const canChangeSession = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** The Secretariat opens, extends and closes the periods of a session. */
export const canSetPeriods = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** A list in the making, and its acts in the record, are read by those who make it and by those who preside. */
export const canReadListInTheMaking = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat', 'chair', 'viceChair')

/** The consolidated list so far, and the acts on it in the record, are read by those who take part in its session. */
export const canReadConsolidated = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat', 'chair', 'viceChair', 'bureau') ||
  membershipIn(actor, sessionId) !== undefined
