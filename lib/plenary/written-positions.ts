import 'server-only'
import { db } from '@/lib/db/client'
import { type StatedPosition, statedPositions } from '@/lib/comments/kinds'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { canReadConsolidated } from '@/lib/consolidation/policy'

/** A change that a State suggested to a proposal for which a source of the item stands. */
export type SourceAmendment = {
  id: string
  itemId: string
  sessionSlug: string
  proposalNumber: number
  number: number
  /** Its author, then those who joined it. */
  by: string[]
  reason: string
  language: string
  base: TextDocument
  body: TextDocument
  /** Its fate if its proposal was revised. */
  decision: 'accepted' | 'partly' | 'declined' | null
}

/** The position that a State stated last on a proposal, in a comment that counts. */
export type SourcePosition = {
  itemId: string
  position: StatedPosition
  delegationName: string
}

/** States' written positions on an item's sources, for those who take part in the session. */
export type WrittenPositions = { amendments: SourceAmendment[]; positions: SourcePosition[] }

/** The released amendments that stand and the positions in comments, of the sources of an item. */
export async function listWrittenPositions(
  actor: SignedIn,
  session: { id: string },
  consolidatedItemId: string,
): Promise<WrittenPositions> {
  assertFound(canReadConsolidated(actor, session.id))
  const [amendments, positions] = await Promise.all([
    db.$queryRaw<SourceAmendment[]>`
      SELECT a.id, k."itemId", s.slug AS "sessionSlug", p.number AS "proposalNumber", a.number,
        ARRAY[d.name] || coalesce((SELECT array_agg(e.name ORDER BY e."sortKey")
          FROM "AmendmentCoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
          WHERE c."amendmentId" = a.id AND c."leftAt" IS NULL), '{}') AS by,
        a.reason, p."originalLanguage" AS language, r.body AS base, a.body,
        (SELECT x.kind::text FROM "AmendmentDecision" x JOIN "Revision" v ON v.id = x."revisionId"
          WHERE x."amendmentId" = a.id ORDER BY v.number DESC LIMIT 1) AS decision
      FROM "Lineage" k
      JOIN "ConsolidatedList" l ON l.id = k."listId" AND l."sessionId" = ${session.id}::uuid
      JOIN "ItemProposal" i ON i."itemId" = k."itemId"
      JOIN "Proposal" p ON p.id = i."proposalId"
      JOIN "Session" s ON s.id = p."sessionId"
      JOIN "Amendment" a ON a."proposalId" = p.id AND a."withdrawnAt" IS NULL AND a."amendsId" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Amendment" v WHERE v."replacesId" = a.id)
      JOIN "Delegation" d ON d.id = a."delegationId"
      JOIN "Revision" r ON r."proposalId" = p.id AND r.number = a."revisionNumber"
      WHERE k."consolidatedItemId" = ${consolidatedItemId}::uuid AND k."unlinkedAt" IS NULL
      ORDER BY s.ordinal, p.number, a.number`,
    db.$queryRaw<SourcePosition[]>`
      SELECT * FROM (
        SELECT DISTINCT ON (k."itemId", d.id) k."itemId", c.position, d.name AS "delegationName",
          d."sortKey"
        FROM "Lineage" k
        JOIN "ConsolidatedList" l ON l.id = k."listId" AND l."sessionId" = ${session.id}::uuid
        JOIN "ItemProposal" i ON i."itemId" = k."itemId"
        JOIN "Comment" c ON c."proposalId" = i."proposalId"
          AND c.position = ANY (${[...statedPositions]}::"CommentPosition"[])
          AND c."replacedById" IS NULL AND c."withdrawnAt" IS NULL
        JOIN "Delegation" d ON d.id = c."delegationId"
        WHERE k."consolidatedItemId" = ${consolidatedItemId}::uuid AND k."unlinkedAt" IS NULL
        ORDER BY k."itemId", d.id, c."releasedAt" DESC) last
      ORDER BY last."sortKey"`,
  ])
  return { amendments, positions }
}
