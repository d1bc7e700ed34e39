import 'server-only'
import { seatDay } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { GroupOnDay } from './policy'

/** A group of States on one day, with its members' rows. */
export type GroupRow = GroupOnDay & {
  id: string
  states: readonly { entityId: string; name: string; sortKey: string }[]
}

/** The `where` of rows valid on a day, both ends included; null is open. */
const heldOn = (day: Date) => ({
  AND: [
    { OR: [{ fromOn: null }, { fromOn: { lte: day } }] },
    { OR: [{ untilOn: null }, { untilOn: { gte: day } }] },
  ],
})

/**
 * The groups of States that a session's group knows, as they were on the seat's day of an instant; `choice` picks one
 * of them, or those to which a State ever belonged or for which it ever spoke.
 */
export async function groupsOn(
  tx: Tx,
  sessionId: string,
  at: Date,
  choice: { id: string } | { entityId: string },
): Promise<GroupRow[]> {
  const day = seatDay(at)
  const filter: Prisma.GroupOfStatesWhereInput =
    'id' in choice ? choice : { OR: [{ members: { some: choice } }, { bureau: { some: choice } }] }
  const groups = await tx.groupOfStates.findMany({
    where: { group: { sessions: { some: { id: sessionId } } }, ...filter },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      members: {
        where: heldOn(day),
        orderBy: { entity: { sortKey: 'asc' } },
        select: { entityId: true, entity: { select: { name: true, sortKey: true } } },
      },
      bureau: {
        where: {
          ...heldOn(day),
          entityId: { not: null },
          AND: [
            ...heldOn(day).AND,
            { OR: [{ endedAt: null }, { endedAt: { gt: at } }] },
            { OR: [{ sessionId: null }, { sessionId }] },
          ],
        },
        select: { entityId: true },
      },
    },
  })
  return groups.map(({ members, bureau, ...group }) => ({
    ...group,
    members: members.map(({ entityId }) => entityId),
    speakers: bureau.flatMap(({ entityId }) => entityId ?? []),
    states: members.map(({ entityId, entity }) => ({ entityId, ...entity })),
  }))
}
