import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { found, Refused } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'

/** The revision that an amendment is made on, and its proposal. */
export type Target = {
  proposalId: string
  sessionId: string
  slug: string
  number: number
  authorDelegationId: string
  withdrawn: boolean
  language: string
  /** The revision itself, and the latest one. */
  revisionNumber: number
  currentNumber: number
  body: TextDocument
}

/** Which revision of which proposal; null for the latest one. */
export type Aim = { proposalId: string; revisionNumber: number | null }

/** The proposal and its revision. Refused as "not found" where there is none. */
export async function findTarget(tx: Tx, aim: Aim): Promise<Target> {
  const rows = await tx.$queryRaw<Target[]>(targetSql(aim))
  return found(rows[0])
}

/** The same, locked so that amendments of the proposal are numbered one after another. */
export async function lockTarget(tx: Tx, aim: Aim): Promise<Target> {
  const rows = await tx.$queryRaw<Target[]>(Prisma.sql`${targetSql(aim)} FOR NO KEY UPDATE OF p`)
  return found(rows[0])
}

const targetSql = ({ proposalId, revisionNumber }: Aim) => Prisma.sql`
  SELECT p.id AS "proposalId", p."sessionId", s.slug, p.number,
    p."delegationId" AS "authorDelegationId", p."withdrawnAt" IS NOT NULL AS withdrawn,
    p."originalLanguage" AS language, r.number AS "revisionNumber", p."currentNumber", r.body
  FROM "Proposal" p
  JOIN "Session" s ON s.id = p."sessionId"
  JOIN "Revision" r ON r."proposalId" = p.id
    AND r.number = coalesce(${revisionNumber}::int, p."currentNumber")
  WHERE p.id = ${proposalId}::uuid`

/** Refuses an amendment that changes nothing: it must differ in words or in form. */
export function requireDifference(base: TextDocument, amended: TextDocument): void {
  if (toMarked(base) === toMarked(amended))
    throw new Refused('invalid', 'amendmentEqual', {}, 'body')
}
