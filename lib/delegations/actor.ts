import type { DelegationState, EntityKind, OfficeKind, RepresentativeRole } from './kinds'

/** A person's active seat in a delegation to one session. */
export type Membership = {
  representativeId: string
  delegationId: string
  sessionId: string
  delegationName: string
  delegationState: DelegationState
  entityId: string
  entityKind: EntityKind
  role: RepresentativeRole
  maySubmit: boolean
}

/** An office that is held now in a session; `sessionId` null means in every session of every group. */
export type HeldOffice = { kind: OfficeKind; sessionId: string | null }

/**
 * The person who acts. Read from the database at each request and passed as the first parameter;
 * never ambient. A visitor (not signed in) has no id, no seats and no offices.
 */
export type Actor = {
  personId: string | null
  name: string
  memberships: readonly Membership[]
  offices: readonly HeldOffice[]
  request?: ActorRequest
}

/** The request that carries the act; absent for tests and the command line. */
type ActorRequest = {
  /** The arrival time of the request's last byte, by the database's clock; null while that clock is unknown. */
  arrivedAt: Date | null
  /** The form that asks for the act, by the id that it carries; `isDone` once its transaction is committed. */
  form?: { id: string; isDone: boolean }
}

export const visitor: Actor = { personId: null, name: '', memberships: [], offices: [] }

/** A person who is signed in. */
export type SignedIn = Actor & { personId: string }

export const isSignedIn = (actor: Actor): actor is SignedIn => actor.personId !== null

/** The actor's seat in the session, if the delegation is registered or accredited. */
export const membershipIn = (actor: Actor, sessionId: string): Membership | undefined =>
  actor.memberships.find(
    (place) =>
      place.sessionId === sessionId &&
      (place.delegationState === 'registered' || place.delegationState === 'accredited'),
  )

/** Whether the actor holds one of the offices in the session. */
export const holds = (actor: Actor, sessionId: string, ...kinds: readonly OfficeKind[]): boolean =>
  actor.offices.some(
    (office) =>
      kinds.includes(office.kind) && (office.sessionId === null || office.sessionId === sessionId),
  )

/** Whether the actor belongs to the Secretariat of the whole group. */
export const isSecretariat = (actor: Actor): boolean =>
  actor.offices.some((office) => office.kind === 'secretariat' && office.sessionId === null)

/** Whether the actor takes part in the group: has a seat or an office in any session. */
export const takesPart = (actor: Actor): boolean =>
  actor.offices.length > 0 || actor.memberships.length > 0
