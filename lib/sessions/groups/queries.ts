import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'

/** The groups of this installation, for people who take part. */
export const listAllGroups = async (
  actor: Actor,
): Promise<{ id: string; name: string; symbolRoot: string; sessions: number }[]> => {
  if (!takesPart(actor)) return []
  const groups = await db.expertGroup.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, name: true, symbolRoot: true, _count: { select: { sessions: true } } },
  })
  return groups.map(({ _count, ...group }) => ({ ...group, sessions: _count.sessions }))
}

/** A group with its settings, mandates, workplans, sessions and groups of States, for people who take part. */
export async function getGroup(actor: Actor, id: string) {
  const group = takesPart(actor)
    ? await db.expertGroup.findUnique({
        where: { id },
        include: {
          mandateList: { orderBy: [{ dated: 'asc' }, { position: 'asc' }] },
          workplans: {
            orderBy: { fromYear: 'desc' },
            include: {
              topics: { orderBy: [{ year: 'asc' }, { position: 'asc' }] },
              adoptedAt: { select: { id: true, ordinal: true, slug: true } },
            },
          },
          sessions: {
            orderBy: { ordinal: 'asc' },
            select: { id: true, ordinal: true, slug: true },
          },
          groupsOfStates: {
            orderBy: { name: 'asc' },
            include: {
              members: {
                where: { untilOn: null },
                orderBy: { entity: { sortKey: 'asc' } },
                select: { entity: { select: { name: true } } },
              },
            },
          },
        },
      })
    : null
  return orNotFound(group)
}
export type GroupView = Awaited<ReturnType<typeof getGroup>>
