import 'server-only'
import { read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { typedLabel, typedQuery } from '@/lib/db/search-sql'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound, Refused } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import type { DeskChoices, DeskFilter, DeskSource } from '@/lib/consolidation/views'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import {
  type MadeFor,
  madeForSql,
  namesWithGroups,
} from '@/lib/proposals/preliminary-list/item-names'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import { canReadDesk } from '@/lib/consolidation/policy'

/**
 * One page of the items of the lists that the stock-taking covers, oldest session first, and the number of matches: the
 * requested page, or the last one if there are no longer so many.
 */
export async function listSources(
  actor: SignedIn,
  session: SessionView,
  filter: DeskFilter,
  page = 1,
): Promise<{ sources: DeskSource[]; total: number; page: number }> {
  assertFound(canReadDesk(actor, session.id))
  const sources = await sourceRows(session, conditions(filter), page)
  if (sources.length > 0 || page === 1) return { sources, total: totalOf(sources), page }
  const total = totalOf(await sourceRows(session, conditions(filter), 1))
  return listSources(actor, session, filter, Math.max(1, Math.ceil(total / DESK_PAGE)))
}

const totalOf = (sources: readonly { matching: number }[]) => sources[0]?.matching ?? 0

/** The maximum of items of one act. */
const MOST_OF_ACT = 500

/** All items that match, on whichever page, up to as many as one act takes. */
export async function listMatching(
  actor: SignedIn,
  session: SessionView,
  filter: DeskFilter,
): Promise<DeskSource[]> {
  assertFound(canReadDesk(actor, session.id))
  return (await sourceRows(session, conditions(filter))).slice(0, MOST_OF_ACT)
}

/** The named preliminary items, in the order of their lists; one that is none is refused. */
export async function getSources(
  actor: SignedIn,
  session: SessionView,
  ids: readonly string[],
): Promise<DeskSource[]> {
  assertFound(canReadDesk(actor, session.id))
  const sources = await readSources(session, ids)
  if (sources.length !== new Set(ids).size) throw new Refused('not-found', 'notFound')
  return sources
}

/** The same for code that has checked the permission; unknown ids are left out. */
export const readSources = (session: SessionView, ids: readonly string[]) =>
  sourceRows(session, [Prisma.sql`i.id = ANY (${[...ids]}::uuid[])`])

/** Only a chosen filter becomes a condition, so that PostgreSQL never weighs an empty one. */
function conditions({ session, outcome, words, topic, state }: DeskFilter): Prisma.Sql[] {
  return [
    ...(session ? [Prisma.sql`s.slug = ${session}`] : []),
    ...(topic ? [Prisma.sql`h.title = ${topic}`] : []),
    ...(state
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM "ItemProposal" x
            WHERE x."itemId" = i.id AND ${state} = ANY (x.attribution))`,
        ]
      : []),
    ...(outcome ? [Prisma.sql`coalesce(o.kind::text, 'none') = ${outcome}`] : []),
    ...(words
      ? [
          Prisma.sql`i.id IN (SELECT e."subjectId" FROM "SearchEntry" e WHERE e.audience = 'public'
            AND e.kind = 'item' AND (e.vector @@ (SELECT ${typedQuery(words)})
              OR e.label = (SELECT nullif(${typedLabel(words)}, ''))))`,
        ]
      : []),
  ]
}

/**
 * The items of the lists that a stock-taking covers (`i`, heading `h`, session `s`), each with the outcome
 * `o` that it has in the consolidated list `l`. None before that list is opened.
 */
export const accumulated = (session: { id: string }) => Prisma.sql`
  FROM "ConsolidatedList" l
  JOIN "CoveredList" covered ON covered."consolidatedListId" = l.id
  JOIN "PreliminaryList" p ON p.id = covered."preliminaryListId"
  JOIN "Session" s ON s.id = p."sessionId"
  JOIN "Item" i ON i."listId" = p.id
  JOIN "ListHeading" h ON h.id = i."headingId"
  LEFT JOIN "Outcome" o ON o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL
  WHERE l."sessionId" = ${session.id}::uuid`

/** Their order: the oldest session first, each in the order of its list. */
export const BY_LIST = Prisma.sql`s.ordinal, h.position, i.position, i.id`

/** All that meet the conditions, or one page of them: found first, then read with all that the desk shows. */
async function sourceRows(
  session: SessionView,
  conditions: readonly Prisma.Sql[],
  page?: number,
): Promise<(DeskSource & { matching: number })[]> {
  const rows = await readRows(session, conditions, page)
  return rows.map(({ madeFor, ...source }) => ({
    ...source,
    attribution: namesWithGroups(source.attribution, madeFor),
  }))
}

const readRows = (session: SessionView, conditions: readonly Prisma.Sql[], page?: number) =>
  read<DeskSource & { matching: number; madeFor: MadeFor[] }>`
    WITH found AS (
      SELECT i.id, s.slug, s.ordinal, h.title, l.id AS "listId", o.id AS "outcomeId",
        (count(*) OVER ())::int AS matching,
        row_number() OVER (ORDER BY ${BY_LIST}) AS at
      ${accumulated(session)}
      ${conditions.length > 0 ? Prisma.sql`AND ${Prisma.join([...conditions], ' AND ')}` : Prisma.empty}
      ${page ? Prisma.sql`ORDER BY at LIMIT ${LIMIT} OFFSET ${(page - 1) * DESK_PAGE}` : Prisma.empty})
    SELECT i.id, f.slug AS "sessionSlug", f.ordinal AS "sessionOrdinal", f.title AS heading,
      i.paragraph, i.letter, i."importedNumber", i.kind, i.language, i.text, o.kind AS outcome,
      coalesce(o.reason, '') AS reason, o."decidedAt", coalesce(b.name, '') AS "decidedBy",
      (SELECT count(DISTINCT y."delegationId") FROM "Disagreement" y WHERE y."listId" = f."listId"
        AND y."itemId" = i.id AND y."withdrawnAt" IS NULL)::int AS disagreements,
      coalesce((SELECT array_agg(DISTINCT name) FROM "ItemProposal" x, unnest(x.attribution) AS name
        WHERE x."itemId" = i.id), '{}') AS attribution,
      ${madeForSql(Prisma.sql`i.id`)} AS "madeFor",
      coalesce((SELECT bool_and(${withdrawnSql}) FROM "ItemProposal" x
        JOIN "Proposal" p ON p.id = x."proposalId" WHERE x."itemId" = i.id), false) AS withdrawn,
      coalesce((SELECT array_agg(DISTINCT e.name) FROM "ItemProposal" x
        JOIN "TakeOver" t ON t."proposalId" = x."proposalId" AND t."endedAt" IS NULL
        JOIN "Delegation" e ON e.id = t."delegationId" WHERE x."itemId" = i.id), '{}') AS "takenOverBy",
      coalesce((SELECT json_agg(json_build_object('id', k."consolidatedItemId", 'taken', k.taken,
          'words', k.words) ORDER BY k."linkedAt") FROM "Lineage" k
        WHERE k."listId" = f."listId" AND k."itemId" = i.id AND k."unlinkedAt" IS NULL), '[]') AS uses,
      f.matching
    FROM found f
    JOIN "Item" i ON i.id = f.id
    LEFT JOIN "Outcome" o ON o.id = f."outcomeId"
    LEFT JOIN "Person" b ON b.id = o."decidedById"
    ORDER BY f.at`

// Literal digits in the statement, since PostgreSQL plans anew each time if the limit is a parameter.
const LIMIT = Prisma.raw(String(DESK_PAGE))

/** The choices of the filter of accumulated items, for readers of the desk. */
export async function getDeskChoices(actor: SignedIn, session: SessionView): Promise<DeskChoices> {
  assertFound(canReadDesk(actor, session.id))
  const [choices] = await read<DeskChoices>`
    WITH list AS (
      SELECT p.id, s.slug, s.ordinal FROM "ConsolidatedList" l
      JOIN "CoveredList" c ON c."consolidatedListId" = l.id
      JOIN "PreliminaryList" p ON p.id = c."preliminaryListId"
      JOIN "Session" s ON s.id = p."sessionId"
      WHERE l."sessionId" = ${session.id}::uuid)
    SELECT
      coalesce((SELECT json_agg(json_build_object('slug', slug, 'ordinal', ordinal)
        ORDER BY ordinal) FROM list), '[]') AS sessions,
      coalesce((SELECT array_agg(DISTINCT h.title ORDER BY h.title) FROM "ListHeading" h
        JOIN list ON list.id = h."listId"), '{}') AS topics,
      coalesce((SELECT array_agg(DISTINCT name ORDER BY name) FROM list
        JOIN "Item" i ON i."listId" = list.id JOIN "ItemProposal" x ON x."itemId" = i.id,
        unnest(x.attribution) AS name), '{}') AS states`
  return choices!
}
