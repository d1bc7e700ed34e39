import 'server-only'
import { seatDay } from '@/lib/clock'
import { databaseTime, type Tx } from '@/lib/db/client'
import { areUnchanged, isUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { canChangeGroup } from './policy'
import {
  type AddMandate,
  type ChangeGroup,
  dayOf,
  type MakeGroup,
  type RemoveMandate,
  type SetGroupOfStates,
  type SetWorkplan,
} from './schema'
import { readSeat } from './seat'

/** Sets up another group and returns its id. Refuses a symbol root that a group has. */
export function makeGroup(actor: SignedIn, input: MakeGroup): Promise<string> {
  return transaction(actor, async (tx) => {
    requireAllowed(canChangeGroup(actor))
    await requireFreeRoot(tx, input.symbolRoot)
    const { id } = await tx.expertGroup.create({ data: { ...input, mandates: [] } })
    const act = { sessionId: null, subjectId: id, data: { name: input.name } }
    await record(tx, actor, 'group.made', act)
    return id
  })
}

/**
 * Changes the settings of a group. Idempotent: settings that stay the same are not recorded again. Refuses a form that was
 * read before another change. The clock of a first group's seat is that of the installation from now on.
 */
export async function changeGroup(actor: SignedIn, input: ChangeGroup): Promise<string> {
  const { groupId, version, ...settings } = input
  await transaction(actor, async (tx) => {
    requireAllowed(canChangeGroup(actor))
    const group = orNotFound(await tx.expertGroup.findUnique({ where: { id: groupId } }))
    await requireFreeRoot(tx, settings.symbolRoot, groupId)
    if (group.version === version && isUnchanged(group, settings)) return
    const { count } = await tx.expertGroup.updateMany({
      where: { id: groupId, version },
      data: { ...settings, version: { increment: 1 } },
    })
    if (count === 0) throw new Refused('conflict', 'groupChanged')
    await record(tx, actor, 'group.changed', { sessionId: null, subjectId: groupId })
  })
  await readSeat()
  return groupId
}

async function requireFreeRoot(tx: Tx, symbolRoot: string, groupId?: string): Promise<void> {
  const group = await tx.expertGroup.findFirst({
    where: { symbolRoot, ...(groupId && { id: { not: groupId } }) },
  })
  if (group) throw new Refused('invalid', 'symbolRootTaken', {}, 'symbolRoot')
}

/** Adds a mandate at the end. */
export function addMandate(actor: SignedIn, input: AddMandate): Promise<string> {
  return transaction(actor, async (tx) => {
    requireAllowed(canChangeGroup(actor))
    const { groupId, dated } = input
    orNotFound(await tx.expertGroup.findUnique({ where: { id: groupId } }))
    const position = (await tx.mandate.count({ where: { groupId } })) + 1
    await tx.mandate.create({ data: { ...input, date: dayOf(dated), position } })
    await record(tx, actor, 'group.changed', { sessionId: null, subjectId: groupId })
    return groupId
  })
}

/** Takes a mandate off. */
export function removeMandate(actor: SignedIn, { mandateId }: RemoveMandate): Promise<string> {
  return transaction(actor, async (tx) => {
    requireAllowed(canChangeGroup(actor))
    const { groupId } = orNotFound(await tx.mandate.findUnique({ where: { id: mandateId } }))
    await tx.mandate.delete({ where: { id: mandateId } })
    await record(tx, actor, 'group.changed', { sessionId: null, subjectId: groupId })
    return groupId
  })
}

/**
 * Sets the workplan that begins in a year, with its topics. Idempotent: a workplan that stays the same is not recorded
 * again. Refuses a session of another group.
 */
export function setWorkplan(actor: SignedIn, input: SetWorkplan): Promise<string> {
  return transaction(actor, async (tx) => {
    requireAllowed(canChangeGroup(actor))
    const { groupId, fromYear, adoptedAtId, topics, ...rest } = input
    const { memberStates, observers, otherStakeholders, ...plain } = rest
    if (adoptedAtId) orNotFound(await tx.session.findFirst({ where: { id: adoptedAtId, groupId } }))
    const audiences = { memberStates, observers, otherStakeholders }
    const circulatedTo = Object.entries(audiences).flatMap(([audience, is]) =>
      is ? [audience] : [],
    )
    const data = { ...plain, adoptedAtId, circulatedTo }
    const where = { groupId_fromYear: { groupId, fromYear } }
    const earlier = await tx.workplan.findUnique({
      where,
      include: { topics: { orderBy: { position: 'asc' } } },
    })
    if (isUnchanged(earlier, data) && areUnchanged(earlier?.topics ?? [], topics)) return groupId
    const { id } = await tx.workplan.upsert({
      where,
      create: { groupId, fromYear, ...data },
      update: data,
    })
    await tx.workplanTopic.deleteMany({ where: { workplanId: id } })
    await tx.workplanTopic.createMany({
      data: topics.map((topic, index) => ({ workplanId: id, ...topic, position: index + 1 })),
    })
    const years = { from: String(fromYear), until: String(input.untilYear) }
    await record(tx, actor, 'group.workplanSet', { sessionId: null, subjectId: id, data: years })
    return groupId
  })
}

/**
 * Sets the members of a group of States from today on: a State left out ceases to be a member yesterday, and a new one
 * joins today. Idempotent: a group that stays the same is not recorded again. Refuses names that are not those of
 * States.
 */
export function setGroupOfStates(actor: SignedIn, input: SetGroupOfStates): Promise<string> {
  return transaction(actor, async (tx) => {
    requireAllowed(canChangeGroup(actor))
    const { groupId, name, kind, members: names } = input
    orNotFound(await tx.expertGroup.findUnique({ where: { id: groupId } }))
    const entityIds = await statesNamed(tx, names)
    const where = { groupId_name: { groupId, name } }
    const earlier = await tx.groupOfStates.findUnique({
      where,
      include: { members: { where: { untilOn: null } } },
    })
    const members = earlier?.members ?? []
    const memberIds = new Set(members.map(({ entityId }) => entityId))
    const leaving = members.filter(({ entityId }) => !entityIds.includes(entityId))
    const joining = entityIds.filter((entityId) => !memberIds.has(entityId))
    if (isUnchanged(earlier, { kind }) && leaving.length + joining.length === 0) return groupId
    const { id } = await tx.groupOfStates.upsert({
      where,
      create: { groupId, name, kind },
      update: { kind },
    })
    const today = seatDay(await databaseTime(tx))
    const yesterday = new Date(today.getTime() - 86_400_000)
    for (const member of leaving) {
      const joinedToday = member.fromOn && member.fromOn > yesterday
      if (joinedToday) await tx.groupMember.delete({ where: { id: member.id } })
      else await tx.groupMember.update({ where: { id: member.id }, data: { untilOn: yesterday } })
    }
    const fromOn = members.length === 0 ? null : today
    await tx.groupMember.createMany({
      data: joining.map((entityId) => ({ groupOfStatesId: id, entityId, fromOn })),
    })
    await record(tx, actor, 'group.statesSet', { sessionId: null, subjectId: id, data: { name } })
    return groupId
  })
}

async function statesNamed(tx: Tx, names: readonly string[]): Promise<string[]> {
  const states = await tx.entity.findMany({
    where: { kind: { in: ['memberState', 'observerState'] } },
    select: { id: true, name: true },
  })
  const ids = new Map(states.map(({ id, name }) => [sortKey(name), id]))
  const unknownNames = names.filter((name) => !ids.has(sortKey(name)))
  if (unknownNames.length > 0)
    throw new Refused(
      'invalid',
      'notStates',
      { names: unknownNames.slice(0, 5).join(', ') },
      'members',
    )
  return names.map((name) => ids.get(sortKey(name))!)
}
