import 'server-only'
import type { Tx } from '@/lib/db/client'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { lockRow } from '@/lib/db/row-locks'
import { isOfAnother } from '@/lib/delegations/names/name-clash'
import { Refused } from '@/lib/errors'

/**
 * Finds or creates the person with this e-mail address and locks the row, so that two appointments of
 * one person come one after the other. A known person keeps their name. Refuses a closed account. `isNew`: nobody had
 * the address.
 */
export async function personOf(
  tx: Tx,
  someone: { honorific: string; name: string; email: string },
): Promise<{ id: string; name: string; isNew: boolean }> {
  const { count } = await tx.person.createMany({ data: [someone], skipDuplicates: true })
  const { email } = someone
  const { id } = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } })
  await lockRow(tx, 'Person', id)
  const person = await tx.person.findUnique({ where: { id, email, disabledAt: null } })
  if (!person) throw new Refused('invalid', 'personDisabled', {}, 'email')
  return { id, name: person.name, isNew: count > 0 }
}

/** Refuses the address of a known person whose name shares no word with the typed one: it was mistaken. */
export function requireOwnAddress(
  typed: { name: string; email: string },
  person: { name: string },
): void {
  if (isOfAnother(typed, person.name))
    throw new Refused('invalid', 'addressOfAnother', { name: person.name }, 'email')
}

/** Refuses a person with a seat in the session: one person speaks for one delegation. */
export async function requireNoPlace(tx: Tx, personId: string, sessionId: string): Promise<void> {
  const place = await tx.representative.findFirst({
    where: {
      personId,
      endedAt: null,
      delegation: { sessionId, state: { not: 'withdrawn' } },
    },
    select: { delegation: { select: { name: true } } },
  })
  if (place)
    throw new Refused('invalid', 'personHasPlace', { delegation: place.delegation.name }, 'email')
}

/** Refuses a member of the Secretariat, who has no seat in a delegation (domain.md 1.4: it authors no substance). */
export async function requireNotSecretariat(
  tx: Tx,
  personId: string,
  sessionId: string,
): Promise<void> {
  const office = await tx.office.findFirst({
    where: {
      personId,
      kind: 'secretariat',
      endedAt: null,
      ...heldIn(sessionId),
    },
    select: { id: true },
  })
  if (office) throw new Refused('invalid', 'secretariatNoPlace', {}, 'email')
}
