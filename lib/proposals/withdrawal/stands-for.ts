import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

// Three kinds of delegations stand for a proposal, and are told what becomes of it: its author, its co-sponsors, and the
// State that took it over from its authors.

/** SQL: the ids of the delegations that stand for the proposal `p`. */
export const standForSql = Prisma.sql`(SELECT p."delegationId"
  UNION SELECT c."delegationId" FROM "CoSponsorship" c
    WHERE c."proposalId" = p.id AND c."leftAt" IS NULL
  UNION SELECT t."delegationId" FROM "TakeOver" t
    WHERE t."proposalId" = p.id AND t."endedAt" IS NULL)`

/** SQL: the ids of the proposals for which one of these delegations stands. */
export const proposalsOfSql = (delegations: Prisma.Sql) => Prisma.sql`(
  SELECT id FROM "Proposal" WHERE "delegationId" = ${delegations}
  UNION SELECT "proposalId" FROM "CoSponsorship"
    WHERE "delegationId" = ${delegations} AND "leftAt" IS NULL
  UNION SELECT "proposalId" FROM "TakeOver"
    WHERE "delegationId" = ${delegations} AND "endedAt" IS NULL)`

/** The `where` of the proposals for which such a delegation stands. */
export const standsFor = (delegation: Prisma.DelegationWhereInput) =>
  ({
    OR: [
      { delegation },
      { coSponsorships: { some: { leftAt: null, delegation } } },
      { takeOvers: { some: { endedAt: null, delegation } } },
    ],
  }) satisfies Prisma.ProposalWhereInput

/** The `where` of the delegations that stand for such a proposal. */
export const standingFor = (proposal: Prisma.ProposalWhereInput) =>
  ({
    OR: [
      { proposals: { some: proposal } },
      { coSponsorships: { some: { leftAt: null, proposal } } },
      { takeOvers: { some: { endedAt: null, proposal } } },
    ],
  }) satisfies Prisma.DelegationWhereInput

/** The columns of a proposal that name the delegations that stand for it. */
export const standing = {
  delegationId: true,
  coSponsorships: { where: { leftAt: null }, select: { delegationId: true } },
  takeOvers: { where: { endedAt: null }, select: { delegationId: true } },
} satisfies Prisma.ProposalSelect

/** The ids of the delegations that stand for a proposal. */
export const standingIds = ({
  delegationId,
  coSponsorships,
  takeOvers,
}: Prisma.ProposalGetPayload<{ select: typeof standing }>): string[] => [
  delegationId,
  ...[...coSponsorships, ...takeOvers].map((party) => party.delegationId),
]

/** The name of the State that took a proposal over from its authors; '' for none. */
export async function takerOf(tx: Tx, proposalId: string): Promise<string> {
  const taken = await tx.takeOver.findFirst({
    where: { proposalId, endedAt: null },
    select: { delegation: { select: { name: true } } },
  })
  return taken?.delegation.name ?? ''
}
