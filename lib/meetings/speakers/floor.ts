import 'server-only'
import { clockTime } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import { lockedStatement, type ListPlace, recordOnList, speakersTopic } from './commands'
import { HOLDS_FLOOR, inOrder, statusOf } from './order'
import { canGiveFloor } from './policy'
import type { CallSpeaker, NoteStatement, OneStatement, OrderSpeakers } from './schema'

/** Moves a speaker who waits. From then on the list has the Chair's order; requests that come later stand behind it. Idempotent. */
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
    const placed = waiting.map(({ id, position: was }, index) => ({ id, was, position: index + 1 }))
    const changed = placed.filter(({ was, position }) => was !== position)
    if (changed.length === 0) return list.place
    for (const { id, position } of changed)
      await tx.statement.update({ where: { id }, data: { position } })
    return recordOnList(tx, actor, list, 'session.speakersOrdered', list.id)
  })
}

/**
 * Gives a speaker the floor, which a session has once. The former speaker has spoken, on whichever list, except for a
 * point of order: after it, the interrupted speaker has the floor again. Refused if somebody got the floor since the
 * page was read, who would have spoken without a word.
 */
export function callSpeaker(actor: SignedIn, input: CallSpeaker): Promise<ListPlace> {
  const { statementId, held } = input
  return transaction(actor, async (tx) => {
    const found = await tx.statement.findUnique({ where: { id: statementId } })
    const { sessionId, speaker } = orNotFound(found)
    await lockRow(tx, 'Session', sessionId)
    const statement = await lockedStatement(tx, statementId)
    const { list } = statement
    requireAllowed(canGiveFloor(actor, sessionId, await handedPowers(tx, sessionId)))
    if (statusOf(statement) !== 'requested') throw new Refused('conflict', 'floorEnded')
    const holders = await tx.statement.findMany({ where: { sessionId, ...HOLDS_FLOOR } })
    const newHolder = holders.find(({ id }) => !held.includes(id))
    if (newHolder) throw new Refused('conflict', 'floorMoved', { speaker: newHolder.speaker })
    const ended = holders.filter(
      ({ kind }) => statement.kind !== 'pointOfOrder' || kind === 'pointOfOrder',
    )
    const now = await clockTime(tx)
    await tx.statement.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { spokenAt: now },
    })
    await tx.statement.update({ where: { id: statementId }, data: { calledAt: now } })
    for (const { listId } of ended)
      if (listId && listId !== list.id) await announce(tx, speakersTopic(listId))
    return recordOnList(tx, actor, list, 'session.speakerCalled', statementId, { speaker })
  })
}

/** Takes the floor back from a speaker who did not speak: the request waits again, at its place. */
export function takeBackFloor(actor: SignedIn, { statementId }: OneStatement): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const statement = await lockedStatement(tx, statementId)
    const { list, sessionId, speaker } = statement
    requireAllowed(canGiveFloor(actor, sessionId, await handedPowers(tx, sessionId)))
    if (statusOf(statement) !== 'called') throw new Refused('conflict', 'floorNotHeld')
    await tx.statement.update({ where: { id: statementId }, data: { calledAt: null } })
    return recordOnList(tx, actor, list, 'session.floorTakenBack', statementId, { speaker })
  })
}

/** Notes that a statement was made, at which meeting, with its text if it was handed in. Idempotent. */
export function noteStatement(actor: SignedIn, input: NoteStatement): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const { statementId, meetingId, text } = input
    const statement = await lockedStatement(tx, statementId)
    const { list, sessionId, speaker, spokenAt, withdrawnAt } = statement
    requireAllowed(canGiveFloor(actor, sessionId, await handedPowers(tx, sessionId)))
    if (withdrawnAt) throw new Refused('conflict', 'floorEnded')
    if (meetingId) orNotFound(await tx.meeting.findFirst({ where: { id: meetingId, sessionId } }))
    const noted = {
      meetingId: meetingId ?? statement.meetingId,
      text: text || statement.text,
    }
    if (spokenAt && noted.meetingId === statement.meetingId && noted.text === statement.text)
      return list.place
    await tx.statement.update({
      where: { id: statementId },
      data: { ...noted, spokenAt: spokenAt ?? (await clockTime(tx)) },
    })
    return recordOnList(tx, actor, list, 'session.statementMade', statementId, { speaker })
  })
}
