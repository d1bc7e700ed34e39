import 'server-only'
import { databaseTime, isUniqueViolation, type Tx } from '@/lib/db/client'
import { transaction } from './transaction'
import { lockRow, lockRows } from '@/lib/db/row-locks'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { SignedIn } from './actor'
import { type EntityKind, takingPart } from './kinds'
import { canRegisterDelegations, isOfSomeSecretariat } from './policy'
import type { RegisterDelegation, WithdrawDelegation } from './schema'
import { namesOf } from '@/lib/delegations/names/entity-names'
import { clashOf, isTaken, type NameBearer } from '@/lib/delegations/names/name-clash'
import { sortKey } from './names/sort-key'

/** The address of a delegation's page. */
export type DelegationAddress = { slug: string; delegationId: string }

/**
 * Registers a State or organisation for a session. A new organisation is added to the entities; a
 * withdrawn delegation is registered again. Refuses an entity that is registered already.
 */
export async function registerDelegation(
  actor: SignedIn,
  input: RegisterDelegation,
): Promise<DelegationAddress> {
  const { sessionId } = input
  authorize(canRegisterDelegations(actor, sessionId), 'secretariatOnly')
  try {
    return await transaction(actor, async (tx) => {
      const session = await lockRegister(tx, sessionId)
      const entityId = input.entityId || (await organisationOf(tx, input))
      const delegationId = await registerEntity(tx, actor, sessionId, entityId)
      if (!delegationId) throw new Refused('conflict', 'delegationRegistered', {}, 'entityId')
      return { slug: session.slug, delegationId }
    })
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refused('conflict', 'delegationRegistered', {}, 'entityId')
    throw error
  }
}

/** Locks the session, so that registrations come one after the other. */
export async function lockRegister(tx: Tx, sessionId: string): Promise<{ slug: string }> {
  await lockRow(tx, 'Session', sessionId)
  return orNotFound(
    await tx.session.findUnique({ where: { id: sessionId }, select: { slug: true } }),
  )
}

/**
 * Registers an entity, also an announced one, and records it. Returns the delegation's id, or null if the entity is
 * registered already.
 */
export async function registerEntity(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  entityId: string,
): Promise<string | null> {
  const entity = orNotFound(await tx.entity.findUnique({ where: { id: entityId } }))
  const earlier = await tx.delegation.findUnique({
    where: { sessionId_entityId: { sessionId, entityId } },
  })
  if (earlier && takingPart.in.includes(earlier.state)) return null
  const state = { state: 'registered', registeredAt: await databaseTime(tx) } as const
  const { name } = entity
  const { id } = earlier
    ? await tx.delegation.update({
        where: { id: earlier.id },
        data: { ...state, withdrawnAt: null },
      })
    : await tx.delegation.create({
        data: { sessionId, entityId, name, sortKey: entity.sortKey, ...state },
      })
  await record(tx, actor, 'delegation.registered', { sessionId, subjectId: id, data: { name } })
  return id
}

/**
 * The delegations of entities that are asked to comment on lists of a session; an entity that does not take part gets an
 * announced one. Unrecorded: the caller records whom it asks, and has locked the session.
 */
export async function announceEntities(
  tx: Tx,
  sessionId: string,
  entityIds: readonly string[],
): Promise<string[]> {
  const ofThese = { sessionId, entityId: { in: [...entityIds] } }
  const entities = await tx.entity.findMany({
    where: { id: { in: [...entityIds] }, delegations: { none: { sessionId } } },
    select: { id: true, name: true, sortKey: true },
  })
  await tx.delegation.createMany({
    data: entities.map(({ id: entityId, ...entity }) => ({
      ...entity,
      sessionId,
      entityId,
      state: 'announced' as const,
    })),
  })
  await tx.delegation.updateMany({
    where: { ...ofThese, state: 'withdrawn' },
    data: { state: 'announced', registeredAt: null, withdrawnAt: null },
  })
  const delegations = await tx.delegation.findMany({ where: ofThese, select: { id: true } })
  return delegations.map(({ id }) => id)
}

/** Registers an announced delegation and records it, since somebody gets a seat in it; others stay as they are. */
export async function registerAnnounced(tx: Tx, actor: SignedIn, id: string): Promise<void> {
  const { state, sessionId, entityId } = await tx.delegation.findUniqueOrThrow({ where: { id } })
  if (state === 'announced') await registerEntity(tx, actor, sessionId, entityId)
}

/**
 * Withdraws a delegation from a session. Its people lose access at their next request; its proposals
 * and comments stay.
 */
export function withdrawDelegation(
  actor: SignedIn,
  { delegationId }: WithdrawDelegation,
): Promise<DelegationAddress> {
  return transaction(actor, async (tx) => {
    authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
    // The acts of its people under way are stored first, or refused afterwards (`lockRightsOf`).
    const seats = { delegationId, endedAt: null }
    const rows = await tx.representative.findMany({ where: seats, select: { id: true } })
    await lockRows(
      tx,
      'Representative',
      rows.map(({ id }) => id),
    )
    const { sessionId, slug, name } = await lockDelegation(tx, actor, delegationId)
    await tx.delegation.update({
      where: { id: delegationId },
      data: { state: 'withdrawn', withdrawnAt: await databaseTime(tx) },
    })
    const act = { sessionId, subjectId: delegationId, data: { name } }
    await record(tx, actor, 'delegation.withdrawn', act)
    return { slug, delegationId }
  })
}

/**
 * Locks a delegation that is not withdrawn. A delegation of a session that the actor does not
 * administer is answered like one that does not exist.
 */
export async function lockDelegation(
  tx: Tx,
  actor: SignedIn,
  id: string,
): Promise<{ sessionId: string; slug: string; name: string }> {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  await lockRow(tx, 'Delegation', id)
  const { session, sessionId, name, state } = orNotFound(
    await tx.delegation.findUnique({
      where: { id },
      select: { sessionId: true, name: true, state: true, session: { select: { slug: true } } },
    }),
  )
  assertFound(canRegisterDelegations(actor, sessionId))
  if (state === 'withdrawn') throw new Refused('conflict', 'delegationWithdrawn')
  return { sessionId, slug: session.slug, name }
}

/** All known States and organisations with their names. */
export async function listNameBearers(tx: Tx): Promise<NameBearer[]> {
  const entities = await tx.entity.findMany({
    select: { kind: true, name: true, names: true, formalName: true },
  })
  return entities.map((entity) => ({ ...entity, otherNames: namesOf(entity) }))
}

/**
 * Finds or creates the organisation with this kind and name. Returns its id. Refuses a new name that is
 * a State's or another organisation's, and one that looks like a known one unless another is meant.
 */
export async function organisationOf(
  tx: Tx,
  {
    kind,
    name,
    isAnother,
  }: Pick<RegisterDelegation, 'name' | 'isAnother'> & { kind: EntityKind | '' },
): Promise<string> {
  if (!kind) throw new Refused('invalid', 'chooseDelegation', {}, 'kind')
  const known = await tx.entity.findUnique({ where: { kind_name: { kind, name } } })
  if (known) return known.id
  const clash = clashOf(name, await listNameBearers(tx))
  if (clash && isTaken(clash))
    throw new Refused('invalid', clash.key, { similar: clash.similar }, 'name')
  if (clash && !isAnother)
    throw new Refused('invalid', 'looksLike', { similar: clash.similar }, 'isAnother')
  const entity = await tx.entity.create({
    data: { kind, name, names: { en: name }, sortKey: sortKey(name) },
  })
  return entity.id
}
