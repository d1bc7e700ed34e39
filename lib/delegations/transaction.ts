import 'server-only'
import { systemTransaction, type TransactionOptions, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { lockRightsOf } from '@/lib/db/row-locks'
import { Refused } from '@/lib/errors'
import type { HeldOffice, Place, SignedIn } from './actor'
import { type RightsRow, rightsWhere } from './rights'

/**
 * Runs an act of a person in one transaction, as `systemTransaction` does. First it locks and reads the actor's
 * rights again: they were read before, and the act may have waited meanwhile. Refuses an actor whose
 * account was closed, or who lost a seat, an office or the right to submit; and nobody can take a right
 * from them until the act is stored. The operator of the command line has no rights to lose. Every command of a person begins here: an architecture test fails on any other.
 */
export const transaction = <T>(
  actor: SignedIn | 'operator',
  act: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> =>
  systemTransaction(async (tx) => {
    if (actor !== 'operator') await requireRights(tx, actor)
    return act(tx)
  }, options)

async function requireRights(tx: Tx, actor: SignedIn): Promise<void> {
  await lockRightsOf(tx, actor.personId)
  const [now] = await tx.$queryRaw<RightsRow[]>(
    rightsWhere(Prisma.sql`person.id = ${actor.personId}::uuid`),
  )
  if (!now) throw new Refused('forbidden', 'signedOut')
  const keepsAll =
    actor.places.every((place) => now.places.some((held) => grants(held, place))) &&
    actor.offices.every((office) => now.offices.some((held) => includes(held, office)))
  if (!keepsAll) throw new Refused('conflict', 'rightsChanged')
}

const grants = (held: Place, assumed: Place): boolean =>
  held.representativeId === assumed.representativeId &&
  held.role === assumed.role &&
  (held.maySubmit || !assumed.maySubmit)

/** An office of the whole group is one in every session. */
const includes = (held: HeldOffice, assumed: HeldOffice): boolean =>
  held.kind === assumed.kind && (held.sessionId === null || held.sessionId === assumed.sessionId)
