import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { strength } from '@/lib/consolidation/strength/strength'
import type { Suggestions } from './views'
import { suggestionIndex } from './index'

/** Below this two items have a turn of phrase in common, no more. */
const LEAST = 0.2

/**
 * The items of the lists that the stock-taking covers that are most similar to one of them, with the words
 * both share, the strength of both verbs and what became of each so far. Without the pairs that
 * somebody said are not similar. For those who read the desk.
 */
export async function listSuggestions(
  actor: SignedIn,
  session: SessionView,
  itemId: string,
  limit = 8,
): Promise<Suggestions> {
  const item = orNotFound((await getSources(actor, session, [itemId]))[0])
  const [{ ids, index }, refused] = await Promise.all([
    suggestionIndex(session.id),
    notSimilarTo(session.id, itemId),
  ])
  const ranked = index
    .rank(item.text, limit, (place) => ids[place] !== itemId && !refused.has(ids[place]!))
    .filter(({ score }) => score >= LEAST)
  const others = await getSources(
    actor,
    session,
    ranked.map((one) => ids[one.index]!),
  )
  const byId = new Map(others.map((other) => [other.id, other]))
  return {
    item: { ...item, strength: strength(item.text) },
    suggested: ranked.map(({ index: place, score, shared }) => {
      const other = orNotFound(byId.get(ids[place]!))
      return { ...other, score, shared, strength: strength(other.text) }
    }),
  }
}

async function notSimilarTo(sessionId: string, itemId: string): Promise<Set<string>> {
  const list = await db.consolidatedList.findUnique({
    where: { sessionId },
    select: { id: true },
  })
  if (!list) return new Set()
  const pairs = await db.notSimilar.findMany({
    where: { listId: list.id, OR: [{ itemId }, { otherId: itemId }] },
  })
  return new Set(pairs.map((pair) => (pair.itemId === itemId ? pair.otherId : pair.itemId)))
}
