import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import type { StateSupport, WithdrawSupport } from './schema'
import { canSpeakOnItem } from '@/lib/consolidation/policy'

/**
 * A Member State speaks for a wording. It is shown by name and decides nothing: agreement is the absence of objection.
 * Refused while the delegation itself objects; idempotent.
 */
export function stateSupport(actor: SignedIn, input: StateSupport): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canSpeakOnItem)
    const item = await requireItem(tx, list, input.id)
    if (item.currentNumber !== input.wording) throw new Refused('conflict', 'wordingMoved')
    const { delegationId } = orNotFound(membershipIn(actor, list.sessionId))
    const objections = await tx.objection.count({
      where: { itemId: item.id, delegationId, withdrawnAt: null },
    })
    if (objections > 0) throw new Refused('conflict', 'ownObjectionStands')
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
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canSpeakOnItem)
    const item = await requireItem(tx, list, input.id)
    const { delegationId } = orNotFound(membershipIn(actor, list.sessionId))
    if (await endSupport(tx, actor, item.id, delegationId))
      await record(tx, actor, 'plenary.supportWithdrawn', {
        sessionId: list.sessionId,
        subjectId: item.id,
      })
  })
}

/** Ends the support of a delegation for an item; returns whether there was any. */
export async function endSupport(
  tx: Tx,
  actor: SignedIn,
  itemId: string,
  delegationId: string,
): Promise<boolean> {
  const { count } = await tx.support.updateMany({
    where: { itemId, delegationId, withdrawnAt: null },
    data: { withdrawnAt: await clockTime(tx), withdrawnById: actor.personId },
  })
  return count > 0
}
