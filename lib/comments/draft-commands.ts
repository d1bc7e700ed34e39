import 'server-only'
import { clockTime } from '@/lib/db/client'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { requireKnownGroup } from '@/lib/sessions/attribution/commands'
import type { ReleasedComment } from './commands'
import { canDraftComment } from './policy'
import type { KeepComment, OneComment } from './schema'
import { loadLinked, loadTarget, requireOwnVersion } from './target'

const DAY = 24 * 3_600_000

/**
 * Keeps a comment within the delegation until somebody who may submit releases it; returns its version. `unanswered`
 * are earlier saves without an answer: a draft that holds one of them is the writer's own. Refuses a comment that was
 * released or discarded meanwhile or that a colleague changed, and a draft of another delegation as not found.
 */
export function saveCommentDraft(
  actor: SignedIn,
  input: KeepComment,
  unanswered: readonly { text: string }[] = [],
): Promise<ReleasedComment & { version: number }> {
  return transaction(actor, async (tx) => {
    const { target } = await loadTarget(tx, actor, input, { isLocked: false })
    authorize(canDraftComment(actor, target), 'commentNotAllowed')
    const { delegationId } = orNotFound(membershipIn(actor, target.sessionId))
    if (target.isReleased) throw new Refused('conflict', 'commentNoLongerDraft')
    const { replaced } = await loadLinked(tx, input, { isLocked: false })
    assertFound(!replaced || replaced.delegationId === delegationId)
    requireOwnVersion(actor, target.draft, input, unanswered)
    await requireKnownGroup(tx, target.sessionId, input.onBehalfOfId)
    const { version } = await writeDraft()
    return { id: input.id, slug: target.slug, proposalNumber: target.number, version }

    async function writeDraft(): Promise<{ version: number }> {
      const before = target.draft?.version ?? 0
      const rows = await tx.$queryRaw<{ version: number }[]>`
        INSERT INTO "CommentDraft" (id, "proposalId", "revisionNumber", "delegationId", "parentId",
          "replacesId", category, position, passage, "passageStart", text, "onBehalfOfId",
          "createdById", "updatedById")
        VALUES (${input.id}::uuid, ${input.proposalId}::uuid, ${input.revisionNumber},
          ${delegationId}::uuid, ${input.parentId || null}::uuid, ${input.replacesId || null}::uuid,
          ${input.category}::"CommentCategory", ${input.position}::"CommentPosition",
          ${input.passage}, ${input.passageStart ?? null}::int, ${input.text},
          ${input.onBehalfOfId || null}::uuid, ${actor.personId}::uuid,
          ${actor.personId}::uuid)
        ON CONFLICT (id) DO UPDATE SET category = EXCLUDED.category, position = EXCLUDED.position,
          passage = EXCLUDED.passage, "passageStart" = EXCLUDED."passageStart",
          text = EXCLUDED.text, "onBehalfOfId" = EXCLUDED."onBehalfOfId", version = "CommentDraft".version + 1, "updatedAt" = now(),
          "updatedById" = EXCLUDED."updatedById"
        WHERE "CommentDraft"."delegationId" = EXCLUDED."delegationId"
          AND "CommentDraft"."proposalId" = EXCLUDED."proposalId"
          AND "CommentDraft"."releasedAt" IS NULL AND "CommentDraft"."discardedAt" IS NULL
          AND "CommentDraft".version = ${before}
        RETURNING version`
      if (!rows[0]) throw new Refused('conflict', 'commentNoLongerDraft')
      return rows[0]
    }
  })
}

/** Puts a draft of the actor's own delegation aside; it can be restored for a day. */
export const discardCommentDraft = (actor: SignedIn, draft: OneComment): Promise<void> =>
  setAside(actor, draft, true)

/** Puts a draft back that the delegation discarded within the last day. */
export const restoreCommentDraft = (actor: SignedIn, draft: OneComment): Promise<void> =>
  setAside(actor, draft, false)

const setAside = (actor: SignedIn, { id }: OneComment, isAside: boolean): Promise<void> =>
  transaction(actor, async (tx) => {
    const delegationIds = actor.memberships.map((place) => place.delegationId)
    const now = await clockTime(tx)
    const { count } = await tx.commentDraft.updateMany({
      where: {
        id,
        delegationId: { in: delegationIds },
        releasedAt: null,
        discardedAt: isAside ? null : { gt: new Date(now.getTime() - DAY) },
      },
      data: { discardedAt: isAside ? now : null },
    })
    assertFound(count > 0)
  })
