import 'server-only'
import { databaseTime, isUniqueViolation, type Tx, transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { authorize, found, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { SignedIn } from './actor'
import { canRegisterDelegations, isOfSomeSecretariat } from './policy'
import type { RegisterDelegation, WithdrawDelegation } from './schema'
import { sortKey } from './sort-key'

/** Where a delegation can be read. */
export type DelegationAddress = { slug: string; delegationId: string }

/**
 * Registers a State or organisation for a session; a new organisation becomes known by it. One that
 * was withdrawn is registered again. Refuses one that is registered.
 */
export async function registerDelegation(
  actor: SignedIn,
  input: RegisterDelegation,
): Promise<DelegationAddress> {
  const { sessionId } = input
  authorize(canRegisterDelegations(actor, sessionId), 'secretariatOnly')
  try {
    return await transaction(async (tx) => {
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

/** Holds a session's register to the end of the transaction: registrations have an order. */
export async function lockRegister(tx: Tx, sessionId: string): Promise<{ slug: string }> {
  await lockRow(tx, 'Session', sessionId)
  return found(await tx.session.findUnique({ where: { id: sessionId }, select: { slug: true } }))
}

/** Registers a known entity and records it; answers null if it is registered already. */
export async function registerEntity(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  entityId: string,
): Promise<string | null> {
  const entity = found(await tx.entity.findUnique({ where: { id: entityId } }))
  const earlier = await tx.delegation.findUnique({
    where: { sessionId_entityId: { sessionId, entityId } },
  })
  if (earlier && earlier.state !== 'withdrawn') return null
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
 * Withdraws a delegation from a session: its people are out at their next request. What it proposed
 * and commented stays.
 */
export function withdrawDelegation(
  actor: SignedIn,
  { delegationId }: WithdrawDelegation,
): Promise<DelegationAddress> {
  return transaction(async (tx) => {
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
 * A delegation that is not withdrawn, taken for one change. One of a session that the actor does not
 * keep answers like one that does not exist.
 */
export async function lockDelegation(
  tx: Tx,
  actor: SignedIn,
  id: string,
): Promise<{ sessionId: string; slug: string; name: string }> {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  await lockRow(tx, 'Delegation', id)
  const { session, sessionId, name, state } = found(
    await tx.delegation.findUnique({
      where: { id },
      select: { sessionId: true, name: true, state: true, session: { select: { slug: true } } },
    }),
  )
  if (!canRegisterDelegations(actor, sessionId)) throw new Refused('not-found', 'notFound')
  if (state === 'withdrawn') throw new Refused('conflict', 'delegationWithdrawn')
  return { sessionId, slug: session.slug, name }
}

/** The organisation of that kind and name, whose name stands in the list of entities from now on. */
async function organisationOf(tx: Tx, { kind, name }: RegisterDelegation): Promise<string> {
  if (!kind) throw new Refused('invalid', 'chooseDelegation', {}, 'kind')
  const entity = await tx.entity.upsert({
    where: { kind_name: { kind, name } },
    create: { kind, name, names: { en: name }, sortKey: sortKey(name) },
    update: {},
  })
  return entity.id
}
