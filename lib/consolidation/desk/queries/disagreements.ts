import 'server-only'
import { db } from '@/lib/db/client'
import type { StatedDisagreement } from '@/lib/consolidation/views'

/** The disagreements of delegations that stand, in the order of stating; for code that has decided who may ask. */
export const standingDisagreements = (listId: string) => db.$queryRaw<StatedDisagreement[]>`
  SELECT y.id, y."itemId", y."consolidatedItemId", y.wording, d.name AS "delegationName", y.text,
    y."statedAt"
  FROM "Disagreement" y JOIN "Delegation" d ON d.id = y."delegationId"
  WHERE y."listId" = ${listId}::uuid AND y."withdrawnAt" IS NULL
  ORDER BY y."statedAt", y.id`
