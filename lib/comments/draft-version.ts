import { Refused } from '@/lib/errors'
import type { KeepComment } from './schema'
import type { DraftInHand } from './target'

/**
 * Refuses words that would go over those of a colleague: the draft has a later version than the one over
 * which they were typed, and does not hold what this writer sent before.
 */
export function requireOwnVersion(
  draft: DraftInHand | null,
  { version, text, unanswered }: Pick<KeepComment, 'version' | 'text' | 'unanswered'>,
): void {
  if (!draft?.isOpen || version === undefined || version === draft.version) return
  if (draft.text === text || draft.text === unanswered) return
  throw new Refused('conflict', 'commentDraftChanged', { name: draft.writtenBy })
}
