import 'server-only'
import type { Tx } from '@/lib/db/client'
import { noteLock } from '@/lib/db/row-locks'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'

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
  onBehalfOfId: string | null
  body: TextDocument
  explanation: string
  originalLanguage: string
  reason: string
  version: number
  updatedAt: Date
  updatedById: string
  discardedAt: Date | null
  submitted: boolean
  now: Date
}

/** Locks a draft that is written; one of another delegation is answered as not found, a discarded one is refused. */
export async function lockDraft(tx: Tx, actor: SignedIn, id: string): Promise<LockedDraft> {
  const draft = await lockDraftOrDiscarded(tx, actor, id)
  if (draft.discardedAt) throw new Refused('conflict', 'draftDiscarded')
  return draft
}

/** The same, also for a discarded draft. */
export async function lockDraftOrDiscarded(
  tx: Tx,
  actor: SignedIn,
  id: string,
): Promise<LockedDraft> {
  noteLock(tx, 'Draft')
  const rows = await tx.$queryRaw<LockedDraft[]>`
    SELECT f.id, f."sessionId", s.slug, g."observersMayPropose", f."delegationId", f."proposalId",
      f."baseNumber", f.kind, f."agendaItemId", f."onBehalfOfId", f.body, f.explanation, f."originalLanguage",
      f.reason, f.version, f."updatedAt", f."updatedById", f."discardedAt",
      f."submittedAt" IS NOT NULL AS submitted, now() AS now
    FROM "Draft" f JOIN "Session" s ON s.id = f."sessionId" JOIN "ExpertGroup" g ON g.id = s."groupId"
    WHERE f.id = ${id}::uuid
    FOR UPDATE OF f`
  const draft = orNotFound(rows[0])
  assertFound(membershipIn(actor, draft.sessionId)?.delegationId === draft.delegationId)
  return draft
}

/** Refuses a submitted draft, and with `version` a draft that was changed since that version was read. */
export function requireUnsent(actor: SignedIn, draft: LockedDraft, version = draft.version): void {
  if (draft.submitted) throw new Refused('conflict', 'draftSubmitted')
  if (draft.version !== version) throw versionRefusal(actor, draft)
}

/** The refusal of an older version: it tells a colleague's words from words of the actor's other window. */
export const versionRefusal = (actor: SignedIn, { updatedById }: LockedDraft): Refused =>
  new Refused('conflict', updatedById === actor.personId ? 'draftMovedElsewhere' : 'draftMoved')
