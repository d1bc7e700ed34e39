import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import { getCoverage } from '@/lib/consolidation/desk/queries/item-queries'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { asideKinds } from '@/lib/consolidation/kinds'
import { groupsOf, LEAST_OF_GROUP } from '@/lib/consolidation/similarity/groups'
import { strength } from '@/lib/consolidation/strength/strength'
import type { SuggestedSets, Suggestions } from './views'
import { suggestionIndex } from './index'

/** Below this two items have a turn of phrase in common, no more. */
const LEAST = 0.2

/** The usual number shown if they reach `LEAST`; more only if they are as similar as a group. */
const USUAL = 8
const MOST = 100

/**
 * The items of the lists that the stock-taking covers that are most similar to one of them, with the words both share,
 * the strength of both verbs and the outcome of each so far. Without items that were set aside, and without the pairs
 * that somebody marked as not similar. For readers of the desk.
 */
export async function listSuggestions(
  actor: SignedIn,
  session: SessionView,
  itemId: string,
): Promise<Suggestions> {
  const item = orNotFound((await getSources(actor, session, [itemId]))[0])
  const [{ ids, index }, pairs, aside] = await Promise.all([
    suggestionIndex(session.id),
    pairsNotSimilar(session.id),
    itemsSetAside(session.id),
  ])
  const ranked = index
    .rank(item.text, MOST, (at) => {
      const id = ids[at]!
      return id !== itemId && !aside.has(id) && !pairs.has(pairOf(itemId, id))
    })
    .filter(({ score }, at) => score >= (at < USUAL ? LEAST : LEAST_OF_GROUP))
  const sources = await getSources(
    actor,
    session,
    ranked.map(({ index: at }) => ids[at]!),
  )
  const byId = new Map(sources.map((source) => [source.id, source]))
  return {
    item: { ...item, strength: strength(item.text) },
    suggested: ranked.map(({ index: at, score, shared }) => {
      const source = orNotFound(byId.get(ids[at]!))
      return { ...source, score, shared, strength: strength(source.text) }
    }),
  }
}

/** The sets on one page. */
const SETS_SHOWN = 20

/**
 * The sets of items without an outcome that look alike, over all lists that the stock-taking covers. No set
 * holds two items of which somebody said that they are not similar. For those who read the desk.
 */
export async function listSets(actor: SignedIn, session: SessionView): Promise<SuggestedSets> {
  const [{ ids, neighbours }, pairs, { open }] = await Promise.all([
    suggestionIndex(session.id),
    pairsNotSimilar(session.id),
    getCoverage(actor, session),
  ])
  const ranked = await neighbours()
  const at = new Map(ids.map((id, index) => [id, index]))
  const compact = new Map(open.map((id, index) => [at.get(id) ?? -1, index]))
  const groups = groupsOf(
    open.map((id) =>
      (ranked[at.get(id) ?? -1] ?? []).flatMap(({ index, score }) => {
        const next = compact.get(index)
        return next === undefined ? [] : [{ index: next, score }]
      }),
    ),
    (a, b) => pairs.size === 0 || !pairs.has(pairOf(open[a]!, open[b]!)),
  )
  const shownGroups = groups.slice(0, SETS_SHOWN)
  const sources = await getSources(
    actor,
    session,
    shownGroups.flat().map((index) => open[index]!),
  )
  const byId = new Map(sources.map((source) => [source.id, source]))
  const sets = shownGroups.map((group) =>
    group.map((index) => {
      const source = orNotFound(byId.get(open[index]!))
      return { ...source, strength: strength(source.text) }
    }),
  )
  return { sets, total: groups.length }
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The pairs that somebody said are not similar. */
async function pairsNotSimilar(sessionId: string): Promise<Set<string>> {
  const list = await db.consolidatedList.findUnique({ where: { sessionId }, select: { id: true } })
  const pairs = list ? await db.notSimilar.findMany({ where: { listId: list.id } }) : []
  return new Set(pairs.map(({ itemId, otherId }) => pairOf(itemId, otherId)))
}

async function itemsSetAside(sessionId: string): Promise<Set<string>> {
  const outcomes = await db.outcome.findMany({
    where: { list: { sessionId }, supersededAt: null, kind: { in: [...asideKinds] } },
    select: { itemId: true },
  })
  return new Set(outcomes.map(({ itemId }) => itemId))
}
