import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { databaseTime, type Tx } from '@/lib/db/client'
import { letterSession, type PowersChange, powersLetter } from '../letters/memberships'
import { transaction } from '../transaction'
import { lockRow } from '@/lib/db/row-locks'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { announce, listTopic } from '@/lib/live/announce'
import { enqueueMail } from '@/lib/mail/enqueue'
import { record } from '@/lib/record/record'
import { holds, type SignedIn } from '@/lib/delegations/actor'
import type { HandOverPowers, TakeBackPowers } from './schema'
import { handedColumns, handedOf, type HandedPowers, inForce } from './powers'

/** The powers of a session's Chair as they are handed over now. */
export async function handedPowers(
  tx: Pick<Tx, 'powersDelegation'>,
  sessionId: string,
): Promise<HandedPowers> {
  const where = { sessionId, ...inForce }
  return handedOf(await tx.powersDelegation.findFirst({ where, select: handedColumns }))
}

/** The Chair hands the presiding officer's full powers and duties to a Vice-Chair, until taken back. A letter tells them. */
export function handOverPowers(actor: SignedIn, input: HandOverPowers): Promise<void> {
  return transaction(actor, async (tx) => {
    const session = await lockSession(tx, input.slug)
    authorize(holds(actor, session.id, 'chair'), 'onlyChair')
    if (await handedPowers(tx, session.id)) throw new Refused('conflict', 'powersHandedOver')
    const receiver = await tx.office.findFirst({
      where: {
        personId: input.toPersonId,
        kind: 'viceChair',
        endedAt: null,
        ...heldIn(session.id),
      },
      select: { person: { select: { name: true } } },
    })
    if (!receiver) throw new Refused('invalid', 'powersNoOffice', {}, 'toPersonId')
    await tx.powersDelegation.create({
      data: {
        sessionId: session.id,
        fromPersonId: actor.personId,
        toPersonId: input.toPersonId,
        scope: input.scope,
      },
    })
    await tellConsoles(tx, session.id)
    const { toPersonId, scope } = input
    await tell(tx, session.id, { to: toPersonId, by: actor.personId, change: 'given', scope })
    await record(tx, actor, 'powers.handedOver', {
      sessionId: session.id,
      subjectId: input.toPersonId,
      data: { name: receiver.person.name },
    })
  })
}

/** The Chair takes the powers back. A letter tells the Vice-Chair. */
export function takeBackPowers(actor: SignedIn, { slug }: TakeBackPowers): Promise<void> {
  return transaction(actor, async (tx) => {
    const session = await lockSession(tx, slug)
    authorize(holds(actor, session.id, 'chair'), 'onlyChair')
    await endHandover(tx, actor, session.id, 'powers.takenBack')
  })
}

/**
 * Powers that a Vice-Chair held return to the Chair when the office of the Vice-Chair ends, in each session in which the
 * person is no Vice-Chair any more. A letter tells the Chair. The caller has locked the sessions in which the office was held.
 */
export async function returnPowersOf(
  tx: Tx,
  actor: SignedIn,
  { personId }: { personId: string },
): Promise<void> {
  const handed = await tx.powersDelegation.findMany({
    where: { toPersonId: personId, endedAt: null },
    select: { sessionId: true },
    orderBy: { sessionId: 'asc' },
  })
  for (const { sessionId } of handed) {
    const where = { personId, kind: 'viceChair', endedAt: null, ...heldIn(sessionId) } as const
    if (await tx.office.findFirst({ where, select: { id: true } })) continue
    await endHandover(tx, actor, sessionId, 'powers.returned')
  }
}

/** Ends the handover in a session and records it as `event`; nothing is recorded if the Chair has the powers. */
async function endHandover(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  event: 'powers.takenBack' | 'powers.returned',
): Promise<void> {
  const handed = await handedPowers(tx, sessionId)
  const { count } = await tx.powersDelegation.updateMany({
    where: { sessionId, ...inForce },
    data: { endedAt: await databaseTime(tx), endedById: actor.personId },
  })
  if (count === 0 || !handed) return
  await tellConsoles(tx, sessionId)
  await record(tx, actor, event, { sessionId })
  const { toPersonId: viceChair } = handed
  if (event === 'powers.takenBack')
    return tell(tx, sessionId, { to: viceChair, by: actor.personId, change: 'takenBack' })
  // Another person may hold the office than the Chair who handed over.
  const chair = await tx.office.findFirst({
    where: { kind: 'chair', endedAt: null, ...heldIn(sessionId) },
    select: { personId: true },
  })
  if (chair) await tell(tx, sessionId, { to: chair.personId, by: viceChair, change: 'returned' })
}

/** Writes to the person to whom the powers came, or from whom they went. */
async function tell(
  tx: Tx,
  sessionId: string,
  { to, by, ...told }: { to: string; by: string; change: PowersChange; scope?: string },
): Promise<void> {
  const columns = { name: true, email: true }
  const recipient = await tx.person.findUniqueOrThrow({ where: { id: to }, select: columns })
  const other = await tx.person.findUniqueOrThrow({ where: { id: by }, select: columns })
  const session = await letterSession(tx, sessionId)
  await enqueueMail(tx, powersLetter(recipient, { ...told, other: other.name }, session))
}

/** Another person presides: open consoles and desks are drawn again. */
async function tellConsoles(tx: Tx, sessionId: string): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { version: { increment: 1 } } })
  await announce(tx, listTopic(sessionId))
}

async function lockSession(tx: Tx, slug: string): Promise<{ id: string }> {
  const session = orNotFound(await tx.session.findUnique({ where: { slug }, select: { id: true } }))
  await lockRow(tx, 'Session', session.id)
  return session
}
