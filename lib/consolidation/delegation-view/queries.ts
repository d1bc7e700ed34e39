import 'server-only'
import { versions } from '@/lib/comments/threads'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { getSession } from '@/lib/sessions/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { proposalsOfSql } from '@/lib/proposals/withdrawal/stands-for'
import { listOurChanges } from './changes'
import type {
  OurAmendment,
  OurComment,
  OurItem,
  OurProposal,
  OursView,
  OwnDisagreement,
  Surviving,
} from './views'
import { isAside } from '@/lib/consolidation/kinds'
import { canReadOurs } from '@/lib/consolidation/policy'
import { NUMBER_COLUMNS } from '@/lib/consolidation/ledger/numbers'
import { readSources } from '@/lib/consolidation/desk/queries/source-queries'

/**
 * The session at which a delegation reads the outcomes of its contributions: the stock-taking itself, or, from another
 * session, the latest one of the group that is open and in which the actor takes part; else the requested session.
 */
export async function findStockTaking(actor: SignedIn, session: SessionView): Promise<SessionView> {
  if (session.kind === 'stockTaking') return session
  const stockTaking = await db.session.findFirst({
    where: {
      groupId: session.groupId,
      id: { in: actor.memberships.map(({ sessionId }) => sessionId) },
      consolidatedList: { isNot: null },
    },
    orderBy: { ordinal: 'desc' },
    select: { slug: true },
  })
  return stockTaking ? getSession(actor, stockTaking.slug) : session
}

/**
 * The outcome of every contribution of the actor's State or organisation, at every session of the group: only for its
 * own people at this session. The number of queries does not depend on the number of proposals.
 */
export async function getOurs(actor: SignedIn, session: SessionView): Promise<OursView> {
  assertFound(canReadOurs(actor, session.id))
  const place = orNotFound(membershipIn(actor, session.id))
  const [list, delegations, changes] = await Promise.all([
    db.consolidatedList.findUnique({
      where: { sessionId: session.id },
      select: { id: true, sessionId: true, version: true, adoptedAt: true },
    }),
    delegationsLike(place.delegationId),
    listOurChanges(actor),
  ])
  const [proposals, amendments, comments] = await Promise.all([
    proposalRows(delegations, list?.id ?? null),
    amendmentRows(delegations),
    commentRows(delegations),
  ])
  const itemIds = [
    ...new Set(proposals.flatMap(({ listedItems }) => listedItems.map(({ id }) => id))),
  ]
  const [sources, surviving, disagreements] = await Promise.all([
    readSources(session, itemIds),
    list ? survivingRows(list.id, itemIds) : [],
    list ? disagreementRows(list.id, itemIds, delegations) : [],
  ])
  const items = new Map(
    sources.map((source) => [source.id, ourItem(source, surviving, disagreements)]),
  )
  return {
    delegationName: place.delegationName,
    list: list && { sessionId: list.sessionId, adoptedAt: list.adoptedAt },
    opened: list !== null,
    adopted: list?.adoptedAt != null,
    version: list?.version ?? 0,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      covered: list && proposal.covered,
      items: proposal.listedItems.flatMap(({ id }) => items.get(id) ?? []),
    })),
    amendments,
    comments,
    changes: changes.filter((change) => change.sessionId === session.id),
  }
}

function ourItem(
  source: Awaited<ReturnType<typeof readSources>>[number],
  surviving: readonly Surviving[],
  disagreements: readonly OwnDisagreement[],
): OurItem {
  const own = disagreements.filter(({ itemId }) => itemId === source.id)
  const against = (consolidatedItemId: string | null) =>
    own.find((disagreement) => disagreement.consolidatedItemId === consolidatedItemId) ?? null
  return {
    ...source,
    disagreement: isAside(source.outcome) ? against(null) : null,
    former: own.filter(({ consolidatedItemId }) =>
      consolidatedItemId === null
        ? !isAside(source.outcome)
        : !source.uses.some(({ id }) => id === consolidatedItemId),
    ),
    surviving: source.uses.flatMap(({ id, taken, words }) => {
      const item = surviving.find((use) => use.id === id)
      return item ? [{ ...item, taken, words, disagreement: against(id) }] : []
    }),
  }
}

/** The delegations of the same State or organisation at all sessions of the group. */
async function delegationsLike(delegationId: string): Promise<string[]> {
  const { entityId, session } = await db.delegation.findUniqueOrThrow({
    where: { id: delegationId },
    select: { entityId: true, session: { select: { groupId: true } } },
  })
  const delegations = await db.delegation.findMany({
    where: { entityId, session: { groupId: session.groupId } },
    select: { id: true },
  })
  return delegations.map(({ id }) => id)
}

type ProposalRow = Omit<OurProposal, 'items' | 'covered'> & { covered: boolean }

const proposalRows = (delegations: readonly string[], listId: string | null) => db.$queryRaw<
  ProposalRow[]
>`
  SELECT p.id, s.slug AS "sessionSlug", s.ordinal AS "sessionOrdinal", p.number,
    d.name AS author, p."originalLanguage" AS language, coalesce(r.text, '') AS text,
    p."withdrawnAt", p."withdrawalReason", p."delegationId" = ANY (${delegations}::uuid[]) AS own,
    (SELECT max(c."revisionNumber") FROM "CoSponsorship" c WHERE c."proposalId" = p.id
      AND c."leftAt" IS NULL AND c."delegationId" = ANY (${delegations}::uuid[])) AS "coSponsored",
    p."currentNumber" AS current,
    EXISTS (SELECT 1 FROM "TakeOver" t WHERE t."proposalId" = p.id AND t."endedAt" IS NULL
      AND t."delegationId" = ANY (${delegations}::uuid[])) AS "takenOver",
    EXISTS (SELECT 1 FROM "PreliminaryList" l
      WHERE l."sessionId" = s.id AND l."issuedAt" IS NOT NULL) AS listed,
    EXISTS (SELECT 1 FROM "CoveredList" c JOIN "PreliminaryList" l ON l.id = c."preliminaryListId"
      WHERE c."consolidatedListId" = ${listId}::uuid AND l."sessionId" = s.id) AS covered,
    coalesce((SELECT json_agg(json_build_object('id', i.id, 'paragraph', i.paragraph,
        'letter', i.letter, 'importedNumber', i."importedNumber") ORDER BY h.position, i.position)
      FROM "ItemProposal" x
      JOIN "Item" i ON i.id = x."itemId"
      JOIN "ListHeading" h ON h.id = i."headingId"
      JOIN "PreliminaryList" l ON l.id = i."listId" AND l."issuedAt" IS NOT NULL
      WHERE x."proposalId" = p.id), '[]') AS "listedItems"
  FROM "Proposal" p
  JOIN "Session" s ON s.id = p."sessionId"
  JOIN "Delegation" d ON d.id = p."delegationId"
  LEFT JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
  WHERE p.id IN (
    SELECT id FROM ${proposalsOfSql(Prisma.sql`ANY (${delegations}::uuid[])`)} AS stood(id)
    UNION SELECT "proposalId" FROM "Amendment" WHERE "delegationId" = ANY (${delegations}::uuid[])
    UNION SELECT "proposalId" FROM "Comment" WHERE "delegationId" = ANY (${delegations}::uuid[]))
  ORDER BY s.ordinal, p.number`

async function amendmentRows(delegations: string[]): Promise<OurAmendment[]> {
  const amendments = await db.amendment.findMany({
    where: { delegationId: { in: delegations } },
    orderBy: [{ releasedAt: 'asc' }, { id: 'asc' }],
    include: {
      answers: { orderBy: { answeredAt: 'asc' }, select: { actingFor: true, text: true } },
      decisions: {
        orderBy: { revision: { number: 'desc' } },
        take: 1,
        select: { kind: true, reason: true, revision: { select: { number: true } } },
      },
    },
  })
  return amendments.map(({ decisions: [last], answers, ...amendment }) => ({
    id: amendment.id,
    proposalId: amendment.proposalId,
    number: amendment.number,
    releasedAt: amendment.releasedAt,
    withdrawnAt: amendment.withdrawnAt,
    decision: last?.kind ?? null,
    reason: last?.reason ?? '',
    revision: last?.revision.number ?? null,
    answers: answers.map(({ actingFor, text }) => ({ by: actingFor, text })),
  }))
}

async function commentRows(delegations: string[]): Promise<OurComment[]> {
  const comments = await db.comment.findMany({
    where: { delegationId: { in: delegations } },
    orderBy: [{ releasedAt: 'asc' }, { id: 'asc' }],
    include: {
      replies: {
        where: { replacedById: null, withdrawnAt: null },
        orderBy: { releasedAt: 'asc' },
        select: { text: true, delegation: { select: { name: true } } },
      },
    },
  })
  return versions(comments).map(({ latest, earlier }) => ({
    id: latest.id,
    proposalId: latest.proposalId,
    category: latest.category,
    position: latest.position,
    text: latest.text,
    releasedAt: latest.releasedAt,
    withdrawnAt: latest.withdrawnAt,
    answers: [...earlier, latest]
      .flatMap(({ replies }) => replies)
      .map(({ text, delegation }) => ({ by: delegation.name, text })),
  }))
}

const survivingRows = (listId: string, itemIds: readonly string[]) => db.$queryRaw<Surviving[]>`
  WITH listed AS (SELECT i.id, ${NUMBER_COLUMNS}
    FROM "ConsolidatedItem" i JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
    WHERE i."listId" = ${listId}::uuid AND i."deletedAt" IS NULL)
  SELECT c.id, h.title AS heading, n.paragraph, n.letter, c.language,
    coalesce(x.text, t.text) AS text, t.number AS wording, coalesce(x.reason, t.reason) AS reason,
    coalesce(x.number, 0) AS corrected, x."issuedAt" AS "correctedAt",
    coalesce(s.kind, 'pending') AS status
  FROM "ConsolidatedItem" c
  JOIN listed n ON n.id = c.id
  JOIN "ConsolidatedHeading" h ON h.id = c."headingId"
  JOIN "ConsolidatedText" t ON t."itemId" = c.id AND t.number = c."currentNumber"
  LEFT JOIN LATERAL (SELECT number, text, reason, "issuedAt" FROM "Corrigendum" WHERE "itemId" = c.id
    ORDER BY number DESC LIMIT 1) x ON true
  LEFT JOIN "ItemStatus" s ON s."itemId" = c.id AND s."supersededAt" IS NULL
  WHERE c.id IN (SELECT "consolidatedItemId" FROM "Lineage" WHERE "listId" = ${listId}::uuid
    AND "itemId" = ANY (${itemIds}::uuid[]) AND "unlinkedAt" IS NULL)`

const disagreementRows = (
  listId: string,
  itemIds: string[],
  delegations: string[],
): Promise<OwnDisagreement[]> =>
  db.disagreement.findMany({
    where: {
      listId,
      itemId: { in: itemIds },
      delegationId: { in: delegations },
      withdrawnAt: null,
    },
    select: {
      id: true,
      itemId: true,
      consolidatedItemId: true,
      wording: true,
      text: true,
      statedAt: true,
      delegationId: true,
    },
  })
