import 'server-only'
import { read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { placesSql, termsSql, typedLabel, typedQuery } from '@/lib/db/search-sql'
import { nameItems } from '@/lib/consolidation/desk/queries/item-names'
import { type Actor, isSignedIn } from '@/lib/delegations/actor'
import { reachOf, type Reach } from './audience'
import { SearchFilter, type SearchKind, searchKinds } from './filter'
import { onBehalfSql } from '@/lib/sessions/attribution/view'
import type { Result } from './results'

export const SEARCH_PAGE = 20
/** The number of results of each kind shown if no kind is chosen. */
const OF_EACH = 5
const ALL_DELEGATIONS = 1_000
/** The number of the newest of each kind ordered by relevance; older ones follow by date. */
const RANKED = 200

/** The results, and the filters that narrow them. */
export type Found = {
  results: Result[]
  counts: Partial<Record<SearchKind, number>>
  sessions: { slug: string; ordinal: number; eventWord: string; groupName: string }[]
  states: string[]
  languages: string[]
  /** Of the chosen session. */
  agenda: { item: string; title: string }[]
}

const NOTHING: Found = {
  results: [],
  counts: {},
  sessions: [],
  states: [],
  languages: [],
  agenda: [],
}

/**
 * The results for the words that the actor may see: the first of each kind, or a page of the chosen kind, at `most` so
 * many; a result with the typed number or symbol comes first, then those with all words in title, names or number, then
 * the others by relevance (frequency and nearness of the words in that entry alone), of equal ones the newest. The
 * index holds only released things, and the rows of an audience to which the actor does not belong are not read.
 */
export async function search(
  actor: Actor,
  filter: SearchFilter,
  most = filter.kind ? SEARCH_PAGE : OF_EACH,
): Promise<Found> {
  if (!filter.words) return NOTHING
  const [found] = await read<Found>(searchSql(reachOf(actor), filter, most))
  const results = await withPresentNumbers(actor, found!.results)
  return { ...found!, results: results.toSorted(byKind) }
}

/** Items of a consolidated list have a printed number once it is adopted; until then they get their present one. */
async function withPresentNumbers(actor: Actor, results: readonly Result[]): Promise<Result[]> {
  const numbers = new Map<string, string>()
  const unnumbered = results.filter(({ kind, printed }) => kind === 'consolidated' && !printed)
  const sessionIds = new Set(unnumbered.map(({ sessionId }) => sessionId))
  if (isSignedIn(actor))
    for (const sessionId of sessionIds) {
      const ids = unnumbered.filter((item) => item.sessionId === sessionId).map(({ id }) => id)
      for (const { id, number } of (await nameItems(actor, { id: sessionId }, ids)).values())
        numbers.set(id, number)
    }
  return results.map((result) => ({ ...result, printed: numbers.get(result.id) ?? result.printed }))
}

const byKind = (a: Result, b: Result): number =>
  Number(b.exact) - Number(a.exact) || searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind)

/** The delegations to the session of that slug that the words find. */
export async function findDelegationIds(
  actor: Actor,
  session: string,
  words: string,
): Promise<Set<string>> {
  const filter = SearchFilter.parse({ words, session, kind: 'delegation' })
  const { results } = await search(actor, filter, ALL_DELEGATIONS)
  return new Set(results.map(({ id }) => id))
}

const searchSql = (reach: Reach, filter: SearchFilter, most: number) => Prisma.sql`
  WITH asked AS MATERIALIZED (SELECT ${typedQuery(filter.words)} AS query,
    nullif(${typedLabel(filter.words)}, '') AS label),
  terms AS MATERIALIZED (${termsSql(Prisma.sql`(SELECT query FROM asked)`)}),
  found AS MATERIALIZED (${foundSql(reach, filter.words)}),
  narrowed AS NOT MATERIALIZED (SELECT f.* FROM found f WHERE ${narrowSql(filter)}),
  counted AS MATERIALIZED (SELECT kind, count(*)::int AS count FROM narrowed GROUP BY kind),
  kinds AS (SELECT kind FROM counted
    ${filter.kind ? Prisma.sql`WHERE kind = ${filter.kind}::"SearchKind"` : Prisma.empty}),
  ranked AS MATERIALIZED (SELECT c."subjectId", ${rankSql} AS rank FROM kinds k, LATERAL (
    SELECT n."subjectId" FROM narrowed n WHERE n.kind = k.kind
    ORDER BY n.exact DESC, n.at DESC, n.place, n."subjectId" LIMIT ${RANKED}::int) AS c
    JOIN "SearchEntry" e ON e."subjectId" = c."subjectId"),
  shown AS (SELECT first.*, row_number() OVER () AS nth FROM kinds k, LATERAL (
    SELECT n."subjectId", n.kind, n.exact FROM narrowed n LEFT JOIN ranked r ON r."subjectId" = n."subjectId"
    WHERE n.kind = k.kind
    ORDER BY n.exact DESC, r.rank DESC NULLS LAST, n.at DESC, n.place, n."subjectId"
    LIMIT ${most}::int OFFSET ${filter.kind ? (filter.page - 1) * most : 0}::int) AS first)
  SELECT
    (SELECT coalesce(json_object_agg(kind, count), '{}') FROM counted) AS counts,
    (SELECT coalesce(json_agg(json_build_object('slug', s.slug, 'ordinal', s.ordinal, 'eventWord', g."eventWord",
      'groupName', g.name)
      ORDER BY s.ordinal DESC), '[]') FROM "Session" s JOIN "ExpertGroup" g ON g.id = s."groupId"
      WHERE s.id IN (SELECT "sessionId" FROM found)) AS sessions,
    ARRAY(SELECT e.name FROM "Entity" e WHERE e.id IN (SELECT unnest("entityIds") FROM found)
      ORDER BY e."sortKey") AS states,
    ARRAY(SELECT language FROM found WHERE language IS NOT NULL GROUP BY language ORDER BY language) AS languages,
    (SELECT coalesce(json_agg(json_build_object('item', a.number || a.letter, 'title', a.title)
      ORDER BY a.number, a.letter), '[]') FROM "AgendaItem" a JOIN "Session" s ON s.id = a."sessionId"
      WHERE s.slug = ${withoutNul(filter.session)} AND a.id IN (SELECT "agendaItemId" FROM found)) AS agenda,
    (SELECT coalesce(json_agg(result), '[]') FROM (
      SELECT e."subjectId" AS id, e.kind, w.exact, e."sessionId", s.slug, s.ordinal, g."eventWord", g.name AS "groupName",
        a.number || a.letter AS agenda, e.language, e.printed, e."proposalNumber", e."amendmentNumber", e.names,
        ${onBehalfSql(ATTRIBUTION)} AS "onBehalf",
        e.text, e.withdrawn, ${placesSql} AS places
      FROM shown w JOIN "SearchEntry" e ON e."subjectId" = w."subjectId"
      JOIN "Session" s ON s.id = e."sessionId" JOIN "ExpertGroup" g ON g.id = s."groupId"
      LEFT JOIN "AgendaItem" a ON a.id = e."agendaItemId"
      ORDER BY w.nth) AS result) AS results`

/**
 * The relevance of an entry (`e`): whether its title, names and number have all words, then the frequency and the
 * nearness of the words, for its length. No other entry counts in it, so that it reveals nothing of hidden ones.
 */
const rankSql = Prisma.sql`ROW(ts_filter(e.vector, '{a}') @@ (SELECT query FROM asked),
  ts_rank_cd(e.vector, (SELECT query FROM asked), 1))`

/** The group of States behind the thing of an entry (`e`). */
const ATTRIBUTION = Prisma.sql`coalesce(
  (SELECT p."attributionId" FROM "Proposal" p WHERE p.id = e."subjectId"),
  (SELECT m."attributionId" FROM "Amendment" m WHERE m.id = e."subjectId"),
  (SELECT c."attributionId" FROM "Comment" c WHERE c.id = e."subjectId"))`

/**
 * The entries that the words find, or that have the typed number or symbol, of each audience to which the actor
 * belongs: each by the index of its audience.
 */
function foundSql({ group, sessions }: Reach, words: string): Prisma.Sql {
  const audiences = [Prisma.sql`e.audience = 'public'`]
  if (group) audiences.push(Prisma.sql`e.audience = 'group'`)
  if (sessions === 'all') audiences.push(Prisma.sql`e.audience = 'session'`)
  else if (sessions.length > 0)
    audiences.push(
      Prisma.sql`e.audience = 'session' AND e."sessionId" = ANY (${[...sessions]}::uuid[])`,
    )
  const columns = Prisma.sql`e."subjectId", e.kind, e."sessionId", e."agendaItemId", e."entityIds", e.language, e.at, e.place`
  const label = Prisma.sql`(SELECT label FROM asked)`
  // The last part of a symbol names a document too: “L.1”.
  const symbolEnd = `/${withoutNul(words).trim().toUpperCase()}`
  return Prisma.join(
    audiences.flatMap((audience) => [
      // A list or a document is named by the end of its symbol too, without that of the parent body.
      Prisma.sql`SELECT ${columns}, coalesce(e.kind IN ('list', 'document') AND length(${label}) > 5
          AND e.label LIKE '%' || ${label}, false)
          OR e.kind = 'document' AND ${symbolEnd} ~ '[A-Z]' AND right(upper(e.printed), ${symbolEnd.length}::int) = ${symbolEnd} AS exact
        FROM "SearchEntry" e WHERE ${audience} AND e.vector @@ (SELECT query FROM asked)
          AND e.label IS DISTINCT FROM ${label}`,
      Prisma.sql`SELECT ${columns}, true FROM "SearchEntry" e WHERE ${audience} AND e.label = ${label}`,
    ]),
    ' UNION ALL ',
  )
}

function narrowSql({ session, agenda, state, language }: SearchFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (session)
    conditions.push(
      Prisma.sql`f."sessionId" = (SELECT id FROM "Session" WHERE slug = ${withoutNul(session)})`,
    )
  if (session && agenda)
    conditions.push(Prisma.sql`f."agendaItemId" = (SELECT a.id FROM "AgendaItem" a
      JOIN "Session" s ON s.id = a."sessionId" WHERE s.slug = ${withoutNul(session)} AND a.number || a.letter = ${agenda})`)
  if (state)
    conditions.push(Prisma.sql`f."entityIds" && ARRAY(SELECT id FROM "Entity"
      WHERE name = ${withoutNul(state)})`)
  if (language) conditions.push(Prisma.sql`f.language = ${language}`)
  return Prisma.join(conditions, ' AND ')
}

const withoutNul = (typed: string): string => typed.replaceAll('\0', '')
