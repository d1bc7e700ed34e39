import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '../transaction'
import { lockRow } from '@/lib/db/row-locks'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { announce, listTopic } from '@/lib/live/announce'
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

/** The Chair hands the presiding officer's full powers and duties to a Vice-Chair, until taken back. */
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
    await record(tx, actor, 'powers.handedOver', {
      sessionId: session.id,
      subjectId: input.toPersonId,
      data: { name: receiver.person.name },
    })
  })
}

/** The Chair takes the powers back. */
export function takeBackPowers(actor: SignedIn, { slug }: TakeBackPowers): Promise<void> {
  return transaction(actor, async (tx) => {
    const session = await lockSession(tx, slug)
    authorize(holds(actor, session.id, 'chair'), 'onlyChair')
    await endHandover(tx, actor, session.id, 'powers.takenBack')
  })
}

/**
 * Powers that a Vice-Chair held return to the Chair when the office of the Vice-Chair ends, in each session in which the
 * person is no Vice-Chair any more. The caller has locked the sessions in which the office was held.
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
  const { count } = await tx.powersDelegation.updateMany({
    where: { sessionId, ...inForce },
    data: { endedAt: await databaseTime(tx), endedById: actor.personId },
  })
  if (count === 0) return
  await tellConsoles(tx, sessionId)
  await record(tx, actor, event, { sessionId })
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
