import { type Actor, holds, isSecretariat } from '@/lib/delegations/actor'

/** Sessions are set up by the Secretariat of the group. */
export const canCreateSession = (actor: Actor): boolean => isSecretariat(actor)

/** Dates, place, format and agenda are kept by the Secretariat. */
export const canChangeSession = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** The Secretariat opens, extends and closes the periods of a session. */
export const canSetPeriods = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')
