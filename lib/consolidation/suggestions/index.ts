import 'server-only'
import { LRUCache } from 'lru-cache'
import { db } from '@/lib/db/client'
import { NEIGHBOURS } from '@/lib/consolidation/similarity/groups'
import {
  type Ranked,
  type SimilarityIndex,
  similarityIndex,
} from '@/lib/consolidation/similarity/index'

/** The items of issued lists, ready to be ranked: `ids` and the index's texts stand in one order. */
type SuggestionIndex = {
  ids: string[]
  index: SimilarityIndex
  /** The nearest neighbours of each item; computed when first asked for. */
  neighbours: () => Promise<readonly Ranked[][]>
}

/** The most items of all cached indexes together. */
const MOST_ITEMS = 100_000

/** Indexes by the ids of the issued lists that they were made of. Issued lists never change, and are public. */
const indexes = new LRUCache<string, SuggestionIndex>({
  maxSize: MOST_ITEMS,
  sizeCalculation: ({ ids }) => Math.max(1, ids.length),
  fetchMethod: (listIds) => load(listIds.split(',').filter(Boolean)),
})

/**
 * The index of the lists that a session's stock-taking covers. Cached by the lists; requests at the same time share one load,
 * and a failed load is not cached.
 */
export async function suggestionIndex(sessionId: string): Promise<SuggestionIndex> {
  const lists = await db.coveredList.findMany({
    where: { consolidatedList: { sessionId } },
    orderBy: { preliminaryListId: 'asc' },
    select: { preliminaryListId: true },
  })
  return indexes.forceFetch(lists.map(({ preliminaryListId }) => preliminaryListId).join())
}

async function load(listIds: string[]): Promise<SuggestionIndex> {
  const items = await db.item.findMany({
    where: { listId: { in: listIds } },
    orderBy: { id: 'asc' },
    select: { id: true, text: true },
  })
  const index = similarityIndex(items.map(({ text }) => text))
  let neighbours: Promise<Ranked[][]> | undefined
  return {
    ids: items.map(({ id }) => id),
    index,
    neighbours: () => (neighbours ??= rankEach(index)),
  }
}

/** Texts to rank before other requests have their turn. */
const AT_ONCE = 50

async function rankEach({ texts, rank }: SimilarityIndex): Promise<Ranked[][]> {
  const ranked: Ranked[][] = []
  for (const [at, text] of texts.entries()) {
    ranked.push(rank(text, NEIGHBOURS, (index) => index !== at))
    if (ranked.length % AT_ONCE === 0) await new Promise((resume) => setImmediate(resume))
  }
  return ranked
}
