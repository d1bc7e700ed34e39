import 'server-only'
import { db } from '@/lib/db/client'
import { type SimilarityIndex, similarityIndex } from '@/lib/consolidation/similarity/index'

/** The items of issued lists, ready to be ranked: `ids` and the index's texts stand in one order. */
export type SuggestionIndex = { ids: string[]; index: SimilarityIndex }

/** How many items the kept indexes may hold together. */
const MOST_ITEMS = 100_000

/** By the issued lists they were made of, the one used longest ago first. Issued lists never change. */
const kept = new Map<string, Promise<SuggestionIndex>>()
const sizes = new Map<string, number>()

/**
 * The index of the lists that a session's stock-taking covers. It is made once for the same lists and
 * kept; those used longest ago go when together they hold too much.
 */
export async function suggestionIndex(sessionId: string): Promise<SuggestionIndex> {
  const lists = await db.coveredList.findMany({
    where: { consolidatedList: { sessionId } },
    orderBy: { preliminaryListId: 'asc' },
    select: { preliminaryListId: true },
  })
  const listIds = lists.map(({ preliminaryListId }) => preliminaryListId)
  const key = listIds.join()
  const found = kept.get(key) ?? makeIndex(key, listIds)
  kept.delete(key)
  kept.set(key, found)
  return found
}

function makeIndex(key: string, listIds: string[]): Promise<SuggestionIndex> {
  const making = load(listIds).then((made) => {
    sizes.set(key, made.ids.length)
    forget(key)
    return made
  })
  // What failed is not kept: the next one who asks tries again.
  making.catch(() => kept.delete(key))
  return making
}

async function load(listIds: string[]): Promise<SuggestionIndex> {
  const items = await db.item.findMany({
    where: { listId: { in: listIds } },
    orderBy: { id: 'asc' },
    select: { id: true, text: true },
  })
  return {
    ids: items.map(({ id }) => id),
    index: similarityIndex(items.map(({ text }) => text)),
  }
}

function forget(newest: string): void {
  const total = () => [...sizes.values()].reduce((sum, size) => sum + size, 0)
  for (const key of kept.keys()) {
    if (total() <= MOST_ITEMS) return
    if (key === newest) continue
    kept.delete(key)
    sizes.delete(key)
  }
}
