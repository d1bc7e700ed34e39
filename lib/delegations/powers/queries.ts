import 'server-only'
import { db } from '@/lib/db/client'

/** To whom the Chair's powers are handed over now, and to whom they could be. */
export type PowersView = {
  handedTo: { name: string; givenAt: Date; scope: string } | null
  viceChairs: { personId: string; name: string }[]
}

/** The Chair's powers in a session that `getSession` answered to this actor. */
export async function getPowers(session: { id: string }): Promise<PowersView> {
  const [handed] = await db.$queryRaw<NonNullable<PowersView['handedTo']>[]>`
    SELECT person.name, powers."givenAt", powers.scope
    FROM "PowersDelegation" AS powers JOIN "Person" AS person ON person.id = powers."toPersonId"
    WHERE powers."sessionId" = ${session.id}::uuid AND powers."endedAt" IS NULL`
  const offices = await db.office.findMany({
    where: {
      kind: 'viceChair',
      endedAt: null,
      OR: [{ sessionId: null }, { sessionId: session.id }],
    },
    orderBy: { appointedAt: 'asc' },
    select: { personId: true, person: { select: { name: true } } },
  })
  const viceChairs = offices.map(({ personId, person }) => ({ personId, name: person.name }))
  return { handedTo: handed ?? null, viceChairs }
}
