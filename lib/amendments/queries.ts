import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type Actor, placeIn, takesPart } from '@/lib/delegations/actor'
import { asId, found } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'

/** A released amendment as everybody who takes part reads it. */
export type AmendmentView = {
  id: string
  number: number
  delegationId: string
  delegationName: string
  /** Delegations that joined it and have not left. */
  coSponsors: { delegationId: string; name: string }[]
  revisionNumber: number
  body: TextDocument
  text: string
  reason: string
  releasedAt: Date
  withdrawnAt: Date | null
  withdrawalReason: string
  answers: { id: string; actingFor: string; text: string; answeredAt: string }[]
  /** What became of it in the revisions that joined amendments. */
  decisions: { revision: number; kind: 'accepted' | 'partly' | 'declined'; reason: string }[]
}

/** The released amendments of a proposal in their order, withdrawn ones too; none for a visitor. */
export async function listAmendments(actor: Actor, proposalId: string): Promise<AmendmentView[]> {
  if (!takesPart(actor)) return []
  return db.$queryRaw<AmendmentView[]>(amendmentsSql(proposalId, Prisma.empty))
}

/** One of them by its number; a visitor is answered as if there were none. */
export async function getAmendment(
  actor: Actor,
  proposalId: string,
  number: number,
): Promise<AmendmentView> {
  const rows = takesPart(actor)
    ? await db.$queryRaw<AmendmentView[]>(
        amendmentsSql(proposalId, Prisma.sql`AND a.number = ${number}`),
      )
    : []
  return found(rows[0])
}

const amendmentsSql = (proposalId: string, more: Prisma.Sql) => Prisma.sql`
  SELECT a.id, a.number, a."delegationId", d.name AS "delegationName", a."revisionNumber", a.body,
    a.text, a.reason, a."releasedAt", a."withdrawnAt",
    a."withdrawalReason",
    coalesce((SELECT json_agg(json_build_object('delegationId', c."delegationId", 'name', e.name)
        ORDER BY e."sortKey")
      FROM "AmendmentCoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
      WHERE c."amendmentId" = a.id AND c."leftAt" IS NULL), '[]') AS "coSponsors",
    coalesce((SELECT json_agg(json_build_object('id', w.id, 'actingFor', w."actingFor",
        'text', w.text, 'answeredAt', w."answeredAt") ORDER BY w."answeredAt", w.id)
      FROM "AmendmentAnswer" w WHERE w."amendmentId" = a.id), '[]') AS answers,
    coalesce((SELECT json_agg(json_build_object('revision', r.number, 'kind', x.kind,
        'reason', x.reason) ORDER BY r.number)
      FROM "AmendmentDecision" x JOIN "Revision" r ON r.id = x."revisionId"
      WHERE x."amendmentId" = a.id), '[]') AS decisions
  FROM "Amendment" a JOIN "Delegation" d ON d.id = a."delegationId"
  WHERE a."proposalId" = ${proposalId}::uuid ${more}
  ORDER BY a.number`

/** What the actor's own delegation writes on a proposal and has not released. */
export type AmendmentDraftView = {
  id: string
  revisionNumber: number
  body: TextDocument
  reason: string
  version: number
  writtenBy: string
  updatedAt: Date
}

/** Drafts of amendments: the actor's delegation's own, never another's. */
export async function listAmendmentDrafts(
  actor: Actor,
  proposal: { id: string; sessionId: string },
): Promise<AmendmentDraftView[]> {
  const place = placeIn(actor, proposal.sessionId)
  if (!place) return []
  return db.$queryRaw<AmendmentDraftView[]>`
    SELECT f.id, f."revisionNumber", f.body, f.reason, f.version, p.name AS "writtenBy",
      f."updatedAt"
    FROM "AmendmentDraft" f JOIN "Person" p ON p.id = f."updatedById"
    WHERE f."proposalId" = ${proposal.id}::uuid AND f."delegationId" = ${place.delegationId}::uuid
      AND f."releasedAt" IS NULL AND f."discardedAt" IS NULL
    ORDER BY f."createdAt"`
}

/** A draft of an amendment as its own delegation writes it. */
export type AmendmentDraftDetails = AmendmentDraftView & {
  /** The text that it changes. */
  baseBody: TextDocument
  /** The number that it got when it was released. */
  releasedAs: number | null
}

/** A draft of the actor's own delegation; any other is answered as one that does not exist. */
export async function getAmendmentDraft(
  actor: Actor,
  proposal: { id: string; sessionId: string },
  id: string | undefined,
): Promise<AmendmentDraftDetails> {
  const place = found(placeIn(actor, proposal.sessionId))
  const rows = await db.$queryRaw<AmendmentDraftDetails[]>`
    SELECT f.id, f."revisionNumber", f.body, f.reason, f.version, p.name AS "writtenBy",
      f."updatedAt", r.body AS "baseBody", a.number AS "releasedAs"
    FROM "AmendmentDraft" f JOIN "Person" p ON p.id = f."updatedById"
    JOIN "Revision" r ON r."proposalId" = f."proposalId" AND r.number = f."revisionNumber"
    LEFT JOIN "Amendment" a ON a.id = f.id
    WHERE f.id = ${asId(id)}::uuid AND f."proposalId" = ${proposal.id}::uuid
      AND f."delegationId" = ${place.delegationId}::uuid AND f."discardedAt" IS NULL`
  return found(rows[0])
}

/** The texts of a proposal's revisions by number, for those who take part. */
export async function listRevisionBodies(
  actor: Actor,
  proposalId: string,
): Promise<Map<number, TextDocument>> {
  if (!takesPart(actor)) return new Map()
  const rows = await db.revision.findMany({
    where: { proposalId },
    select: { number: true, body: true },
  })
  found(rows[0])
  return new Map(rows.map((row) => [row.number, row.body as TextDocument]))
}
