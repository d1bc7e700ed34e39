import 'server-only'
import { clockTime, databaseTime, isUniqueViolation, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { isUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { receivedBy } from '@/lib/delegations/arrival'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { announce, screenTopic } from '@/lib/live/announce'
import type { StatementKind } from '@/lib/meetings/kinds'
import { record } from '@/lib/record/record'
import {
  announceAttribution,
  attribute,
  attributeStatement,
} from '@/lib/sessions/attribution/commands'
import { type ListEvent, statusOf } from './order'
import { canAskFloor, canSetSpeakersList, canWithdrawFloor } from './policy'
import type { AskFloor, CloseSpeakersList, OneStatement, SetSpeakersList } from './schema'
import { fitsSpeaker } from './statement-kinds'

/** The page of a list of speakers. */
export type ListPlace = { slug: string; item: string }

/** The topic of a list: somebody asked for the floor, got it, spoke or withdrew. */
export const speakersTopic = (listId: string): string => `speakers:${listId}`

/**
 * Sets when the list of an agenda item opens, its rule and its times, and opens a closed one again. A list that requests
 * stand on opens when it did before. Idempotent: a list that stays the same is not recorded again.
 */
export function setSpeakersList(actor: SignedIn, input: SetSpeakersList): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const { sessionId, agendaItemId, ...list } = input
    requireAllowed(canSetSpeakersList(actor, sessionId))
    await lockRow(tx, 'Session', sessionId)
    const item = orNotFound(
      await tx.agendaItem.findFirst({ where: { id: agendaItemId, sessionId }, select: ITEM }),
    )
    const earlierList = await tx.speakersList.findFirst({ where: { sessionId, agendaItemId } })
    if (earlierList && (await tx.statement.count({ where: { listId: earlierList.id } })) > 0)
      list.opensAt = earlierList.opensAt
    const place = placeOf(item)
    if (isUnchanged(earlierList, { ...list, closedAt: null })) return place
    const { id } = await tx.speakersList.upsert({
      where: { sessionId_agendaItemId: { sessionId, agendaItemId } },
      create: { sessionId, agendaItemId, ...list },
      update: { ...list, closedAt: null },
    })
    await record(tx, actor, 'session.speakersListOpened', {
      sessionId,
      subjectId: id,
      data: { item: place.item },
    })
    await announce(tx, speakersTopic(id))
    return place
  })
}

/** Closes the list: it takes rights of reply and points of order alone. */
export function closeSpeakersList(
  actor: SignedIn,
  { listId }: CloseSpeakersList,
): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const list = await lockedList(tx, listId)
    requireAllowed(canSetSpeakersList(actor, list.sessionId))
    const { count } = await tx.speakersList.updateMany({
      where: { id: listId, closedAt: null },
      data: { closedAt: await databaseTime(tx) },
    })
    if (count === 0) throw new Refused('conflict', 'speakersClosed')
    return recordOnList(tx, actor, list, 'session.speakersListClosed', listId)
  })
}

/**
 * Asks for the floor. The arrival time of the request decides, by the database's clock; the place is the order in which
 * the database took the requests. Refuses a second request of one delegation while its first waits, a kind of statement
 * that does not fit the speaker, and a statement of a group of States that names none.
 */
export async function askFloor(actor: SignedIn, input: AskFloor): Promise<ListPlace> {
  try {
    return await transaction(actor, (tx) => ask(tx, actor, input))
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('conflict', 'floorAsked')
    throw error
  }
}

async function ask(tx: Tx, actor: SignedIn, input: AskFloor): Promise<ListPlace> {
  const { listId, kind, person, language, onBehalfOfId } = input
  const list = await lockedList(tx, listId, 'share')
  const arrivedAt = receivedBy(actor, await clockTime(tx))
  requireAllowed(canAskFloor(actor, list, { delegationId: input.delegationId, arrivedAt, kind }))
  const speaker = await speakerOf(tx, actor, list, input)
  const arrival = { sessionId: list.sessionId, receivedAt: arrivedAt }
  const attributionId =
    onBehalfOfId && speaker.delegationId
      ? await attribute(tx, {
          ...arrival,
          delegationId: speaker.delegationId,
          groupOfStatesId: onBehalfOfId,
        })
      : await attributeStatement(tx, {
          ...arrival,
          delegationId: speaker.delegationId ?? null,
          groupOfStatesId: speaker.groupOfStatesId,
        })
  const { id } = await tx.statement.create({
    data: {
      ...speaker,
      sessionId: list.sessionId,
      agendaItemId: list.agendaItemId,
      listId,
      kind,
      person,
      language,
      onBehalfOfId,
      requestedAt: arrivedAt,
      requestedById: actor.personId,
      attributionId,
    },
  })
  await announceAttribution(tx, actor, attributionId)
  return recordOnList(tx, actor, list, 'session.floorAsked', id, { speaker: speaker.speaker })
}

/** Withdraws a request for the floor that waits. */
export function withdrawFloor(actor: SignedIn, { statementId }: OneStatement): Promise<ListPlace> {
  return transaction(actor, async (tx) => {
    const statement = await lockedStatement(tx, statementId)
    requireAllowed(canWithdrawFloor(actor, { ...statement, status: statusOf(statement) }))
    await tx.statement.update({
      where: { id: statementId },
      data: { withdrawnAt: await databaseTime(tx), withdrawnById: actor.personId },
    })
    const { list, speaker } = statement
    return recordOnList(tx, actor, list, 'session.floorWithdrawn', statementId, { speaker })
  })
}

const ITEM = { number: true, letter: true, session: { select: { slug: true } } } as const
type ItemRow = { number: number; letter: string; session: { slug: string } }
const placeOf = ({ number, letter, session }: ItemRow): ListPlace => ({
  slug: session.slug,
  item: `${number}${letter}`,
})

export type LockedList = Awaited<ReturnType<typeof lockedList>>

/** Locks a list; requests share it, the acts that order and close it do not. */
async function lockedList(tx: Tx, listId: string, mode: 'share' | 'update' = 'update') {
  await lockRow(tx, 'SpeakersList', listId, mode)
  const list = orNotFound(
    await tx.speakersList.findUnique({
      where: { id: listId },
      include: { agendaItem: { select: ITEM }, session: { select: { groupId: true } } },
    }),
  )
  return { ...list, groupId: list.session.groupId, place: placeOf(list.agendaItem) }
}

/** Locks the list of a statement and answers the statement. Refuses one without a list. */
export async function lockedStatement(tx: Tx, statementId: string) {
  const row = orNotFound(await tx.statement.findUnique({ where: { id: statementId } }))
  const list = await lockedList(tx, orNotFound(row.listId))
  const statement = await tx.statement.findUniqueOrThrow({ where: { id: statementId } })
  return { ...statement, list }
}

/** The events that can change the speaker on the room's screen. */
const MOVES_FLOOR: readonly ListEvent[] = [
  'session.speakerCalled',
  'session.floorTakenBack',
  'session.statementMade',
  'session.floorWithdrawn',
]

/** Records an act on a list, tells its followers, and answers its place. */
export async function recordOnList(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  event: ListEvent,
  subjectId: string,
  data: Record<string, string> = {},
): Promise<ListPlace> {
  const { sessionId, place } = list
  await record(tx, actor, event, { sessionId, subjectId, data: { item: place.item, ...data } })
  const screenTopics = MOVES_FLOOR.includes(event) ? [screenTopic(sessionId)] : []
  await announce(tx, speakersTopic(list.id), ...screenTopics)
  return place
}

async function speakerOf(
  tx: Tx,
  actor: SignedIn,
  { sessionId, groupId }: LockedList,
  { delegationId, groupOfStatesId, kind }: AskFloor & { kind: StatementKind },
) {
  if (kind === 'group') {
    if (!groupOfStatesId) throw new Refused('invalid', 'choose', {}, 'groupOfStatesId')
    const group = orNotFound(
      await tx.groupOfStates.findFirst({ where: { id: groupOfStatesId, groupId } }),
    )
    const place = membershipIn(actor, sessionId)
    if (place && !(await isMember(tx, group.id, place.delegationId)))
      throw new Refused('invalid', 'floorGroup', {}, 'groupOfStatesId')
    return {
      speaker: group.name,
      groupOfStatesId: group.id,
      delegationId: place?.delegationId ?? delegationId,
      entityId: null,
    }
  }
  const id = membershipIn(actor, sessionId)?.delegationId ?? delegationId
  if (!id) throw new Refused('invalid', 'choose', {}, 'delegationId')
  const delegation = orNotFound(
    await tx.delegation.findFirst({
      where: { id, sessionId },
      include: { entity: { select: { kind: true } } },
    }),
  )
  const { name, entityId, entity } = delegation
  if (!fitsSpeaker(kind, entity.kind)) throw new Refused('invalid', 'floorKind', {}, 'kind')
  return { speaker: name, entityId, delegationId: id, groupOfStatesId: null }
}

const isMember = async (
  tx: Tx,
  groupOfStatesId: string,
  delegationId: string,
): Promise<boolean> => {
  const { entityId } = await tx.delegation.findUniqueOrThrow({ where: { id: delegationId } })
  return (await tx.groupMember.count({ where: { groupOfStatesId, entityId, untilOn: null } })) > 0
}
