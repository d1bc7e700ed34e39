import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { db } from '@/lib/db/client'
import { assertFound, orNotFound } from '@/lib/errors'
import { findUndelivered } from '@/lib/mail/undelivered'
import { type Actor, membershipIn } from './actor'
import {
  type DelegationState,
  type EntityKind,
  type OfficeKind,
  type RepresentativeRole,
  takingPart,
} from './kinds'
import { canAppointOfficers, canReadOfficers, canRegisterDelegations } from './policy'

/** A delegation as one line of the list. */
export type DelegationSummary = {
  id: string
  name: string
  kind: EntityKind
  state: DelegationState
  head: string | null
  people: number
  submitters: number
  proposals: number
}

/** The delegations to a session that `getSession` answered to this actor, in UN English order; no announced one. */
export async function listDelegations(session: { id: string }): Promise<DelegationSummary[]> {
  const delegations = await db.delegation.findMany({
    where: { sessionId: session.id, state: { not: 'announced' } },
    orderBy: [{ entity: { kind: 'asc' } }, { sortKey: 'asc' }],
    select: {
      id: true,
      name: true,
      state: true,
      entity: { select: { kind: true } },
      representatives: {
        where: { endedAt: null },
        select: {
          role: true,
          maySubmit: true,
          person: { select: { honorific: true, name: true } },
        },
      },
      _count: { select: { proposals: true } },
    },
  })
  return delegations.map(({ entity, representatives, _count, ...delegation }) => {
    const head = representatives.find(({ role }) => role === 'head')
    return {
      ...delegation,
      kind: entity.kind,
      head: head ? `${head.person.honorific} ${head.person.name}`.trim() : null,
      people: representatives.length,
      submitters: representatives.filter(({ maySubmit }) => maySubmit).length,
      proposals: _count.proposals,
    }
  })
}

/** A person in a delegation; the address is shown to their own delegation and the Secretariat. */
export type RepresentativeView = {
  id: string
  honorific: string
  name: string
  email: string | null
  role: RepresentativeRole
  maySubmit: boolean
  /** For whom the address is shown: a closed account, and an address at which no mail arrives. */
  isClosed: boolean
  isUnreached: boolean
}
type DelegationView = {
  id: string
  entityId: string
  name: string
  kind: EntityKind
  state: DelegationState
  people: RepresentativeView[]
}

/** One delegation to the session with its people. A delegation to another session is not found. */
export async function getDelegation(
  actor: Actor,
  session: { id: string },
  id: string,
): Promise<DelegationView> {
  const delegation = orNotFound(
    await db.delegation.findFirst({
      where: { id, sessionId: session.id },
      include: {
        entity: { select: { kind: true } },
        representatives: {
          where: { endedAt: null },
          orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }],
          include: {
            person: { select: { honorific: true, name: true, email: true, disabledAt: true } },
          },
        },
      },
    }),
  )
  const showsAddress =
    canRegisterDelegations(actor, session.id) ||
    membershipIn(actor, session.id)?.delegationId === id
  const unreached = showsAddress
    ? await findUndelivered(delegation.representatives.map(({ person }) => person.email))
    : new Map()
  return {
    id: delegation.id,
    entityId: delegation.entityId,
    name: delegation.name,
    kind: delegation.entity.kind,
    state: delegation.state,
    people: delegation.representatives.map(({ person, id: placeId, role, maySubmit }) => ({
      id: placeId,
      honorific: person.honorific,
      name: person.name,
      email: showsAddress ? person.email : null,
      isClosed: showsAddress && person.disabledAt !== null,
      isUnreached: unreached.has(person.email),
      role,
      maySubmit,
    })),
  }
}

/** A State or organisation that could be registered. */
export type EntityOption = { id: string; kind: EntityKind; name: string; invented: boolean }

/** The entities whose delegation does not take part in the session, in UN English order. */
export async function listUnregistered(
  actor: Actor,
  session: { id: string },
): Promise<EntityOption[]> {
  if (!canRegisterDelegations(actor, session.id)) return []
  return db.entity.findMany({
    where: {
      delegations: { none: { sessionId: session.id, state: takingPart } },
    },
    orderBy: [{ kind: 'asc' }, { sortKey: 'asc' }],
    select: { id: true, kind: true, name: true, invented: true },
  })
}

/** A person who holds an office in a session; `wholeGroup` if they hold it in every session. */
export type OfficerView = {
  id: string
  kind: OfficeKind
  honorific: string
  name: string
  email: string
  wholeGroup: boolean
}

/** The officers of a session, with their addresses for those who appoint them; for others than these and the Chair not found. */
export async function listOfficers(actor: Actor, session: { id: string }): Promise<OfficerView[]> {
  assertFound(canReadOfficers(actor, session.id))
  const appoints = canAppointOfficers(actor, session.id, { wholeGroup: false })
  const offices = await db.office.findMany({
    where: { endedAt: null, ...heldIn(session.id) },
    orderBy: [{ kind: 'asc' }, { appointedAt: 'asc' }],
    include: { person: { select: { honorific: true, name: true, email: true } } },
  })
  return offices.map(({ id, kind, person, sessionId }) => ({
    id,
    kind,
    ...person,
    email: appoints ? person.email : '',
    wholeGroup: sessionId === null,
  }))
}
