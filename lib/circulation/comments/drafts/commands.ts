import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, orNotFound } from '@/lib/errors'
import { loadCirculation } from '../load'
import { canDiscardInHand } from '../policy'
import type { KeepDraft, OneDraft, SupportItems } from '../schema'
import { type KeptDraft, keepWithin, supportWithin } from './keep'

const DAY = 24 * 3_600_000

/**
 * Keeps a comment within the delegation until somebody who may submit releases it; returns its version. The item's text
 * unchanged is no suggested wording. `unanswered` are earlier saves without an answer. Refuses a target that is not
 * circulated, a draft that was released, handed over or discarded meanwhile or that a colleague changed, and a draft of
 * another delegation as not found.
 */
export const keepDraft = (
  actor: SignedIn,
  input: KeepDraft,
  unanswered: readonly { text: string }[] = [],
): Promise<KeptDraft> =>
  transaction(actor, async (tx) => {
    const circulation = await loadCirculation(tx, input.circulationId)
    return keepWithin(tx, actor, circulation, input, unanswered)
  })

/**
 * "We support these items": keeps one draft for each item that the delegation has nothing in hand on and does not
 * support already; returns the ids of these drafts. Refuses like `keepDraft`.
 */
export const supportItems = (
  actor: SignedIn,
  { circulationId, ...items }: SupportItems,
): Promise<{ slug: string; ids: string[] }> =>
  transaction(actor, async (tx) => {
    const circulation = await loadCirculation(tx, circulationId)
    const ids = await supportWithin(tx, actor, circulation, items)
    return { slug: circulation.slug, ids }
  })

/**
 * Puts a draft of the actor's own delegation aside; it can be restored for a day. Refuses a person who may not submit for
 * one that the Secretariat entered from a paper.
 */
export const discardDraft = (actor: SignedIn, draft: OneDraft): Promise<void> =>
  setAside(actor, draft, true)

/** Puts a draft back that the delegation discarded within the last day. */
export const restoreDraft = (actor: SignedIn, draft: OneDraft): Promise<void> =>
  setAside(actor, draft, false)

const setAside = (actor: SignedIn, { id }: OneDraft, isAside: boolean): Promise<void> =>
  transaction(actor, async (tx) => {
    const delegationIds = actor.memberships.map((place) => place.delegationId)
    const draft = orNotFound(
      await tx.circulationDraft.findFirst({
        where: { id, delegationId: { in: delegationIds } },
        select: { sessionId: true, delegationId: true, enteredBySecretariat: true },
      }),
    )
    requireAllowed(canDiscardInHand(actor, draft, draft))
    const now = await clockTime(tx)
    const { count } = await tx.circulationDraft.updateMany({
      where: {
        id,
        delegationId: { in: delegationIds },
        releasedAt: null,
        handedAt: null,
        discardedAt: isAside ? null : { gt: new Date(now.getTime() - DAY) },
      },
      data: { discardedAt: isAside ? now : null },
    })
    assertFound(count > 0)
  })

/** Puts drafts aside that later ones take the place of, in the act that writes these. Unchecked: the caller has the right. */
export const putAside = (tx: Tx, ids: readonly string[], now: Date) =>
  tx.circulationDraft.updateMany({
    where: { id: { in: [...ids] }, releasedAt: null, handedAt: null, discardedAt: null },
    data: { discardedAt: now },
  })
