import 'server-only'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { requireKnownGroup } from '@/lib/sessions/attribution/commands'
import { documentFromText, type TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { rebase } from '@/lib/text/weave/rebase'
import { readWording } from '@/lib/text/document/wording'
import { canDraftAmendment } from '@/lib/amendments/policy'
import type { AmendedProposalId, ReadAmendmentDraft, WriteAmendment } from '@/lib/amendments/schema'
import { findAmendmentDraft, type KeptAmendmentDraft, lockAmendmentDraft } from './lock'
import { findTarget, requireOpenAmendment, type Target } from '@/lib/amendments/target'

/** The address of an amendment's draft. */
export type AmendmentDraftPlace = { id: string; slug: string; proposalNumber: number }

/**
 * Opens the present text of a proposal for a suggested change within the delegation, or goes on with
 * one that the same person opened and left as it was. Drafts are not in the record.
 */
export function startAmendment(
  actor: SignedIn,
  { proposalId, amendsId, deletes }: AmendedProposalId,
): Promise<AmendmentDraftPlace> {
  return transaction(actor, async (tx) => {
    const target = await findTarget(tx, { proposalId, revisionNumber: null, amendsId })
    authorize(canDraftAmendment(actor, target), 'amendmentNotAllowed')
    requireOpenAmendment(target)
    if (target.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
    const { delegationId } = orNotFound(membershipIn(actor, target.sessionId))
    const { revisionNumber } = target
    const body = deletes ? documentFromText('') : target.body
    const createdById = actor.personId
    const untouched = { version: 1, createdById, releasedAt: null, discardedAt: null }
    const begun = await tx.amendmentDraft.findMany({
      where: { proposalId, revisionNumber, delegationId, amendsId: amendsId ?? null, ...untouched },
      select: { id: true, body: true },
    })
    const draft =
      begun.find((draft) => toMarked(readDocument(draft.body)) === toMarked(body)) ??
      (await tx.amendmentDraft.create({
        data: {
          proposalId,
          revisionNumber,
          delegationId,
          amendsId: amendsId ?? null,
          body,
          createdById,
          updatedById: createdById,
        },
        select: { id: true },
      }))
    return placeOf(draft.id, target)
  })
}

/**
 * Keeps an amendment within the delegation and returns the draft's new version. Refused with `conflict` on an older
 * version, so that nobody overwrites a colleague; a draft of another delegation is not found. A save with a lost answer
 * is no conflict: if the version since then holds exactly one of `unanswered`, or this input itself, the save goes on.
 */
export function saveAmendmentDraft(
  actor: SignedIn,
  input: WriteAmendment,
  unanswered: readonly WriteAmendment[] = [],
): Promise<AmendmentDraftPlace & { version: number }> {
  return transaction(actor, async (tx) => {
    const target = await findTarget(tx, input)
    authorize(canDraftAmendment(actor, target), 'amendmentNotAllowed')
    const draft = await findAmendmentDraft(tx, actor, target, input.id)
    if (!draft) return { ...(await insertDraft(tx, actor, target, input)), version: 1 }
    if (draft.released) throw new Refused('conflict', 'amendmentNoLongerDraft')
    const inputs = [input, ...unanswered]
    const isOwnSave =
      draft.version > input.version &&
      inputs.some((earlier) => holdsAlready(draft, earlier, target))
    const isSameRevision = draft.revisionNumber === input.revisionNumber
    if (!isSameRevision || (draft.version !== input.version && !isOwnSave))
      throw new Refused('conflict', 'draftMoved')
    await requireKnownGroup(tx, target.sessionId, input.onBehalfOfId)
    const body = wordingOf(input, draft.body, target)
    const onBehalfOfId = input.onBehalfOfId || null
    await rewrite(tx, actor, input.id, { body, reason: input.reason, onBehalfOfId })
    return { ...placeOf(input.id, target), version: draft.version + 1 }
  })
}

/**
 * Saves the content as another draft beside the one that a colleague changed meanwhile. `newId` comes with the form, so
 * that the request is idempotent.
 */
export function copyAmendmentDraft(
  actor: SignedIn,
  input: WriteAmendment,
  newId: string,
): Promise<AmendmentDraftPlace> {
  return transaction(actor, async (tx) => {
    const target = await findTarget(tx, input)
    authorize(canDraftAmendment(actor, target), 'amendmentNotAllowed')
    if (await findAmendmentDraft(tx, actor, target, newId)) return placeOf(newId, target)
    return insertDraft(tx, actor, target, { ...input, id: newId })
  })
}

/**
 * Carries a draft that was begun on an earlier revision over to the latest one: changes that apply are put in, and if
 * others changed the same words the draft's own stand, for the writer to judge. The amendment is then one of the latest
 * revision.
 */
export function carryAmendmentDraft(
  actor: SignedIn,
  { id, version }: ReadAmendmentDraft,
): Promise<AmendmentDraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockAmendmentDraft(tx, actor, { id, version })
    const { proposalId, revisionNumber } = draft
    if (draft.amendsId) throw new Refused('conflict', 'draftMoved')
    const base = await findTarget(tx, { proposalId, revisionNumber })
    const now = await findTarget(tx, { proposalId, revisionNumber: null })
    const { text } = rebase(
      toMarked(base.body),
      toMarked(draft.body),
      toMarked(now.body),
      now.language,
    )
    const body = fromMarked(text)
    await rewrite(tx, actor, id, { body, revisionNumber: now.revisionNumber })
    return placeOf(id, now)
  })
}

/** Stores the changed fields of a locked draft as its next version. */
async function rewrite(
  tx: Tx,
  actor: SignedIn,
  id: string,
  change: {
    body: TextDocument
    reason?: string
    revisionNumber?: number
    onBehalfOfId?: string | null
  },
): Promise<void> {
  await tx.amendmentDraft.update({
    where: { id },
    data: {
      ...change,
      version: { increment: 1 },
      updatedAt: await databaseTime(tx),
      updatedById: actor.personId,
    },
  })
}

async function insertDraft(
  tx: Tx,
  actor: SignedIn,
  target: Target,
  input: WriteAmendment,
): Promise<AmendmentDraftPlace> {
  const { delegationId } = orNotFound(membershipIn(actor, target.sessionId))
  const { id, proposalId, reason, amendsId, onBehalfOfId } = input
  const { revisionNumber } = target
  await requireKnownGroup(tx, target.sessionId, onBehalfOfId)
  await tx.amendmentDraft.createMany({
    data: {
      id,
      proposalId,
      revisionNumber,
      delegationId,
      amendsId: amendsId ?? null,
      onBehalfOfId: onBehalfOfId || null,
      reason,
      body: wordingOf(input, target.body, target),
      createdById: actor.personId,
      updatedById: actor.personId,
    },
    skipDuplicates: true,
  })
  return placeOf(id, target)
}

/** The text that a form asks for; its plain words are typed over `base`. */
const wordingOf = (input: WriteAmendment, base: TextDocument, { language }: Target): TextDocument =>
  readWording(input, language, { allowEmpty: true, over: base })

const holdsAlready = (draft: KeptAmendmentDraft, input: WriteAmendment, target: Target): boolean =>
  draft.reason === input.reason &&
  draft.onBehalfOfId === (input.onBehalfOfId || null) &&
  toMarked(wordingOf(input, draft.body, target)) === toMarked(draft.body)

/** The address of the draft of that id. */
export const placeOf = (id: string, { slug, number }: Target): AmendmentDraftPlace => ({
  id,
  slug,
  proposalNumber: number,
})
