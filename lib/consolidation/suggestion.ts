import type { DeskSource } from './desk-view'
import type { Strength } from './strength'

/** A preliminary item that may belong together with the chosen one. */
export type Suggestion = DeskSource & { score: number; shared: string[]; strength: Strength | null }

/** The chosen item and what is suggested for it, the most similar first. */
export type Suggestions = {
  item: DeskSource & { strength: Strength | null }
  suggested: Suggestion[]
}
