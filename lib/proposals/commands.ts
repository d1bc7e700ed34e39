import 'server-only'
import { type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, Refused } from '@/lib/errors'
import { record } from '@/lib/record'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { lockDraft, type LockedDraft } from './draft-commands'
import { canSubmitProposal } from './policy'
import { mailReceipt, tellCoSponsors } from './receipts'
import type { OneDraft } from './schema'
import { addRevision, insertProposal, requireComplete, type Submitted } from './submission'

/** What else must happen with a new revision, in its transaction. */
export type OnRevised = (tx: Tx, revised: Submitted) => Promise<void>

/**
 * Releases a draft as the delegation's own, exactly as it was read: as a new proposal with the next
 * number, or as the next revision of the proposal that it revises. From now on it is immutable, with
 * a receipt by mail. Refuses whoever may not submit, outside the period, an incomplete draft, one
 * that was changed after it was read, and a revision of what was revised meanwhile. Sent twice, it
 * answers with the submission of the first time.
 */
export function submitDraft(
  actor: SignedIn,
  { id, version }: OneDraft,
  onRevised: OnRevised = async () => {},
): Promise<Submitted> {
  return transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    if (draft.submitted) return sentBefore(tx, draft)
    authorize(canSubmitProposal(actor, draft), 'proposalNotSubmittable')
    if (draft.version !== version) throw new Refused('conflict', 'draftMoved')
    await requireOpenPeriod(tx, draft.sessionId, 'submission')
    const complete = requireComplete(draft)

    const isRevision = draft.proposalId !== null
    const submitted = await (isRevision ? addRevision : insertProposal)(tx, actor, draft, complete)
    await tx.draft.update({ where: { id }, data: { submittedAt: draft.now } })
    const { proposalId, number, revision, textHash } = submitted
    await record(tx, actor, isRevision ? 'proposal.revised' : 'proposal.submitted', {
      sessionId: draft.sessionId,
      subjectId: proposalId,
      data: { number, revision },
      textHash,
    })
    await mailReceipt(tx, actor, submitted)
    if (isRevision) {
      await tellCoSponsors(tx, submitted)
      await onRevised(tx, submitted)
    }
    return submitted
  })
}

/** The same request again is answered with what it made the first time. */
async function sentBefore(tx: Tx, draft: LockedDraft): Promise<Submitted> {
  const { number, textHash, proposal } = await tx.revision.findUniqueOrThrow({
    where: { draftId: draft.id },
    select: { number: true, textHash: true, proposal: { select: { id: true, number: true } } },
  })
  const { sessionId, slug } = draft
  return {
    proposalId: proposal.id,
    sessionId,
    slug,
    number: proposal.number,
    revision: number,
    textHash,
  }
}
