import { seatDay } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getProposal } from '@/lib/proposals/queries'
import type { proposing } from './proposing'
import type { DelegationInScenario, Scenario } from './scenario'

export const GROUP = 'Group of Island States'

/** The seat's day that lies so many days before today. */
export const daysAgo = (days: number): Date =>
  new Date(seatDay(new Date()).getTime() - days * 86_400_000)

/** A group of States that the scenario's group knows, with these members since ever. */
export async function groupOfStates(
  { session }: Pick<Scenario, 'session'>,
  members: readonly DelegationInScenario[],
  name = GROUP,
): Promise<string> {
  const { groupId } = await db.session.findUniqueOrThrow({ where: { id: session.id } })
  const { id } = await db.groupOfStates.create({
    data: {
      groupId,
      name,
      kind: 'adHoc',
      members: {
        create: await Promise.all(
          members.map(async (member) => ({ entityId: await entityOf(member) })),
        ),
      },
    },
  })
  return id
}

export const entityOf = async ({ id }: { id: string }): Promise<string> =>
  (await db.delegation.findUniqueOrThrow({ where: { id } })).entityId

/** Sets from when until when a State is a member, as if time had passed. */
export const setMembership = async (
  groupOfStatesId: string,
  member: DelegationInScenario,
  held: { fromOn?: Date; untilOn?: Date },
): Promise<unknown> =>
  db.groupMember.updateMany({
    where: { groupOfStatesId, entityId: await entityOf(member) },
    data: held,
  })

type Submits = ReturnType<typeof proposing>['submits']

/** Submits on behalf of the group in a test, and reads it as the others see it. */
export const onBehalfIn = (now: () => { cast: Scenario; group: string }, submits: Submits) => {
  const seen = async () => {
    const { cast } = now()
    return (await getProposal(cast.corvina.head, cast.session, 1)).onBehalf!
  }
  const submitsForGroup = async (actor: SignedIn = now().cast.arvenia.head) => {
    const { proposalId } = await submits(actor, { onBehalfOfId: now().group })
    const onBehalf = await seen()
    return { proposalId, onBehalf, attributionId: onBehalf.id }
  }
  return { seen, submitsForGroup }
}

export const lettersTo = (recipient: string) =>
  db.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })
