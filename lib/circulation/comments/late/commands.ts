import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { tellHandedOver, tellLateRefused } from '../letters'
import { loadCirculation, lockCirculation } from '../load'
import { canChangeInHand, canEnterForOthers, canReleaseHere } from '../policy'
import { lockDrafts, requireAsSeen } from '../release'
import type { RefuseLate, SeveralDrafts } from '../schema'

/**
 * Hands drafts to the Secretariat after the deadline and asks it to accept them as late: from now on it reads them and
 * they stay as they are. Refuses a person who may not submit, a comment from a paper that the Secretariat received in
 * time, and before the deadline, when they are released instead.
 */
export function askForLate(
  actor: SignedIn,
  { circulationId, ids, seen }: SeveralDrafts,
): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    const { sessionId } = await loadCirculation(tx, circulationId)
    const { delegationId } = orNotFound(membershipIn(actor, sessionId))
    const circulation = await lockCirculation(tx, circulationId, delegationId)
    authorize(canReleaseHere(actor, circulation), 'commentNotReleasable')
    const drafts = await lockDrafts(tx, circulationId, ids)
    assertFound(drafts.length === new Set(ids).size)
    for (const draft of drafts) assertFound(draft.delegationId === delegationId)
    if (drafts.some(({ releasedAt, discardedAt }) => releasedAt ?? discardedAt))
      throw new Refused('conflict', 'commentNoLongerDraft')
    for (const draft of drafts) if (!draft.handedAt) requireAllowed(canChangeInHand(draft))
    await requireAsSeen(tx, drafts, seen)
    const now = await clockTime(tx)
    if (now < circulation.openUntil) throw new Refused('conflict', 'circulationStillOpen')
    const { count } = await tx.circulationDraft.updateMany({
      where: { id: { in: ids }, handedAt: null },
      data: { handedAt: now, handedById: actor.personId },
    })
    if (count > 0) {
      await record(tx, actor, 'circulation.lateAsked', { sessionId, subjectId: circulationId })
      await tellHandedOver(tx, circulation, { delegationId, count })
    }
    return { slug: circulation.slug }
  })
}

/** Refuses late comments for the Secretariat, with a reason, and tells their delegation. */
export function refuseLate(
  actor: SignedIn,
  { circulationId, ids, reason }: RefuseLate,
): Promise<void> {
  return transaction(actor, async (tx) => {
    const { sessionId } = await loadCirculation(tx, circulationId)
    authorize(canEnterForOthers(actor, sessionId), 'secretariatOnly')
    const delegationId = await delegationOf(tx, circulationId, ids)
    const circulation = await lockCirculation(tx, circulationId, delegationId)
    const drafts = await lockDrafts(tx, circulationId, ids)
    assertFound(drafts.length === new Set(ids).size)
    for (const draft of drafts)
      assertFound(draft.delegationId === delegationId && draft.handedAt !== null)
    const { count } = await tx.circulationDraft.updateMany({
      where: { id: { in: ids }, releasedAt: null, lateRefusedAt: null },
      data: {
        lateRefusedAt: await clockTime(tx),
        lateRefusedById: actor.personId,
        lateRefusal: reason,
      },
    })
    if (count < drafts.length) throw new Refused('conflict', 'commentNoLongerDraft')
    await record(tx, actor, 'circulation.lateRefused', { sessionId, subjectId: circulationId })
    await tellLateRefused(tx, circulation, { delegationId, count, reason })
  })
}

async function delegationOf(
  tx: Tx,
  circulationId: string,
  ids: readonly string[],
): Promise<string> {
  const draft = await tx.circulationDraft.findFirst({
    where: { id: { in: [...ids] }, circulationId, handedAt: { not: null } },
    select: { delegationId: true },
  })
  return orNotFound(draft).delegationId
}
