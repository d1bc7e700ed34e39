import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn, takesPart } from '@/lib/delegations/actor'
import { asId, orNotFound, Refused } from '@/lib/errors'
import { undoneFrom } from '@/lib/proposals/drafts/care-commands'
import type { TextDocument } from '@/lib/text/document/document'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import { readDocument } from '@/lib/text/document/stored'

/** A released amendment as everybody who takes part reads it. */
export type AmendmentView = {
  id: string
  number: number
  delegationId: string
  delegationName: string
  /** The group of States on whose behalf it was released. */
  onBehalf: OnBehalf | null
  /** Delegations that joined it and have not left. */
  coSponsors: { delegationId: string; name: string }[]
  revisionNumber: number
  body: TextDocument
  text: string
  reason: string
  releasedAt: Date
  withdrawnAt: Date | null
  withdrawalReason: string
  answers: { id: string; actingFor: string; text: string; answeredAt: Date }[]
  /** What became of it in the revisions that joined amendments. */
  decisions: { revision: number; kind: 'accepted' | 'partly' | 'declined'; reason: string }[]
  /** The amendment that it changes; null: it changes the text of the revision. */
  amends: Related | null
  /** Changes to it. */
  amendedBy: Related[]
  /** The version whose place it took, the change that it took in, and the version that took its place. */
  replaces: Related | null
  takesIn: Related | null
  replacedBy: Related | null
  /** The version of the other amendment that took it in. */
  takenInto: Related | null
}

/** Another amendment of the same proposal. */
export type Related = {
  number: number
  delegationId: string
  name: string
  withdrawn: boolean
  /** Whether it stands, in its latest version, and nobody decided about it. */
  open: boolean
  body: TextDocument
}

/** The released amendments of a proposal in their order, withdrawn ones too; none for a visitor. */
export async function listAmendments(actor: Actor, proposalId: string): Promise<AmendmentView[]> {
  if (!takesPart(actor)) return []
  const rows = await db.amendment.findMany({
    where: { proposalId },
    orderBy: { number: 'asc' },
    include: details,
  })
  return rows.map(viewOf)
}

/** One of them by its number; a visitor is answered as if there were none. */
export async function getAmendment(
  actor: Actor,
  proposalId: string,
  number: number,
): Promise<AmendmentView> {
  if (!takesPart(actor)) throw new Refused('not-found', 'notFound')
  const key = { proposalId_number: { proposalId, number } }
  return viewOf(orNotFound(await db.amendment.findUnique({ where: key, include: details })))
}

const related = {
  select: {
    number: true,
    delegationId: true,
    body: true,
    withdrawnAt: true,
    replacedBy: { select: { id: true } },
    decisions: { select: { kind: true } },
    delegation: { select: { name: true } },
  },
} as const

const details = {
  delegation: { select: { name: true } },
  attribution: { select: onBehalfFacts },
  coSponsorships: {
    where: { leftAt: null },
    orderBy: { delegation: { sortKey: 'asc' } },
    select: { delegationId: true, delegation: { select: { name: true } } },
  },
  answers: {
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    select: { id: true, actingFor: true, text: true, answeredAt: true },
  },
  decisions: {
    orderBy: { revision: { number: 'asc' } },
    select: { kind: true, reason: true, revision: { select: { number: true } } },
  },
  amends: related,
  amendedBy: { ...related, orderBy: { number: 'asc' } },
  replaces: related,
  takesIn: related,
  replacedBy: related,
  takenInto: related,
} satisfies Prisma.AmendmentInclude

type AmendmentRow = Prisma.AmendmentGetPayload<{ include: typeof details }>

const viewOf = (row: AmendmentRow): AmendmentView => ({
  id: row.id,
  number: row.number,
  delegationId: row.delegationId,
  delegationName: row.delegation.name,
  onBehalf: readOnBehalf(row.attribution),
  coSponsors: row.coSponsorships.map(({ delegationId, delegation }) => ({
    delegationId,
    name: delegation.name,
  })),
  revisionNumber: row.revisionNumber,
  body: row.body as TextDocument,
  text: row.text,
  reason: row.reason,
  releasedAt: row.releasedAt,
  withdrawnAt: row.withdrawnAt,
  withdrawalReason: row.withdrawalReason,
  answers: row.answers,
  decisions: row.decisions.map(({ revision, kind, reason }) => ({
    revision: revision.number,
    kind,
    reason,
  })),
  amends: relatedOf(row.amends),
  amendedBy: row.amendedBy.flatMap((change) => relatedOf(change) ?? []),
  replaces: relatedOf(row.replaces),
  takesIn: relatedOf(row.takesIn),
  replacedBy: relatedOf(row.replacedBy),
  takenInto: relatedOf(row.takenInto),
})

const relatedOf = (row: AmendmentRow['amends']): Related | null =>
  row && {
    number: row.number,
    delegationId: row.delegationId,
    open: row.withdrawnAt === null && !row.replacedBy && row.decisions.length === 0,
    name: row.delegation.name,
    withdrawn: row.withdrawnAt !== null,
    body: row.body as TextDocument,
  }

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
  const place = membershipIn(actor, proposal.sessionId)
  if (!place) return []
  const drafts = await db.amendmentDraft.findMany({
    where: {
      proposalId: proposal.id,
      delegationId: place.delegationId,
      releasedAt: null,
      discardedAt: null,
    },
    orderBy: { createdAt: 'asc' },
  })
  const writers = await db.person.findMany({
    where: { id: { in: drafts.map(({ updatedById }) => updatedById) } },
    select: { id: true, name: true },
  })
  return drafts.map((draft) =>
    draftView(draft, writers.find(({ id }) => id === draft.updatedById)?.name ?? ''),
  )
}

/** A draft that can still be put back. */
export type DiscardedAmendmentDraft = { id: string; body: TextDocument; discardedAt: Date }

/** What the actor's own delegation wrote on a proposal and discarded within the last day, the latest first. */
export async function listDiscardedAmendmentDrafts(
  actor: Actor,
  proposal: { id: string; sessionId: string },
): Promise<DiscardedAmendmentDraft[]> {
  const place = membershipIn(actor, proposal.sessionId)
  if (!place) return []
  const drafts = await db.amendmentDraft.findMany({
    where: {
      proposalId: proposal.id,
      delegationId: place.delegationId,
      releasedAt: null,
      discardedAt: { gte: undoneFrom(await clockTime(db)) },
    },
    orderBy: { discardedAt: 'desc' },
    select: { id: true, body: true, discardedAt: true },
  })
  return drafts.map(({ id, body, discardedAt }) => ({
    id,
    body: readDocument(body),
    discardedAt: discardedAt!,
  }))
}

const draftView = (
  draft: Prisma.AmendmentDraftGetPayload<object>,
  writtenBy: string,
): AmendmentDraftView => ({
  id: draft.id,
  revisionNumber: draft.revisionNumber,
  body: readDocument(draft.body),
  reason: draft.reason,
  version: draft.version,
  writtenBy,
  updatedAt: draft.updatedAt,
})

/** A draft of an amendment as its own delegation writes it. */
export type AmendmentDraftDetails = AmendmentDraftView & {
  /** The text that it changes. */
  baseBody: TextDocument
  /** The number that it got when it was released. */
  releasedAs: number | null
  /** The group of States on whose behalf it is to be released. */
  onBehalfOf: { id: string; name: string } | null
  /** The amendment that it changes. */
  amends: { id: string; number: number; name: string } | null
}

/** A draft of the actor's own delegation; any other is answered as one that does not exist. */
export async function getAmendmentDraft(
  actor: Actor,
  proposal: { id: string; sessionId: string },
  id: string | undefined,
): Promise<AmendmentDraftDetails> {
  const place = orNotFound(membershipIn(actor, proposal.sessionId))
  const draft = orNotFound(
    await db.amendmentDraft.findUnique({
      where: {
        id: asId(id),
        proposalId: proposal.id,
        delegationId: place.delegationId,
        discardedAt: null,
      },
      include: {
        onBehalfOf: { select: { id: true, name: true } },
        amends: {
          select: { id: true, number: true, body: true, delegation: { select: { name: true } } },
        },
      },
    }),
  )
  const { proposalId, revisionNumber: number, updatedById, amends } = draft
  const [writer, revision, released] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: updatedById }, select: { name: true } }),
    db.revision.findUniqueOrThrow({
      where: { proposalId_number: { proposalId, number } },
      select: { body: true },
    }),
    db.amendment.findUnique({ where: { id: draft.id }, select: { number: true } }),
  ])
  return {
    ...draftView(draft, writer.name),
    baseBody: readDocument((amends ?? revision).body),
    onBehalfOf: draft.onBehalfOf,
    releasedAs: released?.number ?? null,
    amends: amends && { id: amends.id, number: amends.number, name: amends.delegation.name },
  }
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
  orNotFound(rows[0])
  return new Map(rows.map((row) => [row.number, readDocument(row.body)]))
}
