import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { clockTime } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import type { OneAmendmentDraft } from '@/lib/amendments/schema'
import { findTarget } from '@/lib/amendments/target'
import { undoneFrom } from '@/lib/proposals/drafts/care-commands'
import { type AmendmentDraftPlace, placeOf } from './commands'
import { lockAmendmentDraftOrDiscarded } from './lock'

/** Puts a draft of the actor's own delegation aside: it can be restored for a day. Idempotent; refuses a released one. */
export function discardAmendmentDraft(
  actor: SignedIn,
  { id }: OneAmendmentDraft,
): Promise<AmendmentDraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockAmendmentDraftOrDiscarded(tx, actor, { id, version: null })
    if (!draft.discardedAt)
      await tx.amendmentDraft.update({
        where: { id },
        data: { discardedAt: await clockTime(tx) },
      })
    return placeOf(id, await findTarget(tx, draft))
  })
}

/** Puts a discarded draft back, within a day. Idempotent. */
export function putBackAmendmentDraft(
  actor: SignedIn,
  { id }: OneAmendmentDraft,
): Promise<AmendmentDraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockAmendmentDraftOrDiscarded(tx, actor, { id, version: null })
    if (draft.discardedAt) {
      if (draft.discardedAt < undoneFrom(await clockTime(tx)))
        throw new Refused('closed', 'discardedForGood')
      await tx.amendmentDraft.update({ where: { id }, data: { discardedAt: null } })
    }
    return placeOf(id, await findTarget(tx, draft))
  })
}
