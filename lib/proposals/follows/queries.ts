import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { ProposalView } from '@/lib/proposals/queries'
import type { followedKinds } from './schema'

/** Something that the person can follow from a proposal, and whether they do. */
export type Followable = {
  kind: (typeof followedKinds)[number]
  id: string
  /** "12", "2 (b)" or the State's name. */
  name: string
  follows: boolean
}

/** A proposal's subjects to follow. */
type FollowedProposal = Pick<
  ProposalView,
  'id' | 'number' | 'agenda' | 'agendaItemId' | 'delegationId' | 'delegationName' | 'entityId'
>

/** The proposal, its agenda item and its State, and which of them the actor follows. */
export async function listFollowable(
  actor: SignedIn,
  proposal: FollowedProposal,
): Promise<Followable[]> {
  const { id, number, agenda, agendaItemId, delegationId, delegationName, entityId } = proposal
  const follows = await db.follow.findMany({
    where: {
      personId: actor.personId,
      OR: [{ proposalId: id }, { entityId }, ...(agendaItemId ? [{ agendaItemId }] : [])],
    },
    select: { proposalId: true, agendaItemId: true, entityId: true },
  })
  const followed = new Set(follows.flatMap((follow) => Object.values(follow)))
  return [
    { kind: 'proposal', id, name: String(number), follows: followed.has(id) },
    ...(agenda && agendaItemId
      ? [
          {
            kind: 'agendaItem' as const,
            id: agendaItemId,
            name: agenda.item,
            follows: followed.has(agendaItemId),
          },
        ]
      : []),
    { kind: 'state', id: delegationId, name: delegationName, follows: followed.has(entityId) },
  ]
}

/** A followed thing of the actor, with the facts to show it. */
export type Followed = Omit<Followable, 'follows'> & {
  /** An agenda item's title; empty for the others. */
  title: string
  session: { slug: string; ordinal: number; group: { eventWord: string; name: string } } | null
}

/** The actor's follows, the latest first. */
export async function listFollowed(actor: SignedIn): Promise<Followed[]> {
  const group = { select: { eventWord: true, name: true } }
  const session = { select: { slug: true, ordinal: true, group } }
  const rows = await db.follow.findMany({
    where: { personId: actor.personId },
    orderBy: [{ followedAt: 'desc' }, { id: 'desc' }],
    select: {
      proposal: { select: { id: true, number: true, session } },
      agendaItem: { select: { id: true, number: true, letter: true, title: true, session } },
      entity: {
        select: {
          name: true,
          delegations: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 },
        },
      },
    },
  })
  return rows.flatMap(({ proposal, agendaItem, entity }): Followed[] => {
    if (proposal)
      return [
        {
          kind: 'proposal',
          id: proposal.id,
          name: String(proposal.number),
          title: '',
          session: proposal.session,
        },
      ]
    if (agendaItem)
      return [
        {
          kind: 'agendaItem',
          id: agendaItem.id,
          name: agendaName(agendaItem),
          title: agendaItem.title,
          session: agendaItem.session,
        },
      ]
    const [delegation] = entity?.delegations ?? []
    return entity && delegation
      ? [{ kind: 'state', id: delegation.id, name: entity.name, title: '', session: null }]
      : []
  })
}

const agendaName = ({ number, letter }: { number: number; letter: string }): string =>
  letter ? `${number} (${letter})` : String(number)
