import 'server-only'
import { takingPart } from '@/lib/delegations/kinds'
import { submits } from '@/lib/delegations/memberships/submitters'
import { seatDay } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { accountsOf, addressOfMember } from '@/lib/sessions/bureau/accounts'
import type { SilenceRoll } from './kinds'

/** A place of a roll as it is frozen at the opening. */
export type Place = {
  capacity: string
  holder: string
  entitled: boolean
  bureauMemberId: string | null
  delegationId: string | null
  addresses: { name: string; email: string }[]
}

type Bureau = {
  id: string
  sessionId: string | null
  fromOn: Date | null
  untilOn: Date | null
  endedAt: Date | null
  succeedsId: string | null
  personId: string | null
}

/** Whether somebody sits in the Bureau at an instant, by the days of the seat. */
export const sits = ({ fromOn, untilOn, endedAt }: Bureau, now: Date): boolean => {
  const today = seatDay(now)
  return (
    endedAt === null &&
    (fromOn === null || fromOn <= today) &&
    (untilOn === null || untilOn >= today)
  )
}

/** The person who holds a capacity now: its holder of the roll, or the successor. Null while nobody with an account holds it. */
export function holderNow(
  bureau: readonly Bureau[],
  bureauMemberId: string | null,
  now: Date,
): string | null {
  let member = bureau.find(({ id }) => id === bureauMemberId)
  while (member && !sits(member, now)) {
    const formerMember = member
    member = bureau.find(({ succeedsId }) => succeedsId === formerMember.id)
  }
  return member?.personId ?? null
}

/** The roll as it would be frozen now: the extended Bureau in its capacities, or all delegations. */
export function makeRoll(
  tx: Tx,
  roll: SilenceRoll,
  session: { id: string; groupId: string },
  now: Date,
): Promise<Place[]> {
  return roll === 'extendedBureau' ? bureauRoll(tx, session, now) : delegationsRoll(tx, session.id)
}

/** The members to whom no letter would go, though their silence counts. */
export const unreachedOf = (places: readonly Place[]): string[] =>
  places
    .filter(({ entitled, addresses }) => entitled && addresses.length === 0)
    .map(({ capacity }) => capacity)

async function bureauRoll(
  tx: Tx,
  { id: sessionId, groupId }: { id: string; groupId: string },
  now: Date,
): Promise<Place[]> {
  const members = await tx.bureauMember.findMany({
    where: { groupId, OR: [{ sessionId: null }, { sessionId }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const accounts = await accountsOf(tx, members)
  return members
    .filter((member) => sits(member, now))
    .map(({ id, title, honorific, name, affiliation, ...entered }) => {
      const address = addressOfMember({ id, ...entered }, accounts.get(id))
      return {
        capacity: title,
        holder: `${honorific} ${name}`.trim() + (affiliation && ` (${affiliation})`),
        entitled: true,
        bureauMemberId: id,
        delegationId: null,
        addresses: address ? [{ name, email: address }] : [],
      }
    })
}

async function delegationsRoll(tx: Tx, sessionId: string): Promise<Place[]> {
  const delegations = await tx.delegation.findMany({
    where: { sessionId, state: takingPart },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    include: {
      entity: { select: { kind: true } },
      representatives: {
        where: submits,
        select: { person: { select: { name: true, email: true } } },
      },
    },
  })
  return delegations.map(({ id, name, entity, representatives }) => ({
    capacity: name,
    holder: '',
    entitled: entity.kind === 'memberState',
    bureauMemberId: null,
    delegationId: id,
    addresses: [...new Map(representatives.map(({ person }) => [person.email, person])).values()],
  }))
}
