import 'server-only'
import { db } from '@/lib/db/client'

/**
 * The members of the extended Bureau of a session that `getSession` answered to this actor, in their order; ended
 * places last.
 */
export const listBureau = async (session: { id: string; groupId: string }) =>
  (
    await db.bureauMember.findMany({
      where: {
        groupId: session.groupId,
        OR: [{ sessionId: null }, { sessionId: session.id }],
      },
      orderBy: [{ capacity: 'asc' }, { position: 'asc' }],
      select: {
        id: true,
        capacity: true,
        title: true,
        honorific: true,
        name: true,
        affiliation: true,
        sessionId: true,
        fromOn: true,
        untilOn: true,
        endedAt: true,
      },
    })
  ).toSorted((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))
export type BureauMemberView = Awaited<ReturnType<typeof listBureau>>[number]

/** The powers that a Chair handed to a Vice-Chair in the session, the latest first. */
export async function listPowers(session: { id: string }) {
  const rows = await db.powersDelegation.findMany({
    where: { sessionId: session.id },
    orderBy: { givenAt: 'desc' },
    select: {
      id: true,
      scope: true,
      givenAt: true,
      endedAt: true,
      fromPersonId: true,
      toPersonId: true,
      fromMember: { select: { name: true } },
      toMember: { select: { name: true } },
    },
  })
  const ids = rows.flatMap(({ fromPersonId, toPersonId }) =>
    [fromPersonId ?? [], toPersonId ?? []].flat(),
  )
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
  return rows.map(({ fromPersonId, toPersonId, fromMember, toMember, ...row }) => ({
    ...row,
    from: fromMember?.name ?? nameOf(fromPersonId),
    to: toMember?.name ?? nameOf(toPersonId),
  }))
}
