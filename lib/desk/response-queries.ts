import 'server-only'
import { counting } from '@/lib/circulation/counting'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { DeskReplies, DeskResponses } from './desk-view'

/** Comments of circulations that wait for a response, in the sessions with comments that the actor answers. */
export async function listDeskResponses(actor: SignedIn): Promise<DeskResponses[]> {
  const offices = actor.offices.filter(
    ({ kind }) => kind === 'rapporteur' || kind === 'secretariat',
  )
  if (offices.length === 0) return []
  const inAll = offices.some(({ sessionId }) => sessionId === null)
  const groups = await db.circulationComment.groupBy({
    by: ['sessionId', 'circulationId'],
    where: {
      ...counting,
      response: { is: null },
      ...(!inAll && { sessionId: { in: offices.flatMap(({ sessionId }) => sessionId ?? []) } }),
      circulation: {
        session: { OR: [{ consolidatedList: null }, { consolidatedList: { adoptedAt: null } }] },
      },
    },
    _count: true,
    orderBy: { circulationId: 'asc' },
  })
  if (groups.length === 0) return []
  const circulations = await db.circulation.findMany({
    where: { id: { in: groups.map(({ circulationId }) => circulationId) } },
    select: { id: true, title: true },
  })
  const titles = new Map(circulations.map(({ id, title }) => [id, title]))
  return groups.map(({ _count: count, ...group }) => ({
    ...group,
    title: titles.get(group.circulationId) ?? '',
    count,
  }))
}

/** Responses to which these delegations have not replied. */
export async function listDeskReplies(delegations: readonly string[]): Promise<DeskReplies[]> {
  if (delegations.length === 0) return []
  const comments = await db.circulationComment.findMany({
    where: {
      ...counting,
      delegationId: { in: [...delegations] },
      response: { is: { reply: null } },
    },
    select: { sessionId: true, delegationId: true, response: { select: { releasedAt: true } } },
  })
  return [...new Set(comments.map(({ delegationId }) => delegationId))].map((delegationId) => {
    const ownComments = comments.filter((comment) => comment.delegationId === delegationId)
    const times = ownComments.map(({ response }) => response?.releasedAt.getTime() ?? 0)
    return {
      delegationId,
      sessionId: ownComments[0]!.sessionId,
      count: ownComments.length,
      at: new Date(Math.max(...times)),
    }
  })
}
