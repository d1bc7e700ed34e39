import 'server-only'
import type { Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { noteLock } from '@/lib/db/row-locks'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { documentFromText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { readWording } from '@/lib/text/document/wording'
import { canDraftProposal, canReviseProposal } from '@/lib/proposals/policy'
import type { OneDraft, OneProposal, StartDraft, WriteDraft } from '@/lib/proposals/schema'

/** Where a draft is written. */
export type DraftPlace = { id: string; slug: string }

/**
 * Begins a proposal within the delegation, or goes on with one that the same person began and left
 * empty. Drafts are the delegation's own workings: they are not in the record.
 */
export function startDraft(actor: SignedIn, { sessionId }: StartDraft): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const session = await loadSession(tx, sessionId)
    authorize(canDraftProposal(actor, session), 'proposalNotAllowed')
    const { delegationId } = orNotFound(membershipIn(actor, sessionId))
    const empty = await tx.draft.findFirst({
      where: {
        sessionId,
        delegationId,
        createdById: actor.personId,
        version: 1,
        proposalId: null,
        submittedAt: null,
        discardedAt: null,
      },
      select: { id: true },
    })
    if (empty) return { id: empty.id, slug: session.slug }
    const { id } = await tx.draft.create({
      data: {
        sessionId,
        delegationId,
        body: documentFromText(''),
        createdById: actor.personId,
        updatedById: actor.personId,
      },
      select: { id: true },
    })
    return { id, slug: session.slug }
  })
}

/**
 * Begins a revision: a draft that starts with the present text of the delegation's own proposal.
 * Refuses a withdrawn one; another delegation's is as if it did not exist.
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
 * Keeps what was written and answers with the draft's new version. Refused with `conflict` on an
 * older version, so that nobody writes over a colleague; another delegation's draft, and one of a
 * place that was ended, is as if it did not exist. A save whose answer was lost is no conflict with
 * oneself: where the version since then holds exactly one of `unanswered`, or this input itself, it goes on.
 */
export function saveDraft(
  actor: SignedIn,
  input: WriteDraft,
  unanswered: readonly WriteDraft[] = [],
): Promise<DraftPlace & { version: number }> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, input.id)
    if (draft.submitted) throw new Refused('conflict', 'draftSubmitted')
    const sent = [input, ...unanswered]
    const own = draft.version > input.version && sent.some((one) => holdsAlready(draft, one))
    if (draft.version !== input.version && !own) throw new Refused('conflict', 'draftMoved')
    await requireAgendaItem(tx, draft.sessionId, input.agendaItemId)
    await tx.draft.update({
      where: { id: input.id },
      data: {
        ...contents(input, draft.body),
        version: { increment: 1 },
        updatedAt: draft.now,
        updatedById: actor.personId,
      },
    })
    return { id: draft.id, slug: draft.slug, version: draft.version + 1 }
  })
}

/**
 * Keeps what was written as another draft beside the one that a colleague wrote meanwhile. `newId`
 * comes with the form, so that a request sent twice makes one.
 */
export function copyDraft(actor: SignedIn, input: WriteDraft, newId: string): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, input.id)
    await requireAgendaItem(tx, draft.sessionId, input.agendaItemId)
    const { sessionId, delegationId, proposalId, baseNumber } = draft
    const mine = contents(input, draft.body)
    await tx.draft.createMany({
      data: {
        id: newId,
        sessionId,
        delegationId,
        proposalId,
        baseNumber,
        ...mine,
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
 * Says that the draft takes account of the newest revision of its proposal: from now on it revises
 * that one. Its words stay as they are. Refused for a draft that was submitted.
 */
export function rebaseDraft(actor: SignedIn, { id, version }: OneDraft): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    if (draft.submitted) throw new Refused('conflict', 'draftSubmitted')
    if (draft.version !== version) throw new Refused('conflict', 'draftMoved')
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

/** Puts a draft of the actor's own delegation aside; it is shown no more. */
export function discardDraft(actor: SignedIn, { id, version }: OneDraft): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    if (draft.submitted) throw new Refused('conflict', 'draftSubmitted')
    if (draft.version !== version) throw new Refused('conflict', 'draftMoved')
    await tx.draft.update({ where: { id }, data: { discardedAt: draft.now } })
    return { id, slug: draft.slug }
  })
}

/** A draft of one of the actor's own delegations, locked to the end of the transaction. */
export type LockedDraft = {
  id: string
  sessionId: string
  slug: string
  observersMayPropose: boolean
  delegationId: string
  proposalId: string | null
  baseNumber: number | null
  kind: 'conclusion' | 'recommendation' | null
  agendaItemId: string | null
  body: TextDocument
  explanation: string
  originalLanguage: string
  reason: string
  version: number
  submitted: boolean
  now: Date
}

/** Locks a draft; whatever is not the actor's own delegation's is answered as not found. */
export async function lockDraft(tx: Tx, actor: SignedIn, id: string): Promise<LockedDraft> {
  noteLock(tx, 'Draft')
  const rows = await tx.$queryRaw<LockedDraft[]>`
    SELECT f.id, f."sessionId", s.slug, g."observersMayPropose", f."delegationId", f."proposalId",
      f."baseNumber", f.kind, f."agendaItemId", f.body, f.explanation, f."originalLanguage",
      f.reason, f.version, f."submittedAt" IS NOT NULL AS submitted, now() AS now
    FROM "Draft" f JOIN "Session" s ON s.id = f."sessionId" JOIN "ExpertGroup" g ON g.id = s."groupId"
    WHERE f.id = ${id}::uuid AND f."discardedAt" IS NULL
    FOR UPDATE OF f`
  const draft = orNotFound(rows[0])
  assertFound(membershipIn(actor, draft.sessionId)?.delegationId === draft.delegationId)
  return draft
}

/** The columns that a person writes; `kept` is the text over which plain words are typed. */
function contents(input: WriteDraft, kept: TextDocument) {
  const { explanation, originalLanguage, reason, kind, agendaItemId } = input
  const body = readWording(input, originalLanguage, { allowEmpty: true, over: kept })
  return {
    body,
    explanation,
    originalLanguage,
    reason,
    kind: kind || null,
    agendaItemId: agendaItemId || null,
  }
}

function holdsAlready(draft: LockedDraft, input: WriteDraft): boolean {
  const { body, ...fields } = contents(input, draft.body)
  const same = Object.entries(fields).every(
    ([name, value]) => draft[name as keyof typeof fields] === value,
  )
  return same && toMarked(body) === toMarked(draft.body)
}

/** A proposal stands under a substantive or "other" item of its own session's agenda. */
async function requireAgendaItem(tx: Tx, sessionId: string, agendaItemId: string): Promise<void> {
  if (!agendaItemId) return
  const kind = { in: ['substantive', 'other'] as ('substantive' | 'other')[] }
  const item = await tx.agendaItem.findFirst({ where: { id: agendaItemId, sessionId, kind } })
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
