import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { proposalsOfSql } from '@/lib/proposals/withdrawal/stands-for'
import type { OurChange } from './views'

/**
 * The changes to the contributions of the actor's delegations, at every stock-taking in which they have a place, since
 * this person's last look: an outcome, a link, a wording or a corrigendum of their items, an answer to their amendments
 * or comments. The latest first. The home desk counts what the page lists.
 */
export const listOurChanges = (
  actor: SignedIn,
): Promise<(OurChange & { sessionId: string; delegationId: string })[]> => {
  const places = actor.memberships
    .filter((place) => membershipIn(actor, place.sessionId) === place)
    .map(({ delegationId }) => delegationId)
  return db.$queryRaw`
    WITH place AS (
      SELECT d.id, d."sessionId", d."entityId", s."groupId", l.id AS list,
        coalesce(looked."lookedAt", l."createdAt") AS since
      FROM "Delegation" d
      JOIN "Session" s ON s.id = d."sessionId"
      JOIN "ConsolidatedList" l ON l."sessionId" = s.id
      LEFT JOIN "LastLooked" looked
        ON looked."delegationId" = d.id AND looked."personId" = ${actor.personId}::uuid
      WHERE d.id = ANY (${places}::uuid[])),
    mine AS (
      SELECT place.*, d.id AS delegation FROM place
      JOIN "Delegation" d ON d."entityId" = place."entityId"
      JOIN "Session" s ON s.id = d."sessionId" AND s."groupId" = place."groupId"),
    proposed AS (
      SELECT DISTINCT m.id, stood.id AS proposal FROM mine m
      CROSS JOIN LATERAL ${proposalsOfSql(Prisma.sql`m.delegation`)} AS stood(id)),
    item AS (
      SELECT DISTINCT place.*, ip."itemId" AS item FROM place
      JOIN proposed ON proposed.id = place.id
      JOIN "ItemProposal" ip ON ip."proposalId" = proposed.proposal),
    change AS (
      SELECT i.id, 'item' AS kind, i.item AS subject, greatest(o.at, k.at, t.at, c.at) AS at
      FROM item i
      LEFT JOIN LATERAL (SELECT max(greatest("decidedAt", "supersededAt")) AS at,
          bool_or("supersededAt" IS NULL) AS given,
          bool_or("decidedAt" <= i.since AND "supersededAt" > i.since) AS lost
        FROM "Outcome" WHERE "listId" = i.list AND "itemId" = i.item) o ON true
      LEFT JOIN LATERAL (SELECT max(greatest("linkedAt", "unlinkedAt")) AS at FROM "Lineage"
        WHERE "listId" = i.list AND "itemId" = i.item) k ON true
      LEFT JOIN LATERAL (SELECT max(w."createdAt") AS at FROM "Lineage" l
        JOIN "ConsolidatedText" w ON w."itemId" = l."consolidatedItemId"
        WHERE l."listId" = i.list AND l."itemId" = i.item AND l."unlinkedAt" IS NULL) t ON true
      LEFT JOIN LATERAL (SELECT max(r."issuedAt") AS at FROM "Lineage" l
        JOIN "Corrigendum" r ON r."itemId" = l."consolidatedItemId"
        WHERE l."listId" = i.list AND l."itemId" = i.item AND l."unlinkedAt" IS NULL) c ON true
      -- An outcome that came and went meanwhile was never seen, and is not missed.
      WHERE o.given OR o.lost
      UNION ALL
      SELECT m.id, 'amendment', a.id, greatest(max(e."decidedAt"), max(w."answeredAt"))
      FROM mine m JOIN "Amendment" a ON a."delegationId" = m.delegation AND a."withdrawnAt" IS NULL
      LEFT JOIN "AmendmentDecision" e ON e."amendmentId" = a.id
      LEFT JOIN "AmendmentAnswer" w ON w."amendmentId" = a.id
        AND w."delegationId" IS DISTINCT FROM a."delegationId"
      GROUP BY m.id, a.id
      UNION ALL
      SELECT m.id, 'comment', c.id, max(r."releasedAt")
      FROM mine m JOIN "Comment" c ON c."delegationId" = m.delegation
        AND c."replacedById" IS NULL AND c."withdrawnAt" IS NULL
      JOIN "Comment" r ON r."parentId" = c.id AND r."delegationId" <> c."delegationId"
        AND r."replacedById" IS NULL AND r."withdrawnAt" IS NULL
      GROUP BY m.id, c.id)
    SELECT place."sessionId", place.id AS "delegationId", change.kind, change.subject AS id, change.at
    FROM change JOIN place ON place.id = change.id
    WHERE change.at > place.since
    ORDER BY change.at DESC, change.subject`
}
