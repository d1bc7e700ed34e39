import 'server-only'
import { isOpenAmendment } from '@/lib/amendments/policy'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { DeskAmendment, DeskComment, DeskProposal } from './facts'

/**
 * The released proposals that these delegations made, took over, co-sponsor, suggested changes to or commented on, and
 * those that the actor follows, with the events of each. Everything here is public to participants.
 */
export async function listDeskProposals(
  actor: SignedIn,
  delegations: readonly string[],
): Promise<DeskProposal[]> {
  const { personId } = actor
  const delegationId = { in: [...delegations] }
  const select = { proposalId: true } as const
  const distinct = ['proposalId' as const]
  const [coSponsored, amended, joined, commented, follows] = await Promise.all([
    db.coSponsorship.findMany({ where: { delegationId, leftAt: null }, select, distinct }),
    db.amendment.findMany({ where: { delegationId }, select, distinct }),
    db.amendmentCoSponsorship.findMany({
      where: { delegationId, leftAt: null },
      select: { amendment: { select } },
    }),
    db.comment.findMany({ where: { delegationId }, select, distinct }),
    db.follow.findMany({ where: { personId } }),
  ])
  const ids = [
    ...[...coSponsored, ...amended, ...commented, ...joined.map(({ amendment }) => amendment)].map(
      ({ proposalId }) => proposalId,
    ),
    ...follows.flatMap(({ proposalId }) => proposalId ?? []),
  ]
  const agendaItems = follows.flatMap(({ agendaItemId }) => agendaItemId ?? [])
  const entities = follows.flatMap(({ entityId }) => entityId ?? [])
  const rows = await db.proposal.findMany({
    where: {
      OR: [
        { delegationId },
        { takeOvers: { some: { delegationId, endedAt: null } } },
        { id: { in: ids } },
        { agendaItemId: { in: agendaItems } },
        { delegation: { entityId: { in: entities } } },
      ],
    },
    select: { ...proposalFacts, visits: { where: { personId } } },
  })
  const proposalIds = rows.map(({ id }) => id)
  const [amendments, comments] = await Promise.all([
    listAmendmentFacts(proposalIds),
    listCommentFacts(proposalIds),
  ])
  const followedAt = (matches: (follow: (typeof follows)[number]) => boolean) =>
    follows.find(matches)?.followedAt ?? null
  return rows.map((row) => ({
    ...proposalOf(row),
    visit: row.visits[0]
      ? { at: row.visits[0].visitedAt, revision: row.visits[0].revisionNumber }
      : null,
    amendments: amendments.get(row.id) ?? [],
    comments: comments.get(row.id) ?? [],
    followedAt: followedAt(({ proposalId }) => proposalId === row.id),
    widelyFollowedAt: followedAt(
      ({ agendaItemId, entityId }) =>
        (agendaItemId !== null && agendaItemId === row.agendaItemId) ||
        (entityId !== null && entityId === row.delegation.entityId),
    ),
  }))
}

const nameOnly = { select: { name: true } } as const

const proposalFacts = {
  id: true,
  sessionId: true,
  number: true,
  currentNumber: true,
  delegationId: true,
  agendaItemId: true,
  submittedAt: true,
  withdrawnAt: true,
  delegation: { select: { name: true, entityId: true } },
  session: {
    select: {
      slug: true,
      ordinal: true,
      group: { select: { eventWord: true } },
      preliminaryList: { select: { issuedAt: true } },
    },
  },
  current: { select: { submittedAt: true } },
  takeOvers: { where: { endedAt: null }, select: { delegationId: true, delegation: nameOnly } },
  coSponsorships: {
    where: { leftAt: null },
    orderBy: { delegation: { sortKey: 'asc' } },
    select: { delegationId: true, revisionNumber: true, delegation: nameOnly },
  },
} satisfies Prisma.ProposalSelect

function proposalOf(row: Prisma.ProposalGetPayload<{ select: typeof proposalFacts }>) {
  const { session, current, takeOvers, coSponsorships, delegation } = row
  const [takeOver] = takeOvers
  return {
    id: row.id,
    sessionId: row.sessionId,
    number: row.number,
    currentNumber: row.currentNumber,
    delegationId: row.delegationId,
    name: delegation.name,
    submittedAt: row.submittedAt,
    revisedAt: current.submittedAt,
    withdrawnAt: row.withdrawnAt,
    session: { slug: session.slug, ordinal: session.ordinal, eventWord: session.group.eventWord },
    takenOver: takeOver
      ? { delegationId: takeOver.delegationId, name: takeOver.delegation.name }
      : null,
    listIssued: Boolean(session.preliminaryList?.issuedAt),
    coSponsors: coSponsorships.map((row) => ({
      delegationId: row.delegationId,
      name: row.delegation.name,
      revision: row.revisionNumber,
    })),
  }
}

async function listAmendmentFacts(proposalIds: string[]): Promise<Map<string, DeskAmendment[]>> {
  const rows = await db.amendment.findMany({
    where: { proposalId: { in: proposalIds }, replacedBy: null },
    orderBy: { number: 'asc' },
    select: {
      proposalId: true,
      number: true,
      delegationId: true,
      releasedAt: true,
      withdrawnAt: true,
      delegation: nameOnly,
      replacedBy: { select: { id: true } },
      takenInto: { select: { id: true } },
      amends: {
        select: {
          delegationId: true,
          number: true,
          withdrawnAt: true,
          delegation: nameOnly,
          replacedBy: { select: { id: true } },
          decisions: { select: { kind: true } },
        },
      },
      decline: { select: { declinedAt: true } },
      coSponsorships: { where: { leftAt: null }, select: { delegationId: true } },
      answers: { select: { delegationId: true, answeredAt: true } },
      decisions: {
        orderBy: { decidedAt: 'asc' },
        select: { kind: true, decidedAt: true, revision: { select: { number: true } } },
      },
    },
  })
  return byProposal(
    rows.map(({ proposalId, ...row }) => ({
      proposalId,
      fact: {
        number: row.number,
        delegationId: row.delegationId,
        name: row.delegation.name,
        at: row.releasedAt,
        withdrawnAt: row.withdrawnAt,
        isOfText: !row.amends && !row.replacedBy,
        amends: amendedOf(row),
        declined: declinedOf(row),
        coSponsors: row.coSponsorships.map((joined) => joined.delegationId),
        answers: row.answers.map(({ delegationId, answeredAt: at }) => ({ delegationId, at })),
        decisions: row.decisions.map(({ kind, revision, decidedAt: at }) => ({
          kind,
          revision: revision.number,
          at,
        })),
      },
    })),
  )
}

type Amending = {
  takenInto: object | null
  decline: { declinedAt: Date } | null
  amends: {
    delegationId: string
    number: number
    withdrawnAt: Date | null
    delegation: { name: string }
    replacedBy: object | null
    decisions: object[]
  } | null
}

/** The amended change, if its delegation can still take this one in or decline it. */
function amendedOf({ amends, takenInto, decline }: Amending): DeskAmendment['amends'] {
  if (!amends || takenInto || decline) return null
  const { delegationId, number, delegation } = amends
  return isOpenAmendment(amends) ? { delegationId, name: delegation.name, number } : null
}

const declinedOf = ({ amends, decline }: Amending): DeskAmendment['declined'] =>
  amends &&
  decline && {
    delegationId: amends.delegationId,
    name: amends.delegation.name,
    at: decline.declinedAt,
  }

async function listCommentFacts(proposalIds: string[]): Promise<Map<string, DeskComment[]>> {
  const rows = await db.comment.findMany({
    // Replaced or withdrawn texts count no more.
    where: { proposalId: { in: proposalIds }, withdrawnAt: null, replacedById: null },
    orderBy: [{ releasedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      proposalId: true,
      parentId: true,
      position: true,
      delegationId: true,
      releasedAt: true,
      delegation: nameOnly,
    },
  })
  return byProposal(
    rows.map(({ proposalId, position, delegation, releasedAt: at, ...row }) => ({
      proposalId,
      fact: { ...row, name: delegation.name, isQuestion: position === 'question', at },
    })),
  )
}

function byProposal<T>(rows: readonly { proposalId: string; fact: T }[]): Map<string, T[]> {
  const facts = new Map<string, T[]>()
  for (const { proposalId, fact } of rows) {
    const list = facts.get(proposalId)
    if (list) list.push(fact)
    else facts.set(proposalId, [fact])
  }
  return facts
}
