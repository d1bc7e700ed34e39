import { type Ranked, type SimilarityIndex, similarityIndex } from './similarity-index'

export { strength } from './strength'

const LIMIT = 20

/** Indexes by the array that they were made of; they go when the array goes. */
const prepared = new WeakMap<readonly string[], SimilarityIndex>()

/**
 * The candidates most similar to a text, best first: by their words, by the drafting verbs that stand
 * for one another, and by what they are about. A candidate that reads the same is first, with score 1; one
 * that has nothing in common is left out. The first call prepares the candidates, further calls with the same array are quick.
 */
export function rank(
  query: string,
  candidates: readonly string[],
  limit: number = LIMIT,
): Ranked[] {
  return indexOf(candidates).rank(query, limit)
}

function indexOf(candidates: readonly string[]): SimilarityIndex {
  const before = prepared.get(candidates)
  const same =
    before?.texts.length === candidates.length &&
    candidates.every((text, index) => text === before.texts[index])
  if (before && same) return before
  const index = similarityIndex(candidates)
  prepared.set(candidates, index)
  return index
}
