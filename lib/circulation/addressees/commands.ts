import 'server-only'
import { clockTime, db, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { type Actor, membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { announceEntities } from '@/lib/delegations/commands'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { type CirculationAddress, lockManaged } from '@/lib/circulation/commands'
import { sendLetters } from '@/lib/circulation/letters'
import { knownEntities } from './queries'
import { canAddAddressees, canChangeCirculation } from '@/lib/circulation/policy'
import type { AddAddressees, OneAddressee } from '@/lib/circulation/schema'

/**
 * Asks everybody of these kinds and also these States and organisations; present addressees stay. A State or
 * organisation that is not registered for the session is announced: who is asked for comments does not take part in the
 * session by that. Once the circulation is open the letter goes to the new addressees at once. Refused after the deadline.
 */
export function addAddressees(
  actor: SignedIn,
  { id, kinds, entities }: AddAddressees,
): Promise<CirculationAddress & { added: number }> {
  return transaction(actor, async (tx) => {
    const { sessionId } = orNotFound(
      await tx.circulation.findUnique({ where: { id }, select: { sessionId: true } }),
    )
    // Registrations for the session come one after the other; the session stands before the circulation in the order of locks.
    await lockRow(tx, 'Session', sessionId)
    const circulation = await lockManaged(tx, actor, id)
    requireAllowed(canAddAddressees(actor, circulation, await clockTime(tx)))
    const rows = await tx.entity.findMany({
      where: {
        OR: [
          { kind: { in: kinds }, ...(await knownEntities(tx, sessionId)) },
          { id: { in: entities } },
        ],
      },
      select: { id: true },
    })
    const delegationIds = await announceEntities(
      tx,
      sessionId,
      rows.map((entity) => entity.id),
    )
    const added = await addDelegations(tx, actor, { id, sessionId }, delegationIds)
    if (circulation.openedAt && added.length > 0) await sendLetters(tx, id, added)
    return { slug: circulation.slug, id, added: added.length }
  })
}

/** Adds delegations to the addressees and returns the ids of the new ones. */
export async function addDelegations(
  tx: Tx,
  actor: SignedIn,
  { id: circulationId, sessionId }: { id: string; sessionId: string },
  delegationIds: readonly string[],
): Promise<string[]> {
  const addressees = await tx.circulationAddressee.findMany({
    where: { circulationId },
    select: { delegationId: true },
  })
  const addresseeIds = new Set(addressees.map(({ delegationId }) => delegationId))
  const added = delegationIds.filter((delegationId) => !addresseeIds.has(delegationId))
  if (added.length === 0) return []
  await tx.circulationAddressee.createMany({
    data: added.map((delegationId) => ({
      circulationId,
      sessionId,
      delegationId,
      addedById: actor.personId,
    })),
  })
  await record(tx, actor, 'circulation.addressed', {
    sessionId,
    subjectId: circulationId,
    data: { count: added.length },
  })
  return added
}

/** Asks a delegation no more, as long as no letter has gone out. Idempotent. */
export function removeAddressee(
  actor: SignedIn,
  { id, delegationId }: OneAddressee,
): Promise<CirculationAddress> {
  return transaction(actor, async (tx) => {
    const circulation = await lockManaged(tx, actor, id)
    requireAllowed(canChangeCirculation(actor, circulation))
    const addressee = { circulationId: id, delegationId }
    const { count } = await tx.circulationAddressee.deleteMany({ where: addressee })
    const { sessionId, slug } = circulation
    if (count > 0)
      await record(tx, actor, 'circulation.addresseeRemoved', { sessionId, subjectId: id })
    return { slug, id }
  })
}

/** Notes that somebody of an addressee opened the circulation, the first time. For after the answer, so that no page waits for it. */
export async function noteOpened(
  actor: Actor,
  circulation: { id: string; sessionId: string },
): Promise<void> {
  const place = membershipIn(actor, circulation.sessionId)
  if (!place) return
  await db.circulationAddressee.updateMany({
    where: {
      circulationId: circulation.id,
      delegationId: place.delegationId,
      firstOpenedAt: null,
    },
    data: { firstOpenedAt: await clockTime(db) },
  })
}
