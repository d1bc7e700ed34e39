import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { getProposalWith, type ProposalView } from '@/lib/proposals/queries'
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
  passageStart: number | null
  text: string
  writtenBy: string
  updatedAt: Date
}

/** What was said on a proposal, in the order of release, and what the reader's own delegation has in hand. */
export type Discussion = { comments: CommentView[]; drafts: CommentDraftView[] }

/**
 * The proposal of that number with all that was said on it, in one query, for whoever takes part in the
 * group: the released comments, and the drafts of the actor's own delegation, never another's. Anyone
 * else is answered as if the proposal did not exist.
 */
export async function getDiscussedProposal(
  actor: Actor,
  session: { id: string },
  number: number,
): Promise<{ proposal: ProposalView; discussion: Discussion }> {
  const own = membershipIn(actor, session.id)?.delegationId ?? null
  const more = discussionSql(own)
  const { comments, drafts, ...proposal } = await getProposalWith<DiscussionRow>(
    actor,
    session,
    number,
    more,
  )
  return {
    proposal,
    discussion: {
      comments: comments.map((one) => ({ ...one, releasedAt: new Date(one.releasedAt) })),
      drafts: drafts.map((one) => ({ ...one, updatedAt: new Date(one.updatedAt) })),
    },
  }
}

type DiscussionRow = {
  comments: (Omit<CommentView, 'releasedAt'> & { releasedAt: string })[]
  drafts: (Omit<CommentDraftView, 'updatedAt'> & { updatedAt: string })[]
}

/** Columns of the proposal (`p`); `own` is the reader's delegation. */
const discussionSql = (own: string | null) => Prisma.sql`,
  (SELECT coalesce(json_agg(released), '[]') FROM (
    SELECT c.id, c."parentId", d.name AS "delegationName", c.kind, c."revisionNumber",
      c."passageText" AS passage, c."passageStart", c."passageEnd", c.text, c."releasedAt"
    FROM "Comment" c JOIN "Delegation" d ON d.id = c."delegationId"
    WHERE c."proposalId" = p.id ORDER BY c."releasedAt", c.id) released) AS comments,
  (SELECT coalesce(json_agg(draft), '[]') FROM (
    SELECT f.id, f."parentId", f.kind, f."revisionNumber", f.passage, f."passageStart", f.text,
      w.name AS "writtenBy", f."updatedAt"
    FROM "CommentDraft" f JOIN "Person" w ON w.id = f."updatedById"
    WHERE f."proposalId" = p.id AND f."delegationId" = ${own}::uuid
      AND f."releasedAt" IS NULL AND f."discardedAt" IS NULL ORDER BY f."createdAt") draft) AS drafts`
