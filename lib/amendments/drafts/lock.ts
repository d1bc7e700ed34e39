import 'server-only'
import type { Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import type { Target } from '@/lib/amendments/target'
import { readDocument } from '@/lib/text/document/stored'

/** A draft of one of the actor's own delegations, as its row holds it. */
type LockedAmendmentDraft = {
  id: string
  proposalId: string
  revisionNumber: number
  amendsId: string | null
  sessionId: string
  delegationId: string
  body: TextDocument
  reason: string
  version: number
  released: boolean
  discardedAt: Date | null
}

/**
 * Locks a living draft of the actor's own delegation; any other is not found. Refused with `conflict` if it was
 * released, or is not of the version that was read.
 */
export async function lockAmendmentDraft(
  tx: Tx,
  actor: SignedIn,
  request: { id: string; version: number | null },
): Promise<LockedAmendmentDraft> {
  const draft = await lockAmendmentDraftOrDiscarded(tx, actor, request)
  assertFound(!draft.discardedAt)
  return draft
}

/** The same, also of a draft that was discarded. */
export async function lockAmendmentDraftOrDiscarded(
  tx: Tx,
  actor: SignedIn,
  { id, version }: { id: string; version: number | null },
): Promise<LockedAmendmentDraft> {
  await lockRow(tx, 'AmendmentDraft', id)
  const row = orNotFound(
    await tx.amendmentDraft.findUnique({
      where: { id },
      include: { proposal: { select: { sessionId: true } } },
    }),
  )
  const { sessionId } = row.proposal
  assertFound(membershipIn(actor, sessionId)?.delegationId === row.delegationId)
  const draft = {
    id,
    proposalId: row.proposalId,
    revisionNumber: row.revisionNumber,
    amendsId: row.amendsId,
    sessionId,
    delegationId: row.delegationId,
    body: readDocument(row.body),
    reason: row.reason,
    version: row.version,
    released: row.releasedAt !== null,
    discardedAt: row.discardedAt,
  }
  if (draft.released) throw new Refused('conflict', 'amendmentNoLongerDraft')
  if (version !== null && draft.version !== version) throw new Refused('conflict', 'draftMoved')
  return draft
}

/** The same for a person who may go on writing: released or not. */
export type KeptAmendmentDraft = Pick<
  LockedAmendmentDraft,
  'body' | 'reason' | 'version' | 'revisionNumber' | 'released'
> & { onBehalfOfId: string | null }

/** The draft of that id, locked, or null if there is none; another delegation's is refused. */
export async function findAmendmentDraft(
  tx: Tx,
  actor: SignedIn,
  target: Target,
  id: string,
): Promise<KeptAmendmentDraft | null> {
  await lockRow(tx, 'AmendmentDraft', id)
  const draft = await tx.amendmentDraft.findUnique({ where: { id } })
  if (!draft) return null
  const isOwn = draft.delegationId === membershipIn(actor, target.sessionId)?.delegationId
  assertFound(isOwn && draft.proposalId === target.proposalId && !draft.discardedAt)
  assertFound(draft.amendsId === (target.amends?.id ?? null))
  const { body, reason, version, revisionNumber, releasedAt, onBehalfOfId } = draft
  return {
    body: readDocument(body),
    reason,
    version,
    revisionNumber,
    released: releasedAt !== null,
    onBehalfOfId,
  }
}
