import 'server-only'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '../transaction'
import { lockRow } from '@/lib/db/row-locks'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { record } from '@/lib/record/record'
import type { SignedIn } from '@/lib/delegations/actor'
import {
  type DelegationAddress,
  lockDelegation,
  registerAnnounced,
} from '@/lib/delegations/commands'
import type { RepresentativeRole } from '@/lib/delegations/kinds'
import {
  type LetterSession,
  letterSession,
  placeLetter,
} from '@/lib/delegations/letters/memberships'
import {
  personOf,
  requireNoPlace,
  requireNotSecretariat,
  requireOwnAddress,
} from '@/lib/delegations/people'
import { canRegisterDelegations, isOfSomeSecretariat } from '@/lib/delegations/policy'
import type {
  AppointRepresentative,
  ChangeRepresentative,
  EndRepresentative,
  InviteRepresentative,
} from '@/lib/delegations/schema'

/**
 * Gives a person a seat in a delegation and sends them a letter; a new e-mail address creates a person.
 * Refuses a second seat in the session, a second head, and members of the Secretariat.
 */
export function appointRepresentative(
  actor: SignedIn,
  input: AppointRepresentative,
): Promise<DelegationAddress> {
  return transaction(actor, async (tx) => {
    authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
    const { delegationId, role, maySubmit, honorific, name: personName, email } = input
    const person = await personOf(tx, { honorific, name: personName, email })
    const { sessionId, slug, name } = await lockDelegation(tx, actor, delegationId)
    await requireNotSecretariat(tx, person.id, sessionId)
    await requireNoPlace(tx, person.id, sessionId)
    requireOwnAddress({ name: personName, email }, person)
    await requireOneHead(tx, delegationId, role)
    const place = { delegationId, delegation: name, role, maySubmit }
    const session = await letterSession(tx, sessionId)
    await givePlace(tx, actor, { ...person, email }, place, { ...session, id: sessionId })
    return { slug, delegationId }
  })
}

/** A seat as it is given to a person. */
type Place = {
  delegationId: string
  delegation: string
  role: RepresentativeRole
  maySubmit: boolean
}

/** Creates the seat, records it and sends the letter. Unchecked: the caller must have found the seat free. */
export async function givePlace(
  tx: Tx,
  actor: SignedIn,
  person: { id: string; name: string; email: string },
  place: Place,
  session: LetterSession & { id: string },
): Promise<void> {
  await createPlace(tx, actor, person, place, session.id)
  await enqueueMail(tx, placeLetter(person, place, session))
}

/**
 * Creates the seat and records it, for an act that writes to the person itself; an announced delegation is registered.
 * Unchecked, as `givePlace`.
 */
export async function createPlace(
  tx: Tx,
  actor: SignedIn,
  person: { id: string; name: string },
  { delegationId, delegation, role, maySubmit }: Place,
  sessionId: string,
): Promise<void> {
  await registerAnnounced(tx, actor, delegationId)
  const { id } = await tx.representative.create({
    data: { delegationId, personId: person.id, role, maySubmit },
  })
  await record(tx, actor, 'representative.appointed', {
    sessionId,
    subjectId: id,
    data: { name: person.name, delegation, role, maySubmit: yesNo(maySubmit) },
  })
}

/** Sends the letter about a seat again, but to a closed account. Returns the person's name. */
export function inviteRepresentative(
  actor: SignedIn,
  { representativeId }: InviteRepresentative,
): Promise<string> {
  return transaction(actor, async (tx) => {
    const place = await lockPlace(tx, actor, representativeId)
    if (place.isClosed) throw new Refused('conflict', 'personDisabled')
    await enqueueMail(tx, placeLetter(place, place, await letterSession(tx, place.sessionId)))
    return place.name
  })
}

/**
 * Changes the role or the right to submit. Idempotent: a seat that stays the same is not recorded again. Refuses if
 * somebody else changed the seat since it was read.
 */
export function changeRepresentative(
  actor: SignedIn,
  input: ChangeRepresentative,
): Promise<DelegationAddress> {
  return transaction(actor, async (tx) => {
    const place = await lockPlace(tx, actor, input.representativeId)
    const { role, maySubmit } = input
    if (place.role !== input.wasRole || place.maySubmit !== input.wasMaySubmit)
      throw new Refused('conflict', 'placeChanged')
    if (role === place.role && maySubmit === place.maySubmit)
      return { slug: place.slug, delegationId: place.delegationId }
    if (role !== place.role) await requireOneHead(tx, place.delegationId, role)
    await tx.representative.update({ where: { id: place.id }, data: { role, maySubmit } })
    await record(tx, actor, 'representative.changed', {
      sessionId: place.sessionId,
      subjectId: place.id,
      data: { name: place.name, delegation: place.delegation, role, maySubmit: yesNo(maySubmit) },
    })
    return { slug: place.slug, delegationId: place.delegationId }
  })
}

/** Ends a seat. The person loses access at the next request; their acts keep their name. */
export function endRepresentative(
  actor: SignedIn,
  { representativeId }: EndRepresentative,
): Promise<DelegationAddress> {
  return transaction(actor, async (tx) => {
    const place = await lockPlace(tx, actor, representativeId)
    const endedAt = await databaseTime(tx)
    await tx.representative.update({ where: { id: place.id }, data: { endedAt } })
    await record(tx, actor, 'representative.ended', {
      sessionId: place.sessionId,
      subjectId: place.id,
      data: { name: place.name, delegation: place.delegation },
    })
    return { slug: place.slug, delegationId: place.delegationId }
  })
}

type LockedPlace = {
  id: string
  sessionId: string
  slug: string
  delegationId: string
  delegation: string
  name: string
  email: string
  isClosed: boolean
  role: RepresentativeRole
  maySubmit: boolean
}

/** Locks an active seat and its delegation. Refuses a seat that has ended meanwhile with a specific sentence. */
async function lockPlace(tx: Tx, actor: SignedIn, id: string): Promise<LockedPlace> {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  await lockRow(tx, 'Representative', id)
  const { delegation, person, ...place } = orNotFound(
    await tx.representative.findUnique({
      where: { id },
      include: { person: true, delegation: { include: { session: { select: { slug: true } } } } },
    }),
  )
  const { sessionId, session } = delegation
  assertFound(canRegisterDelegations(actor, sessionId))
  await lockRow(tx, 'Delegation', delegation.id)
  if (place.endedAt) throw new Refused('conflict', 'placeEnded')
  return {
    id,
    sessionId,
    slug: session.slug,
    delegationId: delegation.id,
    delegation: delegation.name,
    name: person.name,
    email: person.email,
    isClosed: person.disabledAt !== null,
    role: place.role,
    maySubmit: place.maySubmit,
  }
}

async function requireOneHead(
  tx: Tx,
  delegationId: string,
  role: RepresentativeRole,
): Promise<void> {
  if (role !== 'head') return
  const head = await tx.representative.findFirst({
    where: { delegationId, role: 'head', endedAt: null },
  })
  if (head) throw new Refused('invalid', 'headExists', {}, 'role')
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no')
