import 'server-only'
import { forProposals } from '@/lib/sessions/kinds'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { requireKnownGroup } from '@/lib/sessions/attribution/commands'
import { documentFromText, type TextDocument } from '@/lib/text/document/document'
import { canDraftProposal, canReviseProposal } from '@/lib/proposals/policy'
import type { OneDraft, OneProposal, StartDraft, WriteDraft } from '@/lib/proposals/schema'
import { contentIn, holdsSame } from './content'
import { lockDraft, lockDraftOrDiscarded, versionRefusal, requireUnsent } from './lock'
import { contentFor, writeOver } from './write-over'

/** The address of a draft. */
export type DraftPlace = { id: string; slug: string }

/**
 * Begins a proposal within the delegation, always a new empty draft, in the delegation's last language. Drafts are
 * internal to the delegation: they are not in the record.
 */
export function startDraft(actor: SignedIn, { sessionId }: StartDraft): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const session = await loadSession(tx, sessionId)
    authorize(canDraftProposal(actor, session), 'proposalNotAllowed')
    const { delegationId } = orNotFound(membershipIn(actor, sessionId))
    const last = await tx.draft.findFirst({
      where: { delegationId },
      orderBy: { updatedAt: 'desc' },
      select: { originalLanguage: true },
    })
    const { id } = await tx.draft.create({
      data: {
        sessionId,
        delegationId,
        body: documentFromText(''),
        ...(last && { originalLanguage: last.originalLanguage }),
        createdById: actor.personId,
        updatedById: actor.personId,
      },
      select: { id: true },
    })
    return { id, slug: session.slug }
  })
}

/**
 * Begins a revision: a draft that starts with the present text of the delegation's own proposal. Refuses a withdrawn
 * proposal; another delegation's is not found.
 */
export function startRevision(actor: SignedIn, { proposalId }: OneProposal): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<Revised[]>`
      SELECT p."sessionId", s.slug, p."delegationId", p.kind, p."agendaItemId",
        p."originalLanguage", p."currentNumber", p."withdrawnAt" IS NOT NULL AS withdrawn,
        r.body, r.explanation
      FROM "Proposal" p JOIN "Session" s ON s.id = p."sessionId"
      JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
      WHERE p.id = ${proposalId}::uuid`
    const { slug, currentNumber, withdrawn, ...proposal } = orNotFound(rows[0])
    authorize(canReviseProposal(actor, proposal), 'revisionNotYours')
    if (withdrawn) throw new Refused('closed', 'proposalWithdrawn')
    const { id } = await tx.draft.create({
      data: {
        ...proposal,
        proposalId,
        baseNumber: currentNumber,
        createdById: actor.personId,
        updatedById: actor.personId,
      },
      select: { id: true },
    })
    return { id, slug }
  })
}

type Revised = {
  sessionId: string
  slug: string
  delegationId: string
  kind: 'conclusion' | 'recommendation'
  agendaItemId: string | null
  originalLanguage: string
  currentNumber: number
  withdrawn: boolean
  body: TextDocument
  explanation: string
}

/**
 * Saves the content and returns the draft's new version. Refused with `conflict` on an older version, so that nobody
 * overwrites a colleague; another delegation's draft, and a draft of an ended place, is not found. A save with a lost
 * answer is no conflict: if the version since then holds exactly one of `unanswered`, or this input itself, the save
 * goes on.
 */
export function saveDraft(
  actor: SignedIn,
  input: WriteDraft,
  unanswered: readonly WriteDraft[] = [],
): Promise<DraftPlace & { version: number }> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, input.id)
    requireUnsent(actor, draft)
    const inputs = [input, ...unanswered]
    const isOwnSave =
      draft.version > input.version &&
      inputs.some((earlier) => holdsSame(contentIn(draft), contentFor(draft, earlier)))
    if (draft.version !== input.version && !isOwnSave) throw versionRefusal(actor, draft)
    await requireAgendaItem(tx, draft.sessionId, input.agendaItemId)
    await requireKnownGroup(tx, draft.sessionId, input.onBehalfOfId)
    await writeOver(tx, actor, draft, contentFor(draft, input))
    return { id: draft.id, slug: draft.slug, version: draft.version + 1 }
  })
}

/**
 * Saves the content as another draft beside the draft that was changed elsewhere, submitted or discarded meanwhile.
 * `newId` comes with the form, so that the request is idempotent.
 */
export function copyDraft(actor: SignedIn, input: WriteDraft, newId: string): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraftOrDiscarded(tx, actor, input.id)
    await requireAgendaItem(tx, draft.sessionId, input.agendaItemId)
    await requireKnownGroup(tx, draft.sessionId, input.onBehalfOfId)
    const { sessionId, delegationId, proposalId, baseNumber } = draft
    const content = contentFor(draft, input)
    await tx.draft.createMany({
      data: {
        id: newId,
        sessionId,
        delegationId,
        proposalId,
        baseNumber,
        ...content,
        version: 2,
        createdById: actor.personId,
        updatedById: actor.personId,
      },
      skipDuplicates: true,
    })
    return { id: (await lockDraft(tx, actor, newId)).id, slug: draft.slug }
  })
}

/**
 * Rebases the draft on the newest revision of its proposal: from now on it revises that one. Its words stay as they
 * are. Refused for a draft that was submitted.
 */
export function rebaseDraft(actor: SignedIn, { id, version }: OneDraft): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    requireUnsent(actor, draft, version)
    const { proposalId } = draft
    if (proposalId) {
      const { currentNumber } = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
      await tx.draft.update({
        where: { id },
        data: { baseNumber: currentNumber, version: { increment: 1 } },
      })
    }
    return { id, slug: draft.slug }
  })
}

/** A proposal stands under a substantive or "other" item of its own session's agenda. */
async function requireAgendaItem(tx: Tx, sessionId: string, agendaItemId: string): Promise<void> {
  if (!agendaItemId) return
  const item = await tx.agendaItem.findFirst({
    where: { id: agendaItemId, sessionId, ...forProposals },
  })
  if (!item) throw new Refused('invalid', 'agendaItemUnknown', {}, 'agendaItemId')
}

async function loadSession(tx: Tx, sessionId: string) {
  const session = await tx.session.findUnique({
    where: { id: sessionId },
    select: { slug: true, group: { select: { observersMayPropose: true } } },
  })
  const { slug, group } = orNotFound(session)
  return { sessionId, slug, ...group }
}
