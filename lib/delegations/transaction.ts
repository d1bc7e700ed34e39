import 'server-only'
import { systemTransaction, type TransactionOptions, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { lockRightsOf } from '@/lib/db/row-locks'
import { Refused } from '@/lib/errors'
import type { HeldOffice, Membership, SignedIn } from './actor'
import { type RightsRow, rightsWhere } from './rights'

/**
 * Runs an act of a person in one transaction, as `systemTransaction` does. First it locks and reads the actor's rights
 * again: they were read before, and the act may have waited meanwhile. Refuses an actor whose account was closed, or
 * who lost a seat, an office or the right to submit; and nobody can take a right from them until the act is stored.
 * Last it marks the form of the act as done (idempotency): a form done before is refused with `doneBefore`, a form in
 * progress is waited for. The operator of the command line has no rights to lose. Every command of a person begins
 * here: an architecture test fails on any other.
 */
export const transaction = <T>(
  actor: SignedIn | 'operator',
  act: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> =>
  actor === 'operator' ? systemTransaction(act, options) : ofPerson(actor, act, options)

async function ofPerson<T>(
  actor: SignedIn,
  act: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const form = actor.request?.form
  const result = await systemTransaction(async (tx) => {
    await requireRights(tx, actor)
    const outcome = await act(tx)
    if (form && !form.isDone) await markDone(tx, form.id, actor.personId)
    return outcome
  }, options)
  if (form) form.isDone = true
  return result
}

async function markDone(tx: Tx, id: string, personId: string): Promise<void> {
  const { count } = await tx.doneForm.createMany({ data: [{ id, personId }], skipDuplicates: true })
  if (count === 0) throw new Refused('conflict', 'doneBefore')
}

async function requireRights(tx: Tx, actor: SignedIn): Promise<void> {
  await lockRightsOf(tx, actor.personId)
  const [now] = await tx.$queryRaw<RightsRow[]>(
    rightsWhere(Prisma.sql`person.id = ${actor.personId}::uuid`),
  )
  if (!now) throw new Refused('forbidden', 'signedOut')
  const keepsAll =
    actor.memberships.every((place) => now.places.some((present) => grants(present, place))) &&
    actor.offices.every((office) => now.offices.some((present) => includes(present, office)))
  if (!keepsAll) throw new Refused('conflict', 'rightsChanged')
}

const grants = (present: Membership, assumed: Membership): boolean =>
  present.representativeId === assumed.representativeId &&
  present.role === assumed.role &&
  (present.maySubmit || !assumed.maySubmit)

/** An office of the whole group is one in every session. */
const includes = (present: HeldOffice, assumed: HeldOffice): boolean =>
  present.kind === assumed.kind &&
  (present.sessionId === null || present.sessionId === assumed.sessionId)
