import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { lockRows } from '@/lib/db/row-locks'
import type { Actor } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { recall, type Remembered, rememberedSchema } from '@/lib/text/weave/decisions'
import type { TextDocument } from '@/lib/text/document/document'
import type { Decision } from '@/lib/text/weave/join'
import { decidedFor, type Desk, deskOf, recallMoved, type ActiveAmendment } from './desk'
import { type AmendedProposal, canDecideAmendments } from '@/lib/amendments/policy'
import { readDocument } from '@/lib/text/document/stored'
import { StoredReasons } from './schema'

/** The author delegation's decisions so far about the amendments of its text. */
type JoiningView = {
  id: string
  /** The revision that is joined into the next one. */
  baseNumber: number
  version: number
  decisions: Remembered
  reasons: Record<string, string>
  writtenBy: string
  updatedAt: Date
}

type Joined = AmendedProposal & { id: string }

/**
 * The living joining of a proposal, the latest base first, or null. The author delegation's own; for
 * anybody else there is none, as there is none of which one could know.
 */
export async function findJoining(actor: Actor, proposal: Joined): Promise<JoiningView | null> {
  assertFound(canDecideAmendments(actor, proposal))
  const row = await db.joining.findFirst({
    where: { proposalId: proposal.id, submittedAt: null },
    orderBy: { baseNumber: 'desc' },
  })
  if (!row) return null
  const { id, baseNumber, version, updatedAt, updatedById } = row
  const writer = await db.person.findUniqueOrThrow({
    where: { id: updatedById },
    select: { name: true },
  })
  const decisions = readDecisions(row.decisions)
  const reasons = StoredReasons.parse(row.reasons)
  return { id, baseNumber, version, decisions, reasons, writtenBy: writer.name, updatedAt }
}

/** The amendments that wait for an answer, for the author delegation. */
export async function listActiveAmendments(
  actor: Actor,
  proposal: Joined,
): Promise<ActiveAmendment[]> {
  assertFound(canDecideAmendments(actor, proposal))
  return activeAmendmentsOf(db, proposal.id)
}

/** The desk for the author delegation: the saved decisions, beside the changes of the present text. */
export async function readJoiningDesk(
  actor: Actor,
  session: { id: string },
  proposal: { id: string; delegationId: string; currentNumber: number; body: TextDocument } & {
    language: string
  },
): Promise<ReadDesk> {
  const { id, delegationId, currentNumber, body, language } = proposal
  const joined = { id, sessionId: session.id, authorDelegationId: delegationId }
  const [active, joining] = await Promise.all([
    listActiveAmendments(actor, joined),
    findJoining(actor, joined),
  ])
  const desk = deskOf({ number: currentNumber, body }, active, language)
  const decisions = joining?.decisions ?? []
  if (joining && joining.baseNumber !== currentNumber) {
    const movedDecisions = recallMoved(desk.segments, decisions)
    return { desk, decisions: movedDecisions, joining: null, movedFrom: joining.baseNumber }
  }
  return { desk, decisions: recall(desk.segments, decisions), joining, movedFrom: null }
}

type ReadDesk = {
  desk: Desk
  decisions: (Decision | null)[]
  joining: JoiningView | null
  /** The revision of the decisions, if it is no longer the present one. */
  movedFrom: number | null
}

/** The decisions, with all changes of these amendments taken, or left out. */
export async function decideAllOf(
  actor: Actor,
  { proposalId, decisions }: { proposalId: string; decisions: Remembered },
  ids: readonly string[],
  how: 'take' | 'keep',
): Promise<Remembered> {
  const place = await getJoiningPlace(actor, proposalId)
  const { desk } = await readJoiningDesk(actor, { id: place.sessionId }, place)
  return decidedFor(desk, decisions, ids, how)
}

/** The place of the desk of a proposal, and the text that is revised there; for its authors alone. */
export async function getJoiningPlace(actor: Actor, proposalId: string): Promise<JoiningPlace> {
  const proposal = orNotFound(
    await db.proposal.findUnique({
      where: { id: proposalId },
      include: { session: { select: { slug: true } } },
    }),
  )
  const { currentNumber } = proposal
  const revision = await db.revision.findUniqueOrThrow({
    where: { proposalId_number: { proposalId, number: currentNumber } },
    select: { body: true },
  })
  const place = {
    id: proposalId,
    sessionId: proposal.sessionId,
    slug: proposal.session.slug,
    number: proposal.number,
    delegationId: proposal.delegationId,
    currentNumber,
    body: readDocument(revision.body),
    language: proposal.originalLanguage,
  }
  const { sessionId, delegationId: authorDelegationId } = place
  assertFound(canDecideAmendments(actor, { sessionId, authorDelegationId }))
  return place
}

type JoiningPlace = {
  id: string
  sessionId: string
  slug: string
  number: number
  delegationId: string
  currentNumber: number
  body: TextDocument
  language: string
}

/** Stored decisions; an invalid one counts as undecided. */
export const readDecisions = (stored: unknown): Remembered =>
  rememberedSchema.safeParse(stored).data ?? []

/** Like `activeAmendmentsOf`, with the amendments locked until the act ends. */
export async function lockActiveAmendments(tx: Tx, proposalId: string): Promise<ActiveAmendment[]> {
  const amendments = await tx.amendment.findMany({ where: { proposalId }, select: { id: true } })
  await lockRows(
    tx,
    'Amendment',
    amendments.map(({ id }) => id),
    'share',
  )
  return activeAmendmentsOf(tx, proposalId)
}

/** Changes that await the authors' decision: to the text itself, each in its latest version. */
export const WAITING = {
  withdrawnAt: null,
  amendsId: null,
  replacedBy: null,
  decisions: { none: {} },
} satisfies Prisma.AmendmentWhereInput

/** The amendments without a decision. Unchecked: the caller must have authorized the actor. */
export const activeAmendmentsOf = (reader: Tx, proposalId: string): Promise<ActiveAmendment[]> =>
  amendmentsWithBase(reader, { proposalId, ...WAITING })

/** Amendments with the text that each was made on. Unchecked, as above. */
export async function amendmentsWithBase(
  reader: Tx,
  where: Prisma.AmendmentWhereInput & { proposalId: string },
): Promise<ActiveAmendment[]> {
  const amendments = await reader.amendment.findMany({
    where,
    orderBy: { number: 'asc' },
    include: {
      delegation: { select: { name: true } },
      coSponsorships: {
        where: { leftAt: null },
        orderBy: { delegation: { sortKey: 'asc' } },
        select: { delegation: { select: { name: true } } },
      },
    },
  })
  if (amendments.length === 0) return []
  const revisions = await reader.revision.findMany({
    where: { proposalId: where.proposalId },
    select: { number: true, body: true },
  })
  const bodies = new Map(revisions.map(({ number, body }) => [number, readDocument(body)]))
  return amendments.map((amendment) => ({
    id: amendment.id,
    number: amendment.number,
    revisionNumber: amendment.revisionNumber,
    baseBody: orNotFound(bodies.get(amendment.revisionNumber)),
    body: amendment.body as TextDocument,
    reason: amendment.reason,
    releasedAt: amendment.releasedAt,
    by: [
      amendment.delegation,
      ...amendment.coSponsorships.map((coSponsorship) => coSponsorship.delegation),
    ].map(({ name }) => name),
  }))
}
