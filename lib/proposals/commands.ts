import 'server-only'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { lockRow } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { authorize, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { record } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { announceAttribution, attribute } from '@/lib/sessions/attribution/commands'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import type { Provenance } from '@/lib/text/weave/provenance'
import { lockDraft, type LockedDraft } from './drafts/lock'
import { draftTopic } from './drafts/write-over'
import { canSubmitProposal } from './policy'
import { noteOwnRevision } from './visits/commands'
import { mailReceipt, tellCoSponsors } from './letters/receipts'
import { tellFollowers } from './follows/letters'
import type { OneDraft } from './schema'
import {
  addRevision,
  type Complete,
  insertProposal,
  requireComplete,
  type Submitted,
  type Written,
} from './drafts/submission'

/** Further steps with a new revision, in its transaction. */
export type OnRevised = (tx: Tx, revised: Submitted) => Promise<void>

/**
 * Releases a draft as the delegation's own, exactly as it was read: as a new proposal with the next number, or as the
 * next revision of the proposal that it revises. From now on it is immutable, with a receipt by mail. A new proposal
 * may be made on behalf of a group of States (`attribute`); its members are told. Refuses a person who may not submit,
 * a closed period, an incomplete draft, a draft that changed after it was read, and a revision of a proposal that was
 * revised meanwhile. Idempotent: a repeated request gets the first submission.
 */
export function submitDraft(
  actor: SignedIn,
  { id, version }: OneDraft,
  onRevised: OnRevised = async () => {},
): Promise<Submitted> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    if (draft.submitted) return sentBefore(tx, draft)
    authorize(canSubmitProposal(actor, draft), 'proposalNotSubmittable')
    if (draft.version !== version) throw new Refused('conflict', 'draftMovedUnread')
    if (draft.proposalId) await lockRow(tx, 'Proposal', draft.proposalId)
    const receivedAt = await requireOpenPeriod(tx, actor, draft.sessionId, 'submission')
    const complete = requireComplete(draft)
    const receivedDraft = { ...draft, receivedAt }

    await tx.draft.update({ where: { id }, data: { submittedAt: draft.now } })
    await announce(tx, draftTopic(id))
    if (draft.proposalId) return submitRevision(tx, actor, receivedDraft, complete, { onRevised })
    const attributionId = await attribute(tx, {
      sessionId: draft.sessionId,
      delegationId: draft.delegationId,
      groupOfStatesId: draft.onBehalfOfId,
      receivedAt,
    })
    const submitted = await insertProposal(tx, actor, receivedDraft, complete, attributionId)
    await receive(tx, actor, 'proposal.submitted', submitted, receivedAt)
    await announceAttribution(tx, actor, attributionId)
    await tellFollowers(tx, 'submitted', submitted.proposalId, { except: [draft.delegationId] })
    return submitted
  })
}

/**
 * Makes the next revision within an act of a person who may make it, with all its parts: the row, the record, the
 * receipt and the letters to co-sponsors and members of its group. Refuses as `addRevision` does.
 */
export async function submitRevision(
  tx: Tx,
  actor: SignedIn,
  draft: Written,
  complete: Complete,
  { onRevised, provenance }: { onRevised: OnRevised; provenance?: Provenance },
): Promise<Submitted> {
  const { attributionId, ...submitted } = await addRevision(tx, actor, draft, complete, provenance)
  await receive(tx, actor, 'proposal.revised', submitted, draft.receivedAt)
  await noteOwnRevision(tx, actor, submitted)
  await announceChange(tx, [attributionId], 'replaced')
  const recipients = await tellCoSponsors(tx, submitted)
  const except = [draft.delegationId]
  await tellFollowers(tx, 'revised', submitted.proposalId, { except, informed: recipients })
  await onRevised(tx, submitted)
  return submitted
}

/** Records a submission and sends its receipt. */
async function receive(
  tx: Tx,
  actor: SignedIn,
  event: 'proposal.submitted' | 'proposal.revised',
  submitted: Submitted,
  receivedAt: Date,
): Promise<void> {
  const { sessionId, proposalId, number, revision, textHash } = submitted
  const data = { number, revision }
  await record(tx, actor, event, { sessionId, subjectId: proposalId, data, textHash })
  await mailReceipt(tx, actor, submitted, receivedAt)
}

/** A repeated request gets the answer of the first one. */
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
