import { Prisma } from '@/lib/db/generated/client'
import { type OnBehalf, onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { attributionOf, onBehalfSql } from '@/lib/sessions/attribution/view'

/** A proposal of an item: its author, and its group of States. */
export type MadeFor = { delegationName: string; onBehalf: OnBehalf | null }

/** Names of States as they print, each with the groups for which that State made the proposals. */
export const namesWithGroups = (
  names: readonly string[],
  proposals: readonly MadeFor[],
): string[] =>
  names.map((name) => {
    const groups = proposals.flatMap(({ delegationName, onBehalf }) =>
      delegationName === name && onBehalf ? onBehalfOf(onBehalf) : [],
    )
    return groups.length > 0 ? `${name} (${[...new Set(groups)].join('; ')})` : name
  })

/** A column: the proposals of the issued item with that id that were made for a group, as it stood when the list was issued. */
export const madeForSql = (itemId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('delegationName', a.name, 'onBehalf', ${onBehalfSql(
    attributionOf('p'),
    Prisma.sql`l."issuedAt"`,
  )})), '[]')
    FROM "ItemProposal" x JOIN "Proposal" p ON p.id = x."proposalId" AND p."attributionId" IS NOT NULL
    JOIN "Delegation" a ON a.id = p."delegationId"
    JOIN "Item" y ON y.id = x."itemId" JOIN "PreliminaryList" l ON l.id = y."listId"
    WHERE x."itemId" = ${itemId})`
