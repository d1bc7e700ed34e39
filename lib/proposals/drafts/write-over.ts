import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { announce } from '@/lib/live/announce'
import type { WriteDraft } from '@/lib/proposals/schema'
import { contentIn, contentOf, type DraftContent } from './content'
import { isWorthKeeping } from './kept-states'
import type { LockedDraft } from './lock'

/** The topic of a draft's changes and its people. */
export const draftTopic = (draftId: string) => `draft:${draftId}`

/**
 * The content that a form gives for a draft. The language of a proposal, and its group of States, are those of its
 * first revision.
 */
export function contentFor(draft: LockedDraft, input: WriteDraft): DraftContent {
  const originalLanguage = draft.proposalId ? draft.originalLanguage : input.originalLanguage
  const onBehalfOfId = draft.proposalId ? '' : input.onBehalfOfId
  return contentOf({ ...input, originalLanguage, onBehalfOfId } as WriteDraft, draft.body)
}

/**
 * Writes the next version of a locked draft. Its former content is kept as an earlier state if it is worth it, or if
 * `keeps` says so.
 */
export async function writeOver(
  tx: Tx,
  actor: SignedIn,
  draft: LockedDraft,
  next: DraftContent,
  keeps = isWorthKeeping(draft, next, actor.personId, draft.now),
): Promise<void> {
  if (keeps)
    await tx.draftState.createMany({
      data: {
        draftId: draft.id,
        version: draft.version,
        content: contentIn(draft),
        writtenAt: draft.updatedAt,
        writtenById: draft.updatedById,
      },
      skipDuplicates: true,
    })
  await tx.draft.update({
    where: { id: draft.id },
    data: {
      ...next,
      version: { increment: 1 },
      updatedAt: draft.now,
      updatedById: actor.personId,
    },
  })
  await announce(tx, draftTopic(draft.id))
}
