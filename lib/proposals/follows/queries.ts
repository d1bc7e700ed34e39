import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { followedKinds } from './schema'

/** Something that the person can follow from a proposal, and whether they do. */
export type Followable = {
  kind: (typeof followedKinds)[number]
  id: string
  /** "12", "2 (b)" or the State's name. */
  name: string
  follows: boolean
}

/** The proposal, its agenda item and its State, and which of them the actor follows. */
export async function listFollowable(actor: SignedIn, proposalId: string): Promise<Followable[]> {
  const { personId } = actor
  const mine = { where: { personId }, select: { id: true } } as const
  const proposal = await db.proposal.findUnique({
    where: { id: proposalId },
    select: {
      number: true,
      follows: mine,
      agendaItem: { select: { id: true, number: true, letter: true, follows: mine } },
      delegation: { select: { id: true, name: true, entity: { select: { follows: mine } } } },
    },
  })
  if (!proposal) return []
  const { number, follows, agendaItem, delegation } = proposal
  return [
    { kind: 'proposal', id: proposalId, name: String(number), follows: follows.length > 0 },
    ...(agendaItem
      ? [
          {
            kind: 'agendaItem' as const,
            id: agendaItem.id,
            name: agendaName(agendaItem),
            follows: agendaItem.follows.length > 0,
          },
        ]
      : []),
    {
      kind: 'state',
      id: delegation.id,
      name: delegation.name,
      follows: delegation.entity.follows.length > 0,
    },
  ]
}

/** A thing that the actor follows, with what is needed to show it. */
export type Followed = Omit<Followable, 'follows'> & {
  /** What an agenda item is called; empty for the others. */
  title: string
  session: { slug: string; ordinal: number; group: { eventWord: string } } | null
}

/** What the actor follows, the latest first. */
export async function listFollowed(actor: SignedIn): Promise<Followed[]> {
  const session = { select: { slug: true, ordinal: true, group: { select: { eventWord: true } } } }
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
