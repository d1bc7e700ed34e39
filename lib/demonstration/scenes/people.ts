import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import {
  type CastDelegation,
  type CastDelegationKey,
  type CastMember,
  castDelegations,
  castOfficers,
} from '@/lib/demonstration/cast'

type Someone = { id: string; name: string }
type DelegationOfCast = { entityId: string; name: string; head: Someone; adviser: Someone }

/** The cast in the database: ids and names of its people, by delegation and by office. */
export type CastInDatabase = {
  delegations: Record<CastDelegationKey, DelegationOfCast>
  officers: Record<keyof typeof castOfficers, Someone>
}

/** Makes the people, States and organisations of the cast, all marked as invented. */
export async function makeCast(tx: Tx, passwordHash: string): Promise<CastInDatabase> {
  const person = ({ name, honorific, email }: Pick<CastMember, 'name' | 'honorific' | 'email'>) =>
    tx.person.create({
      data: { name, honorific, email, passwordHash },
      select: { id: true, name: true },
    })
  const delegations = {} as CastInDatabase['delegations']
  for (const [key, cast] of Object.entries(castDelegations) as [
    CastDelegationKey,
    CastDelegation,
  ][]) {
    const { name, kind, regionalGroup, people } = cast
    const entity = await tx.entity.create({
      data: {
        kind,
        name,
        names: { en: name },
        sortKey: sortKey(name),
        invented: true,
        regionalGroup: regionalGroup ?? null,
      },
    })
    if (people.alternate) await person(people.alternate)
    delegations[key] = {
      entityId: entity.id,
      name,
      head: await person(people.head),
      adviser: await person(people.adviser),
    }
  }
  const officers = {} as CastInDatabase['officers']
  for (const [key, someone] of Object.entries(castOfficers))
    officers[key as keyof typeof castOfficers] = await person(someone)
  return { delegations, officers }
}
