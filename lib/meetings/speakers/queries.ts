import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import { orNotFound } from '@/lib/errors'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import type { ListView } from './list-view'
import { asListed, listEvents, statusOf } from './order'

/** The agenda items of a session that `getSession` answered to this actor, with the list of speakers of each, if it has one. */
export async function listSpeakersLists(session: { id: string }) {
  const items = await db.agendaItem.findMany({
    where: { sessionId: session.id },
    orderBy: [{ number: 'asc' }, { letter: 'asc' }],
    select: {
      id: true,
      number: true,
      letter: true,
      title: true,
      speakersLists: {
        select: {
          opensAt: true,
          closedAt: true,
          _count: { select: { statements: { where: { withdrawnAt: null } } } },
        },
      },
    },
  })
  return items.map(({ speakersLists: [list], ...item }) => ({
    ...item,
    list: list
      ? { opensAt: list.opensAt, closedAt: list.closedAt, requests: list._count.statements }
      : null,
  }))
}

/** The list of speakers on an item ("2", "1a") with the requests in their order; whether it is open by the database's clock. */
export async function getSpeakersList(session: { id: string }, item: string) {
  const [, number, letter] = orNotFound(/^(\d{1,3})([a-z]{0,2})$/.exec(item))
  const row = orNotFound(
    await db.agendaItem.findFirst({
      where: { sessionId: session.id, number: Number(number), letter: letter ?? '' },
      select: {
        id: true,
        number: true,
        letter: true,
        title: true,
        speakersLists: {
          include: {
            statements: { include: { attribution: { select: onBehalfFacts }, onBehalfOf: true } },
          },
        },
      },
    }),
  )
  const { speakersLists, ...about } = row
  const list = speakersLists[0] ?? null
  const now = await clockTime(db)
  return {
    item: about,
    list: list && {
      id: list.id,
      opensAt: list.opensAt,
      closedAt: list.closedAt,
      rule: list.rule,
      stateMinutes: list.stateMinutes,
      groupMinutes: list.groupMinutes,
      otherMinutes: list.otherMinutes,
      isOpen: list.opensAt <= now && (!list.closedAt || list.closedAt > now),
      statements: asListed(list.statements).map((statement) => ({
        id: statement.id,
        kind: statement.kind,
        speaker: statement.speaker,
        person: statement.person,
        delegationId: statement.delegationId,
        onBehalfOf: statement.onBehalfOf?.name ?? '',
        onBehalf: readOnBehalf(statement.attribution),
        requestedAt: statement.requestedAt,
        calledAt: statement.calledAt,
        text: statement.text,
        status: statusOf(statement),
      })),
    },
  }
}
type SpeakersView = Awaited<ReturnType<typeof getSpeakersList>>
export type SpeakersListView = NonNullable<SpeakersView['list']>

/**
 * The number of acts on the lists of a session: a page read at a lower number is stale. Counted, as requests share the
 * list: the later entry of the record may be stored first.
 */
export const countListActs = (session: { id: string }): Promise<number> =>
  db.recordEntry.count({ where: { sessionId: session.id, event: { in: [...listEvents] } } })

/** A list as those who follow it see it at once. Unchecked: the caller must have authorized the actor. */
export async function loadSpeakers(session: { id: string }, listId: string): Promise<ListView> {
  const version = await countListActs(session)
  const standing = await db.statement.findMany({
    where: { listId, withdrawnAt: null },
    select: {
      id: true,
      speaker: true,
      sequence: true,
      position: true,
      calledAt: true,
      spokenAt: true,
      withdrawnAt: true,
    },
  })
  return {
    version,
    speakers: asListed(standing).map((statement) => ({
      id: statement.id,
      name: statement.speaker,
      hasFloor: statusOf(statement) === 'called',
    })),
  }
}
