import 'server-only'
import { cache } from 'react'
import { forProposals } from '@/lib/sessions/kinds'
import { submits } from '@/lib/delegations/memberships/submitters'
import { db } from '@/lib/db/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { asId, orNotFound } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import type { ProposalKind } from '@/lib/proposals/kinds'
import { toMarked } from '@/lib/text/document/marked'
import { readDocument } from '@/lib/text/document/stored'

type Session = { id: string }

/** One draft of the own delegation, as a line. */
export type DraftSummary = {
  id: string
  /** The proposal that it revises. */
  proposalNumber: number | null
  kind: ProposalKind | null
  body: TextDocument
  language: string
  writtenBy: string
  updatedAt: Date
  /** The number of notes about it. */
  notes: number
}

/** Drafts of the actor's own delegation in the session, the latest first; nobody else's. */
export async function listDrafts(actor: Actor, { id }: Session): Promise<DraftSummary[]> {
  const place = membershipIn(actor, id)
  if (!place) return []
  const drafts = await db.draft.findMany({
    where: {
      sessionId: id,
      delegationId: place.delegationId,
      submittedAt: null,
      discardedAt: null,
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    include: { proposal: { select: { number: true } }, _count: { select: { notes: true } } },
  })
  const writers = await db.person.findMany({
    where: { id: { in: drafts.map(({ updatedById }) => updatedById) } },
    select: { id: true, name: true },
  })
  const names = new Map(writers.map(({ id: personId, name }) => [personId, name]))
  return drafts.map((draft) => ({
    id: draft.id,
    proposalNumber: draft.proposal?.number ?? null,
    kind: draft.kind,
    body: readDocument(draft.body),
    language: draft.originalLanguage,
    writtenBy: names.get(draft.updatedById) ?? '',
    updatedAt: draft.updatedAt,
    notes: draft._count.notes,
  }))
}

/** A draft as its own delegation writes it. */
export type DraftView = {
  id: string
  version: number
  kind: ProposalKind | null
  agendaItemId: string | null
  agenda: string | null
  /** The group of States for which it is to be submitted. */
  onBehalfOf: { id: string; name: string } | null
  body: TextDocument
  explanation: string
  language: string
  reason: string
  writtenBy: string
  updatedAt: Date
  /** Who asked for its release since it was last written, and when. */
  asked: { personId: string; name: string; at: Date } | null
  /** The revision that it revises, and the present state of the proposal. */
  revises: {
    proposalId: string
    number: number
    base: number
    current: number
    baseBody: TextDocument
    currentBody: TextDocument
    /** Whether the draft equals the present revision. */
    isSame: boolean
    withdrawn: boolean
  } | null
  /** The revision made by its submission. */
  submitted: { number: number; revision: number } | null
}

/** A draft of the actor's own delegation; any other is answered as one that does not exist. Cached per request. */
export const getDraft = cache(
  async (actor: Actor, session: Session, id: string | undefined): Promise<DraftView> => {
    const place = orNotFound(membershipIn(actor, session.id))
    const draft = orNotFound(
      await db.draft.findFirst({
        where: {
          id: asId(id),
          sessionId: session.id,
          delegationId: place.delegationId,
          discardedAt: null,
        },
        include: {
          agendaItem: true,
          onBehalfOf: { select: { id: true, name: true } },
          revision: { select: { number: true, proposal: { select: { number: true } } } },
          askedBy: { select: { id: true, name: true } },
        },
      }),
    )
    const { askedBy, releaseAskedAt } = draft
    const isAsked = askedBy && releaseAskedAt && releaseAskedAt >= draft.updatedAt
    const writer = await db.person.findUnique({
      where: { id: draft.updatedById },
      select: { name: true },
    })
    return {
      id: draft.id,
      version: draft.version,
      kind: draft.kind,
      agendaItemId: draft.agendaItemId,
      agenda: draft.agendaItem && labelOf(draft.agendaItem),
      onBehalfOf: draft.onBehalfOf,
      body: readDocument(draft.body),
      explanation: draft.explanation,
      language: draft.originalLanguage,
      reason: draft.reason,
      writtenBy: writer?.name ?? '',
      updatedAt: draft.updatedAt,
      asked: isAsked ? { personId: askedBy.id, name: askedBy.name, at: releaseAskedAt } : null,
      revises: draft.proposalId ? await revisedBy(draft, draft.proposalId) : null,
      submitted: draft.revision && {
        number: draft.revision.proposal.number,
        revision: draft.revision.number,
      },
    }
  },
)

/** The proposal that a draft revises: the revision it was begun on and the present one. */
async function revisedBy(
  draft: { baseNumber: number | null; body: unknown; explanation: string; kind: string | null },
  proposalId: string,
): Promise<NonNullable<DraftView['revises']>> {
  const proposal = await db.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { number: true, currentNumber: true, kind: true, withdrawnAt: true },
  })
  const { number, currentNumber: current } = proposal
  const base = draft.baseNumber ?? current
  const revisions = await db.revision.findMany({
    where: { proposalId, number: { in: [base, current] } },
    select: { number: true, body: true, explanation: true },
  })
  const revision = (revisionNumber: number) =>
    orNotFound(revisions.find((revision) => revision.number === revisionNumber))
  const currentBody = readDocument(revision(current).body)
  return {
    proposalId,
    number,
    base,
    current,
    baseBody: readDocument(revision(base).body),
    currentBody,
    isSame:
      toMarked(currentBody) === toMarked(readDocument(draft.body)) &&
      revision(current).explanation === draft.explanation &&
      proposal.kind === draft.kind,
    withdrawn: proposal.withdrawnAt !== null,
  }
}

/** The names of those in the actor's delegation who may submit for it. */
export async function listWhoMaySubmit(actor: Actor, session: Session): Promise<string[]> {
  const place = membershipIn(actor, session.id)
  if (!place) return []
  const people = await db.representative.findMany({
    where: { delegationId: place.delegationId, ...submits },
    select: { person: { select: { name: true } } },
    orderBy: { person: { name: 'asc' } },
  })
  return people.map(({ person }) => person.name)
}

/** The agenda items under which a proposal may stand. */
export async function listProposalAgenda(
  session: Session,
): Promise<{ id: string; label: string }[]> {
  const items = await db.agendaItem.findMany({
    where: { sessionId: session.id, ...forProposals },
    orderBy: [{ number: 'asc' }, { letter: 'asc' }],
  })
  return items.map((item) => ({ id: item.id, label: labelOf(item) }))
}

const labelOf = ({ number, letter, title }: { number: number; letter: string; title: string }) =>
  `${number}${letter}. ${title}`
