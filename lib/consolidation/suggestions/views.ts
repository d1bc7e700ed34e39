import type { DeskSource } from '@/lib/consolidation/views'
import type { Strength } from '@/lib/consolidation/strength/strength'

/** A preliminary item that may belong together with the chosen one. */
export type Suggestion = DeskSource & { score: number; shared: string[]; strength: Strength | null }

/** The chosen item and its suggestions, the most similar first. */
export type Suggestions = {
  item: DeskSource & { strength: Strength | null }
  suggested: Suggestion[]
}

/** Preliminary items without an outcome that look alike, in the order of their lists. */
export type SuggestedSet = (DeskSource & { strength: Strength | null })[]

/** The first of all sets, the largest first, and their total. */
export type SuggestedSets = { sets: SuggestedSet[]; total: number }
