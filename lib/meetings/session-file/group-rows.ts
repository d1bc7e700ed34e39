import 'server-only'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { Refused } from '@/lib/errors'
import { dayOf } from '@/lib/sessions/groups/schema'
import type { SessionFile } from './format'

type GroupFacts = NonNullable<SessionFile['group']>
type GroupOfFile = { id: string; timeZone: string }

/**
 * The group of a file: that with its symbol root, made if there is none, with the mandates, the workplan and the groups
 * of States that it lacks; settings of a group that exists stay. Without a group in the file, the only one.
 */
export async function groupOf(
  tx: Tx,
  { group: facts, session }: SessionFile,
): Promise<GroupOfFile> {
  const groups = await tx.expertGroup.findMany({ orderBy: { name: 'asc' } })
  if (!facts) {
    const [only, another] = groups
    if (!only || another) throw new Refused('conflict', 'groupNotNamed')
    return only
  }
  const { name, shortName, describedAs, symbolRoot, parentBody, seat, timeZone, eventWord } = facts
  const existing = groups.find((group) => group.symbolRoot === symbolRoot)
  const group =
    existing ??
    (await tx.expertGroup.create({
      data: {
        name,
        symbolRoot,
        parentBody,
        describedAs,
        shortName: shortName || name,
        seat: seat || session.place,
        ...(timeZone && { timeZone }),
        ...(eventWord && { eventWord }),
        mandates: facts.mandates.map(({ body, symbol }) => `${body} resolution ${symbol}`),
      },
    }))
  if (!group.describedAs && describedAs)
    await tx.expertGroup.update({ where: { id: group.id }, data: { describedAs } })
  await addMandates(tx, group.id, facts)
  await addEarlierMeetings(tx, group.id, facts)
  await addWorkplan(tx, group.id, facts)
  await addGroupsOfStates(tx, group.id, facts)
  return group
}

async function addMandates(tx: Tx, groupId: string, { mandates }: GroupFacts): Promise<void> {
  const before = await tx.mandate.count({ where: { groupId } })
  await tx.mandate.createMany({
    data: mandates.map(({ date = '', adoptedAtSession, ...mandate }, index) => ({
      ...mandate,
      groupId,
      dated: date,
      adoptedAtSession: adoptedAtSession ?? null,
      date: dayOf(date),
      position: before + index + 1,
    })),
    skipDuplicates: true,
  })
}

async function addEarlierMeetings(tx: Tx, groupId: string, facts: GroupFacts): Promise<void> {
  await tx.earlierMeeting.createMany({
    data: facts.earlierMeetings.map(({ startsOn, endsOn, ...meeting }) => ({
      ...meeting,
      groupId,
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
    })),
    skipDuplicates: true,
  })
}

async function addWorkplan(tx: Tx, groupId: string, { workplan }: GroupFacts): Promise<void> {
  if (!workplan) return
  const { topics, document, adoptedAtSession, stockTakingNotLaterThan, ...rest } = workplan
  const { fromYear } = workplan
  if (await tx.workplan.findUnique({ where: { groupId_fromYear: { groupId, fromYear } } })) return
  const adoptedAt =
    adoptedAtSession &&
    (await tx.session.findUnique({
      where: { groupId_ordinal: { groupId, ordinal: adoptedAtSession } },
      select: { id: true },
    }))
  await tx.workplan.create({
    data: {
      ...rest,
      groupId,
      documentSymbol: document,
      stockTakingYear: stockTakingNotLaterThan ?? null,
      adoptedAtId: (adoptedAt && adoptedAt.id) || null,
      topics: { create: topics.map((topic, index) => ({ ...topic, position: index + 1 })) },
    },
  })
}

async function addGroupsOfStates(tx: Tx, groupId: string, facts: GroupFacts): Promise<void> {
  if (facts.groupsOfStates.length === 0) return
  const ids = await entityIds(tx)
  for (const { name, kind, members } of facts.groupsOfStates) {
    if (await tx.groupOfStates.findUnique({ where: { groupId_name: { groupId, name } } })) continue
    await tx.groupOfStates.create({
      data: {
        groupId,
        name,
        kind,
        members: { create: members.map((member) => ({ entityId: ids(member)! })) },
      },
    })
  }
}

/** The id of a State or organisation by its name, or by the name without its brackets; null if none. */
export async function entityIds(tx: Tx): Promise<(name: string) => string | null> {
  const entities = await tx.entity.findMany({ select: { id: true, name: true, names: true } })
  const ids = new Map<string, string>()
  const add = (name: string, id: string) => ids.has(sortKey(name)) || ids.set(sortKey(name), id)
  for (const { id, name } of entities) add(name, id)
  for (const { id, name, names } of entities) {
    add(name.replace(/ \(.*\)$/, ''), id)
    for (const translation of Object.values(names as Record<string, string>)) add(translation, id)
  }
  return (name) => ids.get(sortKey(name)) ?? null
}
