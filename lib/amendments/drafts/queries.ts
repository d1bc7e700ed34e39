import 'server-only'
import { isOpenAmendment } from '@/lib/amendments/policy'
import { clockTime, db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { asId, orNotFound } from '@/lib/errors'
import { undoneFrom } from '@/lib/proposals/drafts/care-commands'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'

/** Unreleased texts of the actor's own delegation on a proposal. */
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

/** A draft that can still be restored. */
type DiscardedAmendmentDraft = { id: string; body: TextDocument; discardedAt: Date }

/** Drafts on a proposal that the actor's own delegation discarded within the last day, the latest first. */
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
  /** The group of States for which it is to be released. */
  onBehalfOf: { id: string; name: string } | null
  /** The amendment that it changes; `open` as `isOpenAmendment` says. */
  amends: { id: string; number: number; delegationId: string; name: string; open: boolean } | null
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
          select: {
            id: true,
            number: true,
            body: true,
            delegationId: true,
            delegation: { select: { name: true } },
            withdrawnAt: true,
            replacedBy: { select: { id: true } },
            decisions: { select: { kind: true } },
          },
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
    amends: amends && {
      id: amends.id,
      number: amends.number,
      delegationId: amends.delegationId,
      name: amends.delegation.name,
      open: isOpenAmendment(amends),
    },
  }
}
