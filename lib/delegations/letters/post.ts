import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { Tx } from '@/lib/db/client'
import { enqueueMails } from '@/lib/mail/enqueue'

/** Who gets a letter, and for which delegation. */
export type Addressee = { email: string; name: string; delegation: string }

type Letter = (to: Addressee) => { subject: string; text: string }

/** Writes to those who may submit for these delegations, one letter to a person. */
export const writeToDelegations = (
  tx: Tx,
  delegationIds: readonly string[],
  letter: Letter,
): Promise<void> =>
  post(tx, { maySubmit: true, delegation: { id: { in: [...delegationIds] } } }, letter)

/** Writes to everybody who has a place at a session, one letter to a person. */
export const writeToSession = (tx: Tx, sessionId: string, letter: Letter): Promise<void> =>
  post(tx, { delegation: { sessionId, state: { not: 'withdrawn' } } }, letter)

async function post(tx: Tx, where: Prisma.RepresentativeWhereInput, letter: Letter): Promise<void> {
  const places = await tx.representative.findMany({
    where: { ...where, endedAt: null, person: { disabledAt: null } },
    orderBy: [{ person: { email: 'asc' } }, { delegation: { sortKey: 'asc' } }],
    distinct: ['personId'],
    select: {
      person: { select: { email: true, name: true } },
      delegation: { select: { name: true } },
    },
  })
  await enqueueMails(
    tx,
    places.map(({ person, delegation }) => ({
      recipient: person.email,
      ...letter({ ...person, delegation: delegation.name }),
    })),
  )
}
