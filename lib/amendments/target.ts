import 'server-only'
import type { Tx } from '@/lib/db/client'
import { found, Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document'
import { toMarked } from '@/lib/text/marked'

/** The revision that an amendment is made on, and its proposal. */
export type Target = {
  proposalId: string
  sessionId: string
  slug: string
  number: number
  authorDelegationId: string
  withdrawn: boolean
  language: string
  body: TextDocument
  text: string
}

/**
 * The proposal and its revision, locked so that amendments of it are numbered one after another.
 * Refused as "not found" where there is none.
 */
export async function lockTarget(
  tx: Tx,
  { proposalId, revisionNumber }: { proposalId: string; revisionNumber: number },
): Promise<Target> {
  const rows = await tx.$queryRaw<Target[]>`
    SELECT p.id AS "proposalId", p."sessionId", s.slug, p.number,
      p."delegationId" AS "authorDelegationId", p."withdrawnAt" IS NOT NULL AS withdrawn,
      p."originalLanguage" AS language, r.body, r.text
    FROM "Proposal" p
    JOIN "Session" s ON s.id = p."sessionId"
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = ${revisionNumber}
    WHERE p.id = ${proposalId}::uuid
    FOR NO KEY UPDATE OF p`
  return found(rows[0])
}

/** Refuses an amendment that changes nothing: it must differ in words or in form. */
export function requireDifference(base: TextDocument, amended: TextDocument): void {
  if (toMarked(base) === toMarked(amended))
    throw new Refused('invalid', 'amendmentEqual', {}, 'text')
}
