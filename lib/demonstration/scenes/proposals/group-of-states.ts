import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import type { CastDelegationKey } from '@/lib/demonstration/cast'
import type { PastAct } from '@/lib/demonstration/scenes/diary'
import type { CastInDatabase } from '@/lib/demonstration/scenes/people'
import type { SessionOfDemonstration } from '@/lib/demonstration/scenes/session'

export const COASTAL_STATES = 'Group of Coastal States'
const COASTAL_MEMBERS: readonly CastDelegationKey[] = ['belmara', 'corvina', 'ghadira']

/** The invented group of States of the demonstration, with its members; returns its id. */
export async function makeCoastalStates(
  tx: Tx,
  groupId: string,
  cast: CastInDatabase,
): Promise<string> {
  const { id } = await tx.groupOfStates.create({
    data: {
      groupId,
      name: COASTAL_STATES,
      kind: 'adHoc',
      members: {
        create: COASTAL_MEMBERS.map((key) => ({ entityId: cast.delegations[key].entityId })),
      },
    },
  })
  return id
}

/** A dissociation from the submission of the group: by whom, why, and how long after the submission. */
export type DemonstrationDissociation = { by: CastDelegationKey; reason: string; later: number }

/** Writes the submission of a State on behalf of the group, and the dissociations; returns the attribution's id. */
export async function makeAttribution(
  tx: Tx,
  setting: { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] },
  submitted: { by: CastDelegationKey; at: Date; about: Record<string, string | number> },
  dissociations: readonly DemonstrationDissociation[],
): Promise<string> {
  const { session, cast, diary } = setting
  const { by, at, about } = submitted
  const id = randomUUID()
  const group = await tx.groupOfStates.findFirstOrThrow({ where: { name: COASTAL_STATES } })
  const delegationId = session.delegations[by]
  await tx.groupAttribution.create({
    data: {
      id,
      sessionId: session.id,
      delegationId,
      groupOfStatesId: group.id,
      name: group.name,
      receivedAt: at,
    },
  })
  await tx.attributedMember.createMany({
    data: COASTAL_MEMBERS.map((key) => {
      const { entityId, name } = cast.delegations[key]
      return { attributionId: id, entityId, name, sortKey: sortKey(name) }
    }),
  })
  const author = cast.delegations[by].name
  const acts = (actor: CastDelegationKey) => ({
    sessionId: session.id,
    person: cast.delegations[actor].head,
    delegationId: session.delegations[actor],
    actingFor: cast.delegations[actor].name,
    subjectId: id,
    data: { ...about, author, group: group.name, count: COASTAL_MEMBERS.length },
  })
  diary.push({ ...acts(by), at, event: 'attribution.made' })
  for (const { by: member, reason, later } of dissociations) {
    const statedAt = new Date(at.getTime() + later)
    await tx.dissociation.create({
      data: {
        attributionId: id,
        entityId: cast.delegations[member].entityId,
        delegationId: session.delegations[member],
        reason,
        statedAt,
        statedById: cast.delegations[member].head.id,
      },
    })
    diary.push({ ...acts(member), at: statedAt, event: 'attribution.dissociated' })
  }
  return id
}
