import 'server-only'
import { db, read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { listedSql, type Place } from './search/filter-sql'
import type { ProposalKind } from './kinds'
import type { ProposalState } from './policy'
import { type LookRow, lookSql, readLook } from '@/lib/proposals/visits/look-sql'
import { visitSql } from '@/lib/proposals/visits/news-sql'
import type { Look } from '@/lib/proposals/visits/visit'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { attributionOf, onBehalfSql } from '@/lib/sessions/attribution/view'
import { readDocument } from '@/lib/text/document/stored'

/** One row of a proposal's history. */
export type RevisionLine = {
  number: number
  reason: string
  wordCount: number
  submittedAt: Date
}
export type CoSponsor = {
  delegationId: string
  name: string
  revision: number
  joinedAt: Date
}

/** A proposal as it stands, with the facts that its reader needs. */
export type ProposalView = ProposalState & {
  id: string
  number: number
  kind: ProposalKind
  language: string
  delegationName: string
  agenda: { item: string; title: string } | null
  imported: boolean
  submittedAt: Date
  currentNumber: number
  body: TextDocument
  text: string
  textHash: string
  explanation: string
  withdrawalReason: string
  /** The newest first. */
  revisions: RevisionLine[]
  /** Those that have not left. */
  coSponsors: CoSponsor[]
  /** Headings of the session's list under which it stands, if the reader may know the list. */
  listedUnder: string[]
  /** The number of released amendments, withdrawn ones too, and of those that await its authors' decision. */
  amendments: number
  openAmendments: number
  /** The number of comments on it that stand. */
  commentCount: number
  /** The number of the session's last proposal. */
  last: number
  agendaItemId: string | null
  /** The group of States for which it was submitted. */
  onBehalf: OnBehalf | null
  /** The State or organisation of the proposing delegation. */
  entityId: string
  /** This moment by the database's clock, and the reader's earlier visit to the proposal. */
  look: Look
}

/**
 * The proposal of that number, in one query, for participants of the group; for anyone else it is not found. Drafts of
 * the delegation are no part of it.
 */
export const getProposal = (actor: Actor, session: Place, number: number): Promise<ProposalView> =>
  getProposalWith(actor, session, number, Prisma.empty)

/** The same with `more` columns of the proposal (`p`), as a later capability reads them with it. */
export async function getProposalWith<More>(
  actor: Actor,
  session: Place,
  number: number,
  more: Prisma.Sql,
): Promise<ProposalView & More> {
  const rows = takesPart(actor)
    ? await read<ProposalRow & More>(proposalSql(actor, session, number, more))
    : []
  const { revisions, coSponsors, takenOver, look, ...proposal } = orNotFound(rows[0])
  return {
    ...proposal,
    look: readLook(look),
    takenOver: takenOver && { ...takenOver, at: new Date(takenOver.at) },
    body: readDocument(proposal.body),
    revisions: revisions.map((revision) => ({
      ...revision,
      submittedAt: new Date(revision.submittedAt),
    })),
    coSponsors: coSponsors.map((coSponsor) => ({
      ...coSponsor,
      joinedAt: new Date(coSponsor.joinedAt),
    })),
  } as ProposalView & More
}

type Dated<T, K extends keyof T> = Omit<T, K> & Record<K, string>
type ProposalRow = Omit<ProposalView, 'revisions' | 'coSponsors' | 'takenOver' | 'look'> & {
  look: LookRow
  takenOver: { delegationId: string; name: string; reason: string; at: string } | null
  revisions: Dated<RevisionLine, 'submittedAt'>[]
  coSponsors: Dated<CoSponsor, 'joinedAt'>[]
}

const proposalSql = (actor: Actor, session: Place, number: number, more: Prisma.Sql) => Prisma.sql`
  SELECT p.id, p."sessionId", p.number, p.kind, p."originalLanguage" AS language, p."delegationId",
    EXISTS (SELECT 1 FROM "PreliminaryList" l
      WHERE l."sessionId" = p."sessionId" AND l."issuedAt" IS NOT NULL) AS "listIssued",
    CASE WHEN EXISTS (SELECT 1 FROM "ItemProposal" x JOIN "Outcome" o ON o."itemId" = x."itemId"
        AND o."supersededAt" IS NULL
      JOIN "ConsolidatedList" l ON l.id = o."listId" AND l."adoptedAt" IS NOT NULL
      WHERE x."proposalId" = p.id) THEN 'adopted'
    WHEN EXISTS (SELECT 1 FROM "ItemProposal" x JOIN "Lineage" k ON k."itemId" = x."itemId"
        AND k."unlinkedAt" IS NULL
      JOIN "ItemStatus" s ON s."itemId" = k."consolidatedItemId" AND s."supersededAt" IS NULL
        AND s.kind = 'agreed'
      WHERE x."proposalId" = p.id) THEN 'agreed' ELSE 'undecided' END AS decided,
    d.name AS "delegationName", p.source = 'imported' AS imported, p."submittedAt",
    p."currentNumber", p."withdrawnAt", p."withdrawalReason",
    (SELECT json_build_object('delegationId', t."delegationId", 'name', e.name, 'reason', t.reason,
      'at', t."takenAt")
      FROM "TakeOver" t JOIN "Delegation" e ON e.id = t."delegationId"
      WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) AS "takenOver", s."lastProposalNumber" AS last,
    p."agendaItemId", d."entityId", ${onBehalfSql(attributionOf('p'))} AS "onBehalf", ${lookSql},
    CASE WHEN a.id IS NULL THEN NULL
      ELSE json_build_object('item', a.number || a.letter, 'title', a.title) END AS agenda,
    r.body, r.text, r."textHash", r.explanation,
    (SELECT json_agg(json_build_object('number', v.number, 'reason', v.reason,
        'wordCount', v."wordCount", 'submittedAt', v."submittedAt") ORDER BY v.number DESC)
      FROM "Revision" v WHERE v."proposalId" = p.id) AS revisions,
    (SELECT coalesce(json_agg(json_build_object('delegationId', e.id, 'name', e.name,
        'revision', c."revisionNumber", 'joinedAt', c."joinedAt") ORDER BY c."joinedAt", c.id), '[]')
      FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
      WHERE c."proposalId" = p.id AND c."leftAt" IS NULL) AS "coSponsors",
    CASE WHEN ${listedSql(actor, session)} THEN ARRAY(SELECT h.title FROM "ItemProposal" ip
      JOIN "Item" i ON i.id = ip."itemId" JOIN "ListHeading" h ON h.id = i."headingId"
      WHERE ip."proposalId" = p.id ORDER BY h.position, i.position)
      ELSE ARRAY[]::text[] END AS "listedUnder",
    (SELECT count(*)::int FROM "Amendment" m WHERE m."proposalId" = p.id) AS amendments,
    (SELECT count(*)::int FROM "Amendment" m WHERE m."proposalId" = p.id AND m."withdrawnAt" IS NULL
      AND m."amendsId" IS NULL AND NOT EXISTS (SELECT 1 FROM "Amendment" v WHERE v."replacesId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "AmendmentDecision" x WHERE x."amendmentId" = m.id)) AS "openAmendments",
    (SELECT count(*)::int FROM "Comment" m WHERE m."proposalId" = p.id
      AND m."replacedById" IS NULL AND m."withdrawnAt" IS NULL) AS "commentCount"
    ${more}
  FROM "Proposal" p
  JOIN "Session" s ON s.id = p."sessionId"
  JOIN "Delegation" d ON d.id = p."delegationId"
  LEFT JOIN "AgendaItem" a ON a.id = p."agendaItemId"
  JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
  ${visitSql(actor.personId)}
  WHERE p."sessionId" = ${session.id}::uuid AND p.number = ${number}`

/** A text of a proposal exactly as it was submitted. */
export type RevisionView = RevisionLine & {
  /** The arrival time of the request that submitted it: it decides whether the request was in time. */
  receivedAt: Date
  body: TextDocument
  text: string
  textHash: string
  explanation: string
}

/**
 * The asked-for revisions of a proposal, the earliest first; not found if one of them is missing or the reader takes no
 * part in the group.
 */
export async function getRevisions(
  actor: Actor,
  session: Place,
  number: number,
  numbers: readonly number[],
): Promise<RevisionView[]> {
  const rows = takesPart(actor)
    ? await db.$queryRaw<RevisionView[]>`
        SELECT r.number, r.reason, r."wordCount", r."submittedAt",
          coalesce(r."receivedAt", r."submittedAt") AS "receivedAt", r.body, r.text, r."textHash",
          r.explanation
        FROM "Revision" r JOIN "Proposal" p ON p.id = r."proposalId"
        WHERE p."sessionId" = ${session.id}::uuid AND p.number = ${number}
          AND r.number = ANY(${numbers}::int[])
        ORDER BY r.number`
    : []
  orNotFound(rows.length === new Set(numbers).size ? rows : null)
  return rows.map((row) => ({ ...row, body: readDocument(row.body) }))
}
