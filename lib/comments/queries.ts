import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { getProposalWith, type ProposalView } from '@/lib/proposals/queries'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { attributionOf, onBehalfSql } from '@/lib/sessions/attribution/view'
import type { CommentCategory, CommentPosition } from './kinds'

/** A released comment as everybody who takes part reads it. */
export type CommentView = {
  id: string
  parentId: string | null
  delegationId: string
  delegationName: string
  /** The group of States for which it was released. */
  onBehalf: OnBehalf | null
  category: CommentCategory
  position: CommentPosition
  revisionNumber: number
  /** The words of that revision that it is about, and their place in its printed text. */
  passage: string | null
  passageStart: number | null
  passageEnd: number | null
  /** Empty once it was withdrawn. */
  text: string
  releasedAt: Date
  replacedById: string | null
  withdrawnAt: Date | null
}

/** Unreleased comments of the actor's own delegation on a proposal. */
export type CommentDraftView = {
  id: string
  parentId: string | null
  replacesId: string | null
  category: CommentCategory
  position: CommentPosition | null
  revisionNumber: number
  passage: string
  passageStart: number | null
  text: string
  /** The group of States for which it is to be released. */
  onBehalfOf: { id: string; name: string } | null
  version: number
  writtenBy: string
  updatedAt: Date
  /** The time of its discarding, within the last day: until then it can be restored. */
  discardedAt: Date | null
}

/** Comments on a proposal, in the order of release, and the drafts of the reader's own delegation. */
export type Discussion = { comments: CommentView[]; drafts: CommentDraftView[] }

/**
 * The proposal of that number with all its comments, in one query, for participants of the group: the released
 * comments, and the drafts of the actor's own delegation, never another's. For anyone else the proposal is not found.
 */
export async function getDiscussedProposal(
  actor: Actor,
  session: { id: string },
  number: number,
): Promise<{ proposal: ProposalView; discussion: Discussion }> {
  const delegationId = membershipIn(actor, session.id)?.delegationId ?? null
  const columns = discussionSql(delegationId)
  const { comments, drafts, ...proposal } = await getProposalWith<DiscussionRow>(
    actor,
    session,
    number,
    columns,
  )
  return {
    proposal,
    discussion: {
      comments: comments.map((comment) => ({
        ...comment,
        releasedAt: new Date(comment.releasedAt),
        withdrawnAt: date(comment.withdrawnAt),
      })),
      drafts: drafts.map((draft) => ({
        ...draft,
        updatedAt: new Date(draft.updatedAt),
        discardedAt: date(draft.discardedAt),
      })),
    },
  }
}

const date = (at: string | null): Date | null => (at === null ? null : new Date(at))

/** The same with times as JSON has them. */
type InJson<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K]
}
type DiscussionRow = { comments: InJson<CommentView>[]; drafts: InJson<CommentDraftView>[] }

/** Columns of the proposal (`p`) for a reader of this delegation. */
const discussionSql = (delegationId: string | null) => Prisma.sql`,
  (SELECT coalesce(json_agg(released), '[]') FROM (
    SELECT c.id, c."parentId", c."delegationId", d.name AS "delegationName",
      ${onBehalfSql(attributionOf('c'))} AS "onBehalf", c.category, c.position,
      c."revisionNumber", c."releasedAt", c."replacedById", c."withdrawnAt",
      CASE WHEN c."withdrawnAt" IS NULL THEN c.text ELSE '' END AS text,
      CASE WHEN c."withdrawnAt" IS NULL THEN c."passageText" END AS passage,
      c."passageStart", c."passageEnd"
    FROM "Comment" c JOIN "Delegation" d ON d.id = c."delegationId"
    WHERE c."proposalId" = p.id ORDER BY c."releasedAt", c.id) released) AS comments,
  (SELECT coalesce(json_agg(draft), '[]') FROM (
    SELECT f.id, f."parentId", f."replacesId", f.category, f.position, f."revisionNumber", f.passage,
      f."passageStart", f.text, f.version,
      (SELECT json_build_object('id', g.id, 'name', g.name) FROM "GroupOfStates" g WHERE g.id = f."onBehalfOfId") AS "onBehalfOf",
      w.name AS "writtenBy", f."updatedAt", f."discardedAt"
    FROM "CommentDraft" f JOIN "Person" w ON w.id = f."updatedById"
    WHERE f."proposalId" = p.id AND f."delegationId" = ${delegationId}::uuid AND f."releasedAt" IS NULL
      AND (f."discardedAt" IS NULL OR f."discardedAt" > now() - interval '1 day')
    ORDER BY f."createdAt") draft) AS drafts`
