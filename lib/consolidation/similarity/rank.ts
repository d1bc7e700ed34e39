import { type Ranked, type SimilarityIndex, similarityIndex } from './index'

export { strength } from '@/lib/consolidation/strength/strength'

const LIMIT = 20

/** Indexes by the array that they were made of; they go when the array goes. */
const prepared = new WeakMap<readonly string[], SimilarityIndex>()

/**
 * The candidates most similar to a text, best first: by their words, by synonymous drafting verbs, and by their themes.
 * A candidate that reads the same is first, with score 1; one that has nothing in common is left out. The first call
 * prepares the candidates, further calls with the same array are quick.
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
  const isSame =
    before?.texts.length === candidates.length &&
    candidates.every((text, index) => text === before.texts[index])
  if (before && isSame) return before
  const index = similarityIndex(candidates)
  prepared.set(candidates, index)
  return index
}

const AT_ONCE = 100

/**
 * The most similar others of every text, in the order of the texts. Tells how many are done after
 * each hundred and at the end, and lets other work of the process go on in between.
 */
export async function rankAll(
  texts: readonly string[],
  limit: number,
  progress: (done: number, total: number) => void = () => {},
): Promise<Ranked[][]> {
  const index = indexOf(texts)
  const rankings: Ranked[][] = []
  for (const [position, text] of texts.entries()) {
    rankings.push(index.rank(text, limit, (next) => next !== position))
    if (rankings.length % AT_ONCE > 0 && rankings.length < texts.length) continue
    progress(rankings.length, texts.length)
    await new Promise((go) => setTimeout(go, 0))
  }
  return rankings
}
