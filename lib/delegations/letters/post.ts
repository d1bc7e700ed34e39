import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { Tx } from '@/lib/db/client'
import { enqueueMails } from '@/lib/mail/enqueue'

/** Who gets a letter, and for which delegation. */
export type Addressee = { email: string; name: string; delegation: string; delegationId: string }

type Letter = (to: Addressee) => { subject: string; text: string }

/** Writes to those who may submit for these delegations, one letter to a person. */
export const writeToDelegations = (
  tx: Tx,
  delegationIds: readonly string[],
  letter: Letter,
): Promise<void> =>
  post(
    tx,
    Prisma.sql`place."maySubmit" AND delegation.id = ANY (${[...delegationIds]}::uuid[])`,
    letter,
  )

/** Writes to everybody who has a place at a session, one letter to a person. */
export const writeToSession = (tx: Tx, sessionId: string, letter: Letter): Promise<void> =>
  post(
    tx,
    Prisma.sql`delegation."sessionId" = ${sessionId}::uuid AND delegation.state <> 'withdrawn'`,
    letter,
  )

async function post(tx: Tx, chosen: Prisma.Sql, letter: Letter): Promise<void> {
  const addressees = await tx.$queryRaw<Addressee[]>`
    SELECT DISTINCT ON (person.email, person.id) person.email, person.name,
      delegation.name AS delegation, delegation.id AS "delegationId"
    FROM "Representative" AS place
    JOIN "Person" AS person ON person.id = place."personId" AND person."disabledAt" IS NULL
    JOIN "Delegation" AS delegation ON delegation.id = place."delegationId"
    WHERE place."endedAt" IS NULL AND ${chosen}
    ORDER BY person.email, person.id, delegation."sortKey"`
  await enqueueMails(
    tx,
    addressees.map((to) => ({ recipient: to.email, ...letter(to) })),
  )
}
