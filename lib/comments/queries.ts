import 'server-only'
import { read } from '@/lib/db/client'
import { type Actor, placeIn, takesPart } from '@/lib/delegations/actor'
import type { CommentKind } from './kinds'

/** A released comment as everybody who takes part reads it. */
export type CommentView = {
  id: string
  parentId: string | null
  delegationName: string
  kind: CommentKind
  revisionNumber: number
  /** The words of that revision that it is about, and where they stand in its printed text. */
  passage: string | null
  passageStart: number | null
  passageEnd: number | null
  text: string
  releasedAt: Date
}

/** The released comments on a proposal in the order of release; none for a visitor. */
export async function listComments(actor: Actor, proposalId: string): Promise<CommentView[]> {
  if (!takesPart(actor)) return []
  return read<CommentView>`
    SELECT c.id, c."parentId", d.name AS "delegationName", c.kind, c."revisionNumber",
      c."passageText" AS passage, c."passageStart", c."passageEnd", c.text, c."releasedAt"
    FROM "Comment" c JOIN "Delegation" d ON d.id = c."delegationId"
    WHERE c."proposalId" = ${proposalId}::uuid
    ORDER BY c."releasedAt", c.id`
}

/** What the actor's own delegation has written on a proposal and not released. */
export type CommentDraftView = {
  id: string
  parentId: string | null
  kind: CommentKind
  revisionNumber: number
  passage: string
  text: string
  writtenBy: string
  updatedAt: Date
}

/** Drafts of comments: the actor's delegation's own, never another's. */
export async function listCommentDrafts(
  actor: Actor,
  proposal: { id: string; sessionId: string },
): Promise<CommentDraftView[]> {
  const place = placeIn(actor, proposal.sessionId)
  if (!place) return []
  return read<CommentDraftView>`
    SELECT f.id, f."parentId", f.kind, f."revisionNumber", f.passage, f.text,
      p.name AS "writtenBy", f."updatedAt"
    FROM "CommentDraft" f JOIN "Person" p ON p.id = f."updatedById"
    WHERE f."proposalId" = ${proposal.id}::uuid AND f."delegationId" = ${place.delegationId}::uuid
      AND f."releasedAt" IS NULL AND f."discardedAt" IS NULL
    ORDER BY f."createdAt"`
}
