import { type Actor, holds, isSecretariat } from './actor'

/** The Secretariat registers delegations and their people. */
export const canRegisterDelegations = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** The Secretariat appoints officers; only the group's own Secretariat appoints for the whole group. */
export const canAppointOfficers = (
  actor: Actor,
  sessionId: string,
  office: { wholeGroup: boolean },
): boolean => (office.wholeGroup ? isSecretariat(actor) : holds(actor, sessionId, 'secretariat'))

/** The Secretariat and the Chair read who holds which office. */
export const canReadOfficers = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat') || holds(actor, sessionId, 'chair')

/** Whether the actor belongs to the Secretariat of any session. */
export const isOfSomeSecretariat = (actor: Actor): boolean =>
  actor.offices.some(({ kind }) => kind === 'secretariat')
