import 'server-only'
import { clockTime } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { lockedStatement, type ListPlace, recordOnList } from './commands'
import { inOrder } from './order'
import { canGiveFloor } from './policy'
import type { NoteStatement, OneStatement, OrderSpeakers } from './schema'

/** Moves a speaker who waits. From then on the list has the Chair's order; requests that come later stand behind it. */
export function orderSpeakers(actor: SignedIn, input: OrderSpeakers): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const { statementId, move } = input
    const { list } = await lockedStatement(tx, statementId)
    requireAllowed(canGiveFloor(actor, list.sessionId, await handedPowers(tx, list.sessionId)))
    const waiting = inOrder(
      await tx.statement.findMany({
        where: { listId: list.id, calledAt: null, spokenAt: null, withdrawnAt: null },
        select: { id: true, sequence: true, position: true },
      }),
    )
    const from = waiting.findIndex(({ id }) => id === statementId)
    if (from < 0) throw new Refused('conflict', 'floorEnded')
    const to = move === 'first' ? 0 : Math.max(0, from + (move === 'up' ? -1 : 1))
    const [moved] = waiting.splice(from, 1)
    waiting.splice(to, 0, moved!)
    for (const [index, { id, position }] of waiting.entries())
      if (position !== index + 1)
        await tx.statement.update({ where: { id }, data: { position: index + 1 } })
    return recordOnList(tx, actor, list, 'session.speakersOrdered', list.id)
  })
}

/**
 * Gives a speaker the floor. The former speaker has spoken, except for a point of order: after it, the interrupted
 * speaker has the floor again.
 */
export function callSpeaker(actor: SignedIn, { statementId }: OneStatement): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const statement = await lockedStatement(tx, statementId)
    const { list, sessionId, speaker } = statement
    requireAllowed(canGiveFloor(actor, sessionId, await handedPowers(tx, sessionId)))
    if (statement.calledAt || statement.spokenAt || statement.withdrawnAt)
      throw new Refused('conflict', 'floorEnded')
    const now = await clockTime(tx)
    await tx.statement.updateMany({
      where: {
        listId: list.id,
        calledAt: { not: null },
        spokenAt: null,
        withdrawnAt: null,
        ...(statement.kind === 'pointOfOrder' && { kind: 'pointOfOrder' }),
      },
      data: { spokenAt: now },
    })
    await tx.statement.update({ where: { id: statementId }, data: { calledAt: now } })
    return recordOnList(tx, actor, list, 'session.speakerCalled', statementId, { speaker })
  })
}

/** Notes that a statement was made, at which meeting, with its text if it was handed in. */
export function noteStatement(actor: SignedIn, input: NoteStatement): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const { statementId, meetingId, text } = input
    const statement = await lockedStatement(tx, statementId)
    const { list, sessionId, speaker, spokenAt, withdrawnAt } = statement
    requireAllowed(canGiveFloor(actor, sessionId, await handedPowers(tx, sessionId)))
    if (withdrawnAt) throw new Refused('conflict', 'floorEnded')
    if (meetingId) orNotFound(await tx.meeting.findFirst({ where: { id: meetingId, sessionId } }))
    await tx.statement.update({
      where: { id: statementId },
      data: {
        meetingId: meetingId ?? statement.meetingId,
        text: text || statement.text,
        ...(spokenAt ? {} : { spokenAt: await clockTime(tx) }),
      },
    })
    return recordOnList(tx, actor, list, 'session.statementMade', statementId, { speaker })
  })
}
