import { Prisma } from '@/lib/db/generated/client'

// A proposal is withdrawn while its authors withdrew it and no other State has taken it over.

/** SQL: whether the proposal `p` is withdrawn. */
export const withdrawnSql = Prisma.sql`(p."withdrawnAt" IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM "TakeOver" t WHERE t."proposalId" = p.id AND t."endedAt" IS NULL))`

/** The `where` of proposals that are not withdrawn. */
export const notWithdrawn = {
  OR: [{ withdrawnAt: null }, { takeOvers: { some: { endedAt: null } } }],
} satisfies Prisma.ProposalWhereInput
