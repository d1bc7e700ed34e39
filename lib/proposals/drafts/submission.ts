import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { sha256 } from '@/lib/record/record'
import { parseDocument, plainText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { carryProvenance, type Provenance, readProvenance } from '@/lib/text/weave/provenance'
import { wordCount } from '@/lib/text/words'
import { checkDraft } from './check/check'
import type { LockedDraft } from './lock'
import { readDocument } from '@/lib/text/document/stored'

/** The text to submit: a draft, or (`id` null) a text made in another way than by writing. */
export type Written = Omit<
  LockedDraft,
  | 'id'
  | 'onBehalfOfId'
  | 'version'
  | 'submitted'
  | 'now'
  | 'updatedAt'
  | 'updatedById'
  | 'discardedAt'
> & {
  id: string | null
  /** The arrival time of the request that submits it, by the database's clock. */
  receivedAt: Date
}

/** A submission: the number, the revision, the time, and the mark of its text. */
export type Submitted = {
  proposalId: string
  sessionId: string
  slug: string
  number: number
  revision: number
  textHash: string
}

/** A draft's content for its submission; refuses the first fault that `checkDraft` finds, beside its field. */
export function requireComplete(draft: Omit<Written, 'id' | 'receivedAt'>) {
  const body = parseDocument(draft.body, { locale: draft.originalLanguage, allowEmpty: true })
  const [fault] = checkDraft({ ...draft, body }).faults
  if (fault) throw new Refused('invalid', fault.key, fault.values, fault.field)
  const { kind, agendaItemId } = draft
  if (!kind || !agendaItemId)
    throw new Error('A draft without a kind or an agenda item has a fault.')
  const text = plainText(body)
  return {
    kind,
    agendaItemId,
    body,
    text,
    textHash: sha256(text),
    wordCount: wordCount(text, draft.originalLanguage),
  }
}
export type Complete = ReturnType<typeof requireComplete>

/**
 * Makes the proposal with the session's next number. The counter's row stays locked to the end of
 * the transaction and is undone with it, so that there is no gap and no duplicate.
 */
export async function insertProposal(
  tx: Tx,
  actor: SignedIn,
  draft: Written,
  complete: Complete,
  attributionId: string | null,
): Promise<Submitted> {
  const { sessionId, slug, delegationId, originalLanguage } = draft
  const { lastProposalNumber: number } = await tx.session.update({
    where: { id: sessionId },
    data: { lastProposalNumber: { increment: 1 } },
    select: { lastProposalNumber: true },
  })
  const { kind, agendaItemId } = complete
  const proposal = await tx.proposal.create({
    data: {
      sessionId,
      delegationId,
      number,
      kind,
      agendaItemId,
      originalLanguage,
      submittedById: actor.personId,
      attributionId,
    },
    select: { id: true },
  })
  await insertRevision(tx, actor, draft, complete, proposal.id, 1)
  const { textHash } = complete
  return { proposalId: proposal.id, sessionId, slug, number, revision: 1, textHash }
}

/**
 * Adds the next revision; the caller has locked the proposal. Refused with `conflict` if the proposal was revised since
 * the draft was begun, and if the text is still the same; refused on a withdrawn proposal. If `provenance` is not
 * given, words that were kept keep the source that they had. Answers also the group for which the proposal stands.
 */
export async function addRevision(
  tx: Tx,
  actor: SignedIn,
  draft: Written,
  complete: Complete,
  provenance?: Provenance,
): Promise<Submitted & { attributionId: string | null }> {
  const { sessionId, slug } = draft
  const rows = await tx.$queryRaw<Revised[]>`
    SELECT p.id, p.number, p."currentNumber", p."attributionId", p."withdrawnAt" IS NOT NULL AS withdrawn,
      r.body, r.provenance,
      r.body = ${JSON.stringify(complete.body)}::jsonb AND r.explanation = ${draft.explanation}
        AND p.kind = ${complete.kind}::"ProposalKind" AS same
    FROM "Proposal" p JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
    WHERE p.id = ${draft.proposalId}::uuid`
  const proposal = orNotFound(rows[0])
  if (proposal.withdrawn) throw new Refused('closed', 'proposalWithdrawn')
  if (proposal.currentNumber !== draft.baseNumber)
    throw new Refused('conflict', 'proposalRevised', { revision: proposal.currentNumber })
  if (proposal.same) throw new Refused('invalid', 'revisionEqual', {}, 'body')
  const revision = proposal.currentNumber + 1
  const { kind, agendaItemId, textHash } = complete
  const origin = provenance ?? carryOrigin(proposal, complete.body, draft.originalLanguage)
  await insertRevision(tx, actor, draft, complete, proposal.id, revision, origin)
  await tx.proposal.update({
    where: { id: proposal.id },
    data: { currentNumber: revision, kind, agendaItemId },
  })
  const { id: proposalId, number, attributionId } = proposal
  return { proposalId, sessionId, slug, number, revision, textHash, attributionId }
}

type Revised = {
  id: string
  number: number
  currentNumber: number
  attributionId: string | null
  withdrawn: boolean
  same: boolean
  body: TextDocument
  provenance: unknown
}

/** The origin of the next revision's words; null while all are the delegation's. */
function carryOrigin(
  { body, provenance, currentNumber }: Revised,
  next: TextDocument,
  locale: string,
): Provenance | null {
  const before = toMarked(readDocument(body))
  const origin = readProvenance(provenance, before)
  const source = { kind: 'revision', number: currentNumber + 1 } as const
  return origin && carryProvenance(before, origin, toMarked(next), source, locale)
}

async function insertRevision(
  tx: Tx,
  actor: SignedIn,
  { id: draftId, delegationId, explanation, reason, receivedAt }: Written,
  { body, text, textHash, wordCount: count }: Complete,
  proposalId: string,
  number: number,
  provenance: Provenance | null = null,
): Promise<void> {
  await tx.revision.create({
    data: {
      proposalId,
      number,
      body,
      text,
      textHash,
      wordCount: count,
      explanation,
      reason: number === 1 ? '' : reason,
      delegationId,
      draftId,
      submittedById: actor.personId,
      receivedAt,
      ...(provenance && { provenance: [...provenance] }),
    },
  })
}
