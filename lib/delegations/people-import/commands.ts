import 'server-only'
import { isUniqueViolation, type Tx } from '@/lib/db/client'
import { transaction } from '../transaction'
import { lockRows } from '@/lib/db/row-locks'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import type { SignedIn } from '@/lib/delegations/actor'
import { lockRegister, registerEntity } from '@/lib/delegations/commands'
import { letterSession } from '@/lib/delegations/letters/memberships'
import type { Registration } from './judgement'
import { judgeList } from './queries'
import type { RegisterPeople } from './schema'
import { givePlace } from '@/lib/delegations/memberships/commands'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { sortKey } from '@/lib/delegations/names/sort-key'

/** A list of two thousand lines takes some seconds. */
const TIMEOUT = 60_000

/**
 * Registers the delegations and people of a list in one transaction. Each is recorded and sent a letter
 * as if entered alone. Refuses the whole list if one line has a problem.
 */
export async function registerPeople(
  actor: SignedIn,
  { sessionId, list }: RegisterPeople,
): Promise<{ slug: string; delegations: number; people: number }> {
  authorize(canRegisterDelegations(actor, sessionId), 'secretariatOnly')
  try {
    return await transaction(
      actor,
      async (tx) => {
        await lockRegister(tx, sessionId)
        // Appointments of single persons wait until the import is stored.
        const delegations = await tx.delegation.findMany({
          where: { sessionId },
          select: { id: true },
        })
        await lockRows(
          tx,
          'Delegation',
          delegations.map(({ id }) => id),
        )
        const { registrations, problems, unchanged } = await judgeList(tx, sessionId, list)
        const lines = new Set(problems.map(({ line }) => line)).size
        if (lines > 0) throw new Refused('invalid', 'listHasBadLines', { lines }, 'list')
        if (registrations.length === 0) {
          const key = unchanged > 0 ? 'listNothingNew' : 'listEmptyImport'
          throw new Refused('invalid', key, {}, 'list')
        }
        const session = { ...(await letterSession(tx, sessionId)), id: sessionId }
        const people = await peopleOf(tx, registrations)
        for (const registration of registrations) {
          const delegationId = await delegationOf(tx, actor, sessionId, registration)
          for (const { email, role, maySubmit } of registration.people) {
            const place = { delegationId, delegation: registration.name, role, maySubmit }
            await givePlace(tx, actor, orNotFound(people.get(email)), place, session)
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

/** Finds or creates the people of the list; the key is the e-mail address. A known person keeps their name. */
async function peopleOf(
  tx: Tx,
  registrations: readonly Registration[],
): Promise<Map<string, Known>> {
  const listedPeople = registrations.flatMap(({ people }) => people)
  await tx.person.createMany({
    data: listedPeople.map(({ name, honorific, email }) => ({ name, honorific, email })),
    skipDuplicates: true,
  })
  const people = await tx.person.findMany({
    where: { email: { in: listedPeople.map(({ email }) => email) } },
    select: { id: true, name: true, email: true },
  })
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
