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

/** What was said on a proposal, in the order of release, and what the reader's own delegation has in hand. */
export type Discussion = { comments: CommentView[]; drafts: CommentDraftView[] }

/**
 * The discussion of a proposal, in one query: the released comments, for whoever takes part in the
 * group, and the drafts of the actor's own delegation, never another's; nothing for a visitor.
 */
export async function getDiscussion(
  actor: Actor,
  proposal: { id: string; sessionId: string },
): Promise<Discussion> {
  if (!takesPart(actor)) return { comments: [], drafts: [] }
  const own = placeIn(actor, proposal.sessionId)?.delegationId ?? null
  const [row] = await read<DiscussionRow>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'parentId', c."parentId",
          'delegationName', d.name, 'kind', c.kind, 'revisionNumber', c."revisionNumber",
          'passage', c."passageText", 'passageStart', c."passageStart", 'passageEnd', c."passageEnd",
          'text', c.text, 'releasedAt', c."releasedAt") ORDER BY c."releasedAt", c.id), '[]')
        FROM "Comment" c JOIN "Delegation" d ON d.id = c."delegationId"
        WHERE c."proposalId" = ${proposal.id}::uuid) AS comments,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'parentId', f."parentId",
          'kind', f.kind, 'revisionNumber', f."revisionNumber", 'passage', f.passage, 'text', f.text,
          'writtenBy', p.name, 'updatedAt', f."updatedAt") ORDER BY f."createdAt"), '[]')
        FROM "CommentDraft" f JOIN "Person" p ON p.id = f."updatedById"
        WHERE f."proposalId" = ${proposal.id}::uuid AND f."delegationId" = ${own}::uuid
          AND f."releasedAt" IS NULL AND f."discardedAt" IS NULL) AS drafts`
  const { comments, drafts } = row!
  return {
    comments: comments.map((one) => ({ ...one, releasedAt: new Date(one.releasedAt) })),
    drafts: drafts.map((one) => ({ ...one, updatedAt: new Date(one.updatedAt) })),
  }
}

type DiscussionRow = {
  comments: (Omit<CommentView, 'releasedAt'> & { releasedAt: string })[]
  drafts: (Omit<CommentDraftView, 'updatedAt'> & { updatedAt: string })[]
}
