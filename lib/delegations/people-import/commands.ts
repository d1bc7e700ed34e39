import 'server-only'
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/client'
import { authorize, found, Refused } from '@/lib/errors'
import type { SignedIn } from '@/lib/delegations/actor'
import { lockRegister, registerEntity } from '@/lib/delegations/commands'
import { letterSession } from '@/lib/delegations/letters'
import type { Registration } from './judgement'
import { judgeList } from './queries'
import type { RegisterPeople } from './schema'
import { givePlace } from '@/lib/delegations/place-commands'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { sortKey } from '@/lib/delegations/sort-key'

/** Two thousand lines take some seconds. */
const TIMEOUT = 60_000

/**
 * Registers the delegations and people of a list, all in one transaction, each recorded and written
 * to as if entered alone. Refuses the whole list if one line of it hinders.
 */
export async function registerPeople(
  actor: SignedIn,
  { sessionId, list }: RegisterPeople,
): Promise<{ slug: string; delegations: number; people: number }> {
  authorize(canRegisterDelegations(actor, sessionId), 'secretariatOnly')
  try {
    return await transaction(
      async (tx) => {
        await lockRegister(tx, sessionId)
        // Nobody is appointed one by one in the meantime.
        await tx.$queryRaw`
          SELECT 1 FROM "Delegation" WHERE "sessionId" = ${sessionId}::uuid ORDER BY id FOR UPDATE`
        const { registrations, problems } = await judgeList(tx, sessionId, list)
        const lines = new Set(problems.map(({ line }) => line)).size
        if (lines > 0) throw new Refused('invalid', 'listHasBadLines', { lines }, 'list')
        if (registrations.length === 0) throw new Refused('invalid', 'listEmptyImport', {}, 'list')
        const session = { ...(await letterSession(tx, sessionId)), id: sessionId }
        const people = await peopleOf(tx, registrations)
        for (const registration of registrations) {
          const delegationId = await delegationOf(tx, actor, sessionId, registration)
          for (const { email, role, maySubmit } of registration.people) {
            const place = { delegationId, delegation: registration.name, role, maySubmit }
            await givePlace(tx, actor, found(people.get(email)), place, session)
          }
        }
        return { slug: session.slug, delegations: registrations.length, people: people.size }
      },
      { timeout: TIMEOUT },
    )
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('conflict', 'listOvertaken')
    throw error
  }
}

type Known = { id: string; name: string; email: string }

/** The people of the list by address, made where new; a known person keeps the name they have. */
async function peopleOf(
  tx: Tx,
  registrations: readonly Registration[],
): Promise<Map<string, Known>> {
  const listed = registrations.flatMap(({ people }) => people)
  await tx.person.createMany({
    data: listed.map(({ name, honorific, email }) => ({ name, honorific, email })),
    skipDuplicates: true,
  })
  const people = await tx.$queryRaw<Known[]>`
    SELECT id, name, email FROM "Person" WHERE email = ANY(${listed.map(({ email }) => email)})
    ORDER BY email FOR UPDATE`
  return new Map(people.map((person) => [person.email, person]))
}

async function delegationOf(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  { entityId, delegationId, kind, name }: Registration,
): Promise<string> {
  if (delegationId) return delegationId
  const entity = entityId
    ? { id: entityId }
    : await tx.entity.create({
        data: { kind, name, names: { en: name }, sortKey: sortKey(name) },
      })
  const registered = await registerEntity(tx, actor, sessionId, entity.id)
  if (!registered) throw new Refused('conflict', 'listOvertaken')
  return registered
}
