import 'server-only'
import type { Tx } from '@/lib/db/client'
import { Refused } from '@/lib/errors'

/**
 * The person of an e-mail address, made if new, and taken for the rest of the transaction, so that
 * two appointments of one person have an order. A known person keeps the name they have.
 */
export async function personOf(
  tx: Tx,
  someone: { honorific: string; name: string; email: string },
): Promise<{ id: string; name: string }> {
  await tx.person.createMany({ data: [someone], skipDuplicates: true })
  const rows = await tx.$queryRaw<{ id: string; name: string; disabled: boolean }[]>`
    SELECT id, name, "disabledAt" IS NOT NULL AS disabled FROM "Person"
    WHERE email = ${someone.email} FOR UPDATE`
  const [person] = rows
  if (!person || person.disabled) throw new Refused('invalid', 'personDisabled', {}, 'email')
  return person
}

/** One person speaks for one delegation in a session. */
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

/** The Secretariat authors no substance: whoever belongs to it has no place in a delegation. */
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
      OR: [{ sessionId: null }, { sessionId }],
    },
    select: { id: true },
  })
  if (office) throw new Refused('invalid', 'secretariatNoPlace', {}, 'email')
}
