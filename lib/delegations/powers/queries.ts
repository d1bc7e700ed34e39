import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { db } from '@/lib/db/client'
import { handedColumns, handedOf, type HandedPowers, inForce } from './powers'

/** The person who has the Chair's powers now, and the Vice-Chairs who could receive them. */
export type PowersView = {
  handedTo: { name: string; givenAt: Date; scope: string } | null
  viceChairs: { personId: string; name: string }[]
}

/** The Chair's powers in a session that `getSession` answered to this actor. */
export async function getPowers(session: { id: string }): Promise<PowersView> {
  const handed = await db.powersDelegation.findFirst({
    where: { sessionId: session.id, ...inForce },
    select: { toPersonId: true, givenAt: true, scope: true },
  })
  const receiver =
    handed &&
    (await db.person.findUniqueOrThrow({
      where: { id: handed.toPersonId! },
      select: { name: true },
    }))
  const offices = await db.office.findMany({
    where: {
      kind: 'viceChair',
      endedAt: null,
      ...heldIn(session.id),
    },
    orderBy: { appointedAt: 'asc' },
    select: { personId: true, person: { select: { name: true } } },
  })
  const viceChairs = offices.map(({ personId, person }) => ({ personId, name: person.name }))
  return {
    handedTo: handed &&
      receiver && { name: receiver.name, givenAt: handed.givenAt, scope: handed.scope },
    viceChairs,
  }
}

/** The powers of the Chair that are handed over now, by session; without an entry the Chair keeps them. */
export async function listHandedPowers(
  sessionIds: readonly string[],
): Promise<Map<string, HandedPowers>> {
  const handed = await db.powersDelegation.findMany({
    where: { sessionId: { in: [...sessionIds] }, ...inForce },
    select: { sessionId: true, ...handedColumns },
  })
  return new Map(handed.map((row) => [row.sessionId, handedOf(row)]))
}
