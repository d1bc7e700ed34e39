import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import type { ProposalFilter } from './filter'
import { termsSql, typedLabel, typedQuery } from '@/lib/db/search-sql'
import { canReadListInTheMaking } from '@/lib/sessions/policy'

/** The session in which a filter looks: enough to query its proposals. */
export type Place = { id: string }

/** The order of a list; `p` is the proposal, `d` its delegation, `a` its agenda item. */
export const orders: Record<ProposalFilter['sort'], Prisma.Sql> = {
  number: Prisma.sql`p.number`,
  newest: Prisma.sql`p.number DESC`,
  agenda: Prisma.sql`a.number, a.letter, p.number`,
  delegation: Prisma.sql`d."sortKey", p.number`,
}

/** Whether the order needs no more than the proposal's own row. */
export const ordersByNumber = ({ sort }: ProposalFilter): boolean =>
  sort === 'number' || sort === 'newest'

/** The condition on a session's proposals (`p`) that the filter keeps for this reader; words by `askedSql`. */
export function filterSql(actor: Actor, session: Place, filter: ProposalFilter): Prisma.Sql {
  const conditions = [Prisma.sql`p."sessionId" = ${session.id}::uuid`]
  if (filter.agenda)
    conditions.push(Prisma.sql`p."agendaItemId" = (SELECT a.id FROM "AgendaItem" a
      WHERE a."sessionId" = ${session.id}::uuid AND a.number || a.letter = ${filter.agenda})`)
  if (filter.delegation)
    conditions.push(Prisma.sql`p."delegationId" IN (SELECT d.id FROM "Delegation" d
      WHERE d."sessionId" = ${session.id}::uuid AND d.name = ${filter.delegation.replaceAll('\0', '')})`)
  if (filter.kind) conditions.push(Prisma.sql`p.kind = ${filter.kind}::"ProposalKind"`)
  if (filter.words) conditions.push(FOUND)
  if (filter.state) conditions.push(stateSql(actor, session, filter.state))
  return Prisma.join(conditions, ' AND ')
}

/** The start of the statement of a list with words: the words as `asked` and `terms`. */
export const askedSql = (words: string) => Prisma.sql`
  WITH asked AS MATERIALIZED (SELECT ${typedQuery(words)} AS query, nullif(${typedLabel(words)}, '') AS label),
  terms AS MATERIALIZED (${termsSql(Prisma.sql`(SELECT query FROM asked)`)})`

/** The proposals (`p`) that the words find in the index, or that have the typed number. */
const FOUND = Prisma.sql`p.id IN (SELECT e."subjectId" FROM "SearchEntry" e
    WHERE e.audience = 'group' AND e.kind = 'proposal' AND e.vector @@ (SELECT query FROM asked)
  UNION ALL SELECT e."subjectId" FROM "SearchEntry" e
    WHERE e.audience = 'group' AND e.kind = 'proposal' AND e.label = (SELECT label FROM asked))`

function stateSql(actor: Actor, session: Place, state: Exclude<ProposalFilter['state'], ''>) {
  const ownDelegationId = membershipIn(actor, session.id)?.delegationId ?? null
  const sql = {
    open: Prisma.sql`NOT ${withdrawnSql}`,
    withdrawn: withdrawnSql,
    listed: listedSql(actor, session),
    notListed: Prisma.sql`NOT ${withdrawnSql} AND NOT ${listedSql(actor, session)}`,
    ours: Prisma.sql`(p."delegationId" = ${ownDelegationId}::uuid OR EXISTS (SELECT 1 FROM "TakeOver" t
      WHERE t."proposalId" = p.id AND t."delegationId" = ${ownDelegationId}::uuid AND t."endedAt" IS NULL))`,
    coSponsored: Prisma.sql`EXISTS (SELECT 1 FROM "CoSponsorship" c WHERE c."proposalId" = p.id
      AND c."delegationId" = ${ownDelegationId}::uuid AND c."leftAt" IS NULL)`,
  }
  return sql[state]
}

/**
 * Whether a proposal (`p`) is listed. Those who make a list know it before the issue; everybody else knows it once it
 * is issued. PostgreSQL gathers the items of this session's list, so the condition names the session.
 */
export function listedSql(actor: Actor, session: Place): Prisma.Sql {
  const compiles = canReadListInTheMaking(actor, session.id)
  return Prisma.sql`EXISTS (SELECT 1 FROM "PreliminaryList" l
    JOIN "Item" i ON i."listId" = l.id JOIN "ItemProposal" ip ON ip."itemId" = i.id
    WHERE l."sessionId" = ${session.id}::uuid AND ip."proposalId" = p.id
      AND (l."issuedAt" IS NOT NULL OR ${compiles}))`
}
