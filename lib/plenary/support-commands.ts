import 'server-only'
import { databaseTime, transaction } from '@/lib/db/client'
import { placeIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, found, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import type { StateSupport, WithdrawSupport } from './schema'
import { canReadConsolidated, canSupport } from '@/lib/consolidation/policy'

/**
 * A Member State speaks for a wording. It is shown by name and decides nothing: agreement is the
 * absence of objection. Refused while the delegation itself objects; sent twice, it is one.
 */
export function stateSupport(actor: SignedIn, input: StateSupport): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canReadConsolidated)
    authorize(canSupport(actor, list.sessionId), 'notEntitledToObject')
    const item = await requireItem(tx, list, input.id)
    if (item.currentNumber !== input.wording) throw new Refused('conflict', 'wordingMoved')
    const { delegationId } = found(placeIn(actor, list.sessionId))
    const own = await tx.objection.count({
      where: { itemId: item.id, delegationId, withdrawnAt: null },
    })
    if (own > 0) throw new Refused('conflict', 'ownObjectionStands')
    const { wording } = input
    const { count } = await tx.support.createMany({
      data: [{ itemId: item.id, wording, delegationId, statedById: actor.personId }],
      skipDuplicates: true,
    })
    if (count > 0)
      await record(tx, actor, 'plenary.supported', {
        sessionId: list.sessionId,
        subjectId: item.id,
        data: { wording: input.wording },
      })
  })
}

/** The delegation withdraws its support of an item; it stays in the record. */
export function withdrawSupport(actor: SignedIn, input: WithdrawSupport): Promise<void> {
  return transaction(async (tx) => {
    const list = await lockList(tx, actor, input.slug, canReadConsolidated)
    authorize(canSupport(actor, list.sessionId), 'notEntitledToObject')
    const item = await requireItem(tx, list, input.id)
    const { delegationId } = found(placeIn(actor, list.sessionId))
    const withdrawn = await tx.support.updateMany({
      where: { itemId: item.id, delegationId, withdrawnAt: null },
      data: { withdrawnAt: await databaseTime(tx), withdrawnById: actor.personId },
    })
    if (withdrawn.count > 0)
      await record(tx, actor, 'plenary.supportWithdrawn', {
        sessionId: list.sessionId,
        subjectId: item.id,
      })
  })
}
