import 'server-only'
import { clockTime, db, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { type LockedList, lockList, requireItem } from '@/lib/consolidation/ledger/lock'
import { standsFor } from '@/lib/proposals/withdrawal/stands-for'
import type { MarkChangesSeen, StateDisagreement, WithdrawDisagreement } from './schema'
import { canDisagree, canReadOurs } from '@/lib/consolidation/policy'
import { loadSources } from '@/lib/consolidation/ledger/sources'

/**
 * States a delegation's disagreement with the outcome of its own item, with the wording that was read; the item shows
 * it from then on. Refused if the wording has changed since, if the item is another delegation's, and once the list is
 * adopted. A new statement replaces the former one. Idempotent.
 */
export function stateDisagreement(actor: SignedIn, input: StateDisagreement): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canDisagree)
    const { delegationId } = orNotFound(membershipIn(actor, list.sessionId))
    await requireOwn(tx, list, input.itemId, delegationId)
    const consolidatedItemId = input.consolidatedItemId || null
    const wording = consolidatedItemId
      ? await wordingRead(tx, list, { ...input, consolidatedItemId })
      : await requireSetAside(tx, list, input.itemId)
    const about = { itemId: input.itemId, delegationId, consolidatedItemId }
    const current = await tx.disagreement.findFirst({
      where: { ...about, listId: list.id, withdrawnAt: null },
    })
    const textHash = sha256(input.text)
    if (current?.textHash === textHash && current.wording === wording) return
    if (current) await end(tx, actor, current.id)
    await tx.disagreement.create({
      data: {
        ...about,
        listId: list.id,
        wording,
        text: input.text,
        textHash,
        statedById: actor.personId,
      },
    })
    await record(tx, actor, 'consolidation.disagreed', {
      sessionId: list.sessionId,
      subjectId: consolidatedItemId ?? input.itemId,
      data: { item: input.itemId, wording: wording ?? 0 },
      textHash,
    })
  })
}

/** Withdraws the delegation's own disagreement; that it was stated stays in the record. Twice is once. */
export function withdrawDisagreement(actor: SignedIn, input: WithdrawDisagreement): Promise<void> {
  return transaction(actor, async (tx) => {
    const list = await lockList(tx, actor, input.slug, canDisagree)
    const { delegationId } = orNotFound(membershipIn(actor, list.sessionId))
    const stated = orNotFound(
      await tx.disagreement.findFirst({
        where: { id: input.id, listId: list.id, delegationId },
      }),
    )
    if (stated.withdrawnAt) return
    await end(tx, actor, stated.id)
    await record(tx, actor, 'consolidation.disagreementWithdrawn', {
      sessionId: list.sessionId,
      subjectId: stated.consolidatedItemId ?? stated.itemId,
      data: { item: stated.itemId },
    })
  })
}

/**
 * Remembers that this person has seen the changes to the delegation's own items until the given change. The mark never
 * goes back, and never past the present: later changes stay unseen.
 */
export async function markChangesSeen(
  actor: SignedIn,
  { slug, until }: MarkChangesSeen,
): Promise<void> {
  const session = orNotFound(await db.session.findUnique({ where: { slug }, select: { id: true } }))
  assertFound(canReadOurs(actor, session.id))
  const { delegationId } = orNotFound(membershipIn(actor, session.id))
  await db.$executeRaw`
    INSERT INTO "LastLooked" ("delegationId", "personId", "lookedAt")
    VALUES (${delegationId}::uuid, ${actor.personId}::uuid, least(${until}::timestamptz, now()))
    ON CONFLICT ("delegationId", "personId")
    DO UPDATE SET "lookedAt" = greatest("LastLooked"."lookedAt", EXCLUDED."lookedAt")`
}

/** The item must be of a proposal that the delegation's State made, co-sponsors or took over, at any session. */
async function requireOwn(tx: Tx, list: LockedList, itemId: string, delegationId: string) {
  await loadSources(tx, list, [itemId])
  const { entityId } = await tx.delegation.findUniqueOrThrow({ where: { id: delegationId } })
  const count = await tx.itemProposal.count({
    where: { itemId, proposal: standsFor({ entityId }) },
  })
  authorize(count > 0, 'disagreementNotYours')
}

type About = { itemId: string; consolidatedItemId: string; wording: number }

async function wordingRead(tx: Tx, list: LockedList, about: About): Promise<number> {
  const item = await requireItem(tx, list, about.consolidatedItemId)
  const linked = await tx.lineage.count({
    where: { consolidatedItemId: item.id, itemId: about.itemId, unlinkedAt: null },
  })
  if (linked === 0) throw new Refused('conflict', 'notLinked')
  if (item.currentNumber !== about.wording)
    throw new Refused('conflict', 'wordingMoved', {}, 'text')
  return about.wording
}

async function requireSetAside(tx: Tx, list: LockedList, itemId: string): Promise<null> {
  const aside = await tx.outcome.count({
    where: {
      listId: list.id,
      itemId,
      supersededAt: null,
      kind: { in: ['deferred', 'notAgreed', 'withdrawn'] },
    },
  })
  if (aside === 0) throw new Refused('conflict', 'notSetAside')
  return null
}

async function end(tx: Tx, actor: SignedIn, id: string): Promise<void> {
  await tx.disagreement.update({
    where: { id },
    data: { withdrawnAt: await clockTime(tx), withdrawnById: actor.personId },
  })
}
