import 'server-only'
import type { Tx } from '@/lib/db/client'
import { placeIn, type SignedIn } from '@/lib/delegations/actor'
import { found, Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import type { Target } from '@/lib/amendments/target'

/** A draft of one of the actor's own delegations, as its row holds it. */
export type LockedAmendmentDraft = {
  id: string
  proposalId: string
  revisionNumber: number
  sessionId: string
  delegationId: string
  body: TextDocument
  reason: string
  version: number
  released: boolean
}

/**
 * Locks a living draft of the actor's own delegation; any other is as if it did not exist. Refused
 * with `conflict` where it was released, or is not of the version that was read.
 */
export async function lockAmendmentDraft(
  tx: Tx,
  actor: SignedIn,
  { id, version }: { id: string; version: number | null },
): Promise<LockedAmendmentDraft> {
  const rows = await tx.$queryRaw<LockedAmendmentDraft[]>`
    SELECT f.id, f."proposalId", f."revisionNumber", p."sessionId", f."delegationId", f.body,
      f.reason, f.version, f."releasedAt" IS NOT NULL AS released
    FROM "AmendmentDraft" f JOIN "Proposal" p ON p.id = f."proposalId"
    WHERE f.id = ${id}::uuid AND f."discardedAt" IS NULL
    FOR UPDATE OF f`
  const draft = found(rows[0])
  found(placeIn(actor, draft.sessionId)?.delegationId === draft.delegationId || null)
  if (draft.released) throw new Refused('conflict', 'amendmentNoLongerDraft')
  if (version !== null && draft.version !== version) throw new Refused('conflict', 'draftMoved')
  return draft
}

/** The same, as it is found by whoever may write on: released or not. */
export type KeptAmendmentDraft = Pick<
  LockedAmendmentDraft,
  'body' | 'reason' | 'version' | 'revisionNumber' | 'released'
>

/** The draft of that id, locked, or null if there is none; another delegation's is refused. */
export async function findAmendmentDraft(
  tx: Tx,
  actor: SignedIn,
  target: Target,
  id: string,
): Promise<KeptAmendmentDraft | null> {
  const rows = await tx.$queryRaw<
    (KeptAmendmentDraft & { delegationId: string; proposalId: string; discarded: boolean })[]
  >`
    SELECT "delegationId", "proposalId", body, reason, version, "revisionNumber",
      "releasedAt" IS NOT NULL AS released, "discardedAt" IS NOT NULL AS discarded
    FROM "AmendmentDraft" WHERE id = ${id}::uuid FOR UPDATE`
  const draft = rows[0]
  if (!draft) return null
  const own = draft.delegationId === placeIn(actor, target.sessionId)?.delegationId
  found((own && draft.proposalId === target.proposalId && !draft.discarded) || null)
  return draft
}
