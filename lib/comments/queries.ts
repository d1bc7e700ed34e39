import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, placeIn, takesPart } from '@/lib/delegations/actor'
import type { CommentKind } from './kinds'
import { type Threaded, threads } from './threads'

/** A released comment as everybody who takes part reads it. */
export type CommentView = {
  id: string
  parentId: string | null
  delegationName: string
  kind: CommentKind
  revisionNumber: number
  passage: string | null
  text: string
  releasedAt: Date
}

/** The released comments on a proposal as threads, in the order of release; none for a visitor. */
export async function listComments(
  actor: Actor,
  proposalId: string,
): Promise<Threaded<CommentView>[]> {
  if (!takesPart(actor)) return []
  const comments = await db.$queryRaw<CommentView[]>`
    SELECT c.id, c."parentId", d.name AS "delegationName", c.kind, c."revisionNumber",
      c."passageText" AS passage, c.text, c."releasedAt"
    FROM "Comment" c JOIN "Delegation" d ON d.id = c."delegationId"
    WHERE c."proposalId" = ${proposalId}::uuid
    ORDER BY c."releasedAt", c.id`
  return threads(comments)
}

/** Words of a revision that a released comment is about; offsets into its printed text. */
export type PassageView = { id: string; start: number; end: number; delegationName: string }

/** The passages of a proposal's current text that comments refer to; none for a visitor. */
export async function listPassages(actor: Actor, proposalId: string): Promise<PassageView[]> {
  if (!takesPart(actor)) return []
  return db.$queryRaw<PassageView[]>`
    SELECT c.id, c."passageStart" AS start, c."passageEnd" AS end, d.name AS "delegationName"
    FROM "Comment" c JOIN "Delegation" d ON d.id = c."delegationId"
    JOIN "Proposal" p ON p.id = c."proposalId" AND p."currentNumber" = c."revisionNumber"
    WHERE c."proposalId" = ${proposalId}::uuid AND c."passageStart" IS NOT NULL
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
  return db.$queryRaw<CommentDraftView[]>`
    SELECT f.id, f."parentId", f.kind, f."revisionNumber", f.passage, f.text,
      p.name AS "writtenBy", f."updatedAt"
    FROM "CommentDraft" f JOIN "Person" p ON p.id = f."updatedById"
    WHERE f."proposalId" = ${proposal.id}::uuid AND f."delegationId" = ${place.delegationId}::uuid
      AND f."releasedAt" IS NULL AND f."discardedAt" IS NULL
    ORDER BY f."createdAt"`
}
