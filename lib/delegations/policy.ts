import { type Actor, holds, isSecretariat } from './actor'

/** The Secretariat registers delegations and their people. */
export const canRegisterDelegations = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** The Secretariat enters who holds an office; one of the whole group only its own members. */
export const canAppointOfficers = (
  actor: Actor,
  sessionId: string,
  office: { wholeGroup: boolean },
): boolean => (office.wholeGroup ? isSecretariat(actor) : holds(actor, sessionId, 'secretariat'))
