import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { OfficeKind } from '@/lib/delegations/kinds'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { Refused } from '@/lib/errors'
import { heldIn } from './held-in'

/** Offices that only one person holds at a time. */
const single: readonly OfficeKind[] = ['chair', 'rapporteur']

/** Refuses a person who holds the office in the session already. */
export async function requireNotHeld(
  tx: Tx,
  kind: OfficeKind,
  personId: string,
  sessionId: string,
): Promise<void> {
  const held = { kind, personId, endedAt: null, ...heldIn(sessionId) }
  if (await tx.office.findFirst({ where: held, select: { id: true } }))
    throw new Refused('invalid', 'officeHeld', {}, 'email')
}

/**
 * Refuses an office of one person that another holds where it would be held: in the session, or with a group in any
 * session of it.
 */
export async function requireVacant(
  tx: Tx,
  kind: OfficeKind,
  personId: string,
  place: { sessionId: string } | { groupId: string },
): Promise<void> {
  if (!single.includes(kind)) return
  const here =
    'sessionId' in place
      ? heldIn(place.sessionId)
      : {
          OR: [
            { sessionId: null, groupId: null },
            { groupId: place.groupId },
            { session: { groupId: place.groupId } },
          ],
        }
  const other = await tx.office.findFirst({
    where: { kind, endedAt: null, personId: { not: personId }, ...here },
    orderBy: { id: 'asc' },
    select: { sessionId: true, person: { select: { name: true } } },
  })
  if (!other) return
  const { name } = other.person
  if ('sessionId' in place || !other.sessionId)
    throw new Refused('conflict', 'officeTaken', { name }, 'kind')
  const { short } = await letterSession(tx, other.sessionId)
  throw new Refused('conflict', 'officeTakenIn', { name, session: short }, 'kind')
}

/** Refuses an office of the Secretariat for a person with a seat in a delegation to the session; to any without one. */
export async function requireNoDelegation(
  tx: Tx,
  personId: string,
  sessionId: string | null,
): Promise<void> {
  const seat = await tx.representative.findFirst({
    where: {
      personId,
      endedAt: null,
      delegation: { state: { not: 'withdrawn' }, ...(sessionId && { sessionId }) },
    },
    select: { id: true },
  })
  if (seat) throw new Refused('invalid', 'secretariatNoPlace', {}, 'email')
}
