import 'server-only'
import { read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { placesSql } from '@/lib/db/search-sql'
import { type Actor, membershipIn, takesPart } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import type { ProposalKind } from '@/lib/proposals/kinds'
import { type News, newsSql, visitSql } from '@/lib/proposals/visits/news-sql'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { attributionOf, onBehalfSql } from '@/lib/sessions/attribution/view'
import { isFiltering, type ProposalFilter } from './filter'
import { askedSql, filterSql, listedSql, orders, ordersByNumber, type Place } from './filter-sql'

export const PAGE_LENGTH = 50

/** A submitted proposal as one line of the list. */
export type ProposalSummary = {
  number: number
  kind: ProposalKind
  language: string
  delegationName: string
  /** The State that took it over after its authors withdrew it. */
  takenOverBy: string | null
  /** The group of States for which it was submitted. */
  onBehalf: OnBehalf | null
  /** "2" or "2b"; null if the proposal stands under no item. */
  agenda: string | null
  text: string
  revision: number
  withdrawn: boolean
  listed: boolean
  /** Those that have not left, each with the revision to which it agreed. */
  coSponsors: { name: string; revision: number }[]
  /** Suggested changes that were released and not withdrawn. */
  changes: number
  comments: number
  /** News to the reader since their last visit. */
  news: News | null
  /** The places of the searched words (lib/text/search/marks.ts). */
  places?: number[]
}

type ProposalList = {
  proposals: ProposalSummary[]
  /** Counts of the matching proposals and of all. */
  matching: number
  total: number
  agenda: { item: string; title: string }[]
  /** Names of the delegations that made a proposal. */
  delegations: string[]
}

/**
 * One page of the submitted proposals of a session, with the options of the filter, in two queries; empty for a person
 * who takes no part in the group. The queries do not read the table of drafts.
 */
export async function listProposals(
  actor: Actor,
  session: Place,
  filter: ProposalFilter,
): Promise<ProposalList> {
  if (!takesPart(actor))
    return { proposals: [], matching: 0, total: 0, agenda: [], delegations: [] }
  const [rows, about] = await Promise.all([
    read<ProposalSummary & { matching: number }>(pageSql(actor, session, filter)),
    read<Pick<ProposalList, 'total' | 'agenda' | 'delegations'>>`
      SELECT s."lastProposalNumber" AS total,
        (SELECT coalesce(json_agg(json_build_object('item', a.number || a.letter, 'title', a.title)
          ORDER BY a.number, a.letter), '[]') FROM "AgendaItem" a
          WHERE a."sessionId" = s.id AND a.kind IN ('substantive', 'other')) AS agenda,
        ARRAY(SELECT d.name FROM "Delegation" d, LATERAL (SELECT 1 FROM "Proposal" p
          WHERE p."sessionId" = s.id AND p."delegationId" = d.id LIMIT 1) proposed
          WHERE d."sessionId" = s.id ORDER BY d."sortKey") AS delegations
      FROM "Session" s WHERE s.id = ${session.id}::uuid`,
  ])
  const { total, agenda, delegations } = orNotFound(about[0])
  const matching = isFiltering(filter) ? await matchingOf(rows, actor, session, filter) : total
  const proposals = rows.map(({ matching: _matching, ...proposal }) => proposal)
  return { proposals, matching, total, agenda, delegations }
}

/** Each row of a page says how many pass the filter; a page past the last has none that could. */
async function matchingOf(
  rows: readonly { matching: number }[],
  actor: Actor,
  session: Place,
  filter: ProposalFilter,
): Promise<number> {
  if (rows[0] || filter.page === 1) return rows[0]?.matching ?? 0
  const [total] = await read<{ count: number }>`
    ${filter.words ? askedSql(filter.words) : Prisma.empty}
    SELECT count(*)::int FROM "Proposal" p WHERE ${filterSql(actor, session, filter)}`
  return total!.count
}

/**
 * The chosen fifty first, by their narrow rows and their order; only then the columns of each line. The first page has
 * literal lengths instead of parameters, so that one plan serves every reader.
 */
function pageSql(actor: Actor, session: Place, filter: ProposalFilter) {
  const joins = Prisma.sql`
    JOIN "Delegation" d ON d.id = p."delegationId" LEFT JOIN "AgendaItem" a ON a.id = p."agendaItemId"`
  const order = orders[filter.sort]
  const skipped = (filter.page - 1) * PAGE_LENGTH
  return Prisma.sql`${filter.words ? askedSql(filter.words) : Prisma.empty}
    SELECT p.number, p.kind, p."originalLanguage" AS language, d.name AS "delegationName",
      a.number || a.letter AS agenda, p."currentNumber" AS revision,
      ${filter.words ? Prisma.sql`r.text` : Prisma.sql`left(r.text, 300) AS text`},
      ${onBehalfSql(attributionOf('p'))} AS "onBehalf",
      CASE WHEN p."withdrawnAt" IS NOT NULL THEN (SELECT e.name FROM "TakeOver" t
        JOIN "Delegation" e ON e.id = t."delegationId"
        WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) END AS "takenOverBy",
      ${withdrawnSql} AS withdrawn, ${listedSql(actor, session)} AS listed,
      ${newsSql(membershipIn(actor, session.id)?.delegationId ?? null)} AS news,
      (SELECT coalesce(json_agg(json_build_object('name', e.name, 'revision', c."revisionNumber")), '[]')
        FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
        WHERE c."proposalId" = p.id AND c."leftAt" IS NULL) AS "coSponsors",
      (SELECT count(*)::int FROM "Amendment" m
        WHERE m."proposalId" = p.id AND m."withdrawnAt" IS NULL) AS changes,
      (SELECT count(*)::int FROM "Comment" c WHERE c."proposalId" = p.id
        AND c."replacedById" IS NULL AND c."withdrawnAt" IS NULL) AS comments, p.matching
      ${filter.words ? Prisma.sql`, (SELECT ${placesSql} FROM "SearchEntry" e WHERE e."subjectId" = p.id) AS places` : Prisma.empty}
    FROM (
      SELECT p.id, p.number, p.kind, p."originalLanguage", p."delegationId", p."agendaItemId",
        p."currentNumber", p."withdrawnAt", p.source, p."attributionId",
        ${isFiltering(filter) ? Prisma.sql`(count(*) OVER ())::int` : Prisma.sql`0`} AS matching
      FROM "Proposal" p ${ordersByNumber(filter) ? Prisma.empty : joins}
      WHERE ${filterSql(actor, session, filter)} ORDER BY ${order}
      LIMIT ${Prisma.raw(`${PAGE_LENGTH}`)} ${skipped > 0 ? Prisma.sql`OFFSET ${skipped}::int` : Prisma.empty}
    ) p ${joins}
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
    ${visitSql(actor.personId)}
    ORDER BY ${order}`
}
