import { Prisma } from '@/lib/db/generated/client'

/** The kind of news to a person about a proposal, read before or not. */
export type News = 'unread' | 'revised' | 'said'

/** The join of the person's visit (`v`) to a proposal (`p`). */
export const visitSql = (personId: string | null) => Prisma.sql`
  LEFT JOIN "Visit" v ON v."proposalId" = p.id AND v."personId" = ${personId}::uuid`

/**
 * SQL: the news of a proposal (`p`) since the visit (`v`) of a person of this delegation. The delegation's own writing
 * is no news, and neither is an imported list.
 */
export const newsSql = (delegationId: string | null) => Prisma.sql`
  CASE WHEN v."personId" IS NULL
    THEN CASE WHEN p.source = 'imported' OR p."delegationId" = ${delegationId}::uuid THEN NULL ELSE 'unread' END
  WHEN v."revisionNumber" < p."currentNumber" THEN 'revised'
  WHEN EXISTS (SELECT 1 FROM "Comment" c WHERE c."proposalId" = p.id
      AND c."releasedAt" > v."visitedAt" AND c."delegationId" IS DISTINCT FROM ${delegationId}::uuid)
    OR EXISTS (SELECT 1 FROM "Amendment" m WHERE m."proposalId" = p.id
      AND m."releasedAt" > v."visitedAt" AND m."delegationId" IS DISTINCT FROM ${delegationId}::uuid) THEN 'said'
  END`
