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

/** Whether the actor belongs to the Secretariat of any session: whose wrong ids are answered, not named. */
export const isOfSomeSecretariat = (actor: Actor): boolean =>
  actor.offices.some(({ kind }) => kind === 'secretariat')
