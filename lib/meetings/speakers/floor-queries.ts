import 'server-only'
import { subHours } from 'date-fns/subHours'
import { clockTime, db } from '@/lib/db/client'
import { loadScreen } from '@/lib/plenary/screen/queries'
import type { ScreenView } from '@/lib/plenary/screen/view'
import type { DecisionOnScreen } from '@/lib/sessions/decisions/on-screen'
import { loadShownDecision } from '@/lib/sessions/decisions/room-queries'
import { type FloorView, minutesOf, secondsUsed } from './clock'
import { HOLDS_FLOOR } from './order'

/** The ids of the requests of a session that have the floor. For code that has checked the permission. */
export async function listFloorHolders(session: { id: string }): Promise<string[]> {
  const holders = await db.statement.findMany({
    where: { sessionId: session.id, ...HOLDS_FLOOR },
    select: { id: true },
  })
  return holders.map(({ id }) => id)
}

/** The longest meeting: a speaker called before it has the floor no more. */
const LONGEST_MEETING_HOURS = 4

/**
 * The holder of the floor of a session and the time left, by the database's clock; null while nobody has it. A point of
 * order is shown beside the speaker whom it interrupts. For code that has checked the permission.
 */
export async function loadFloor(sessionId: string): Promise<FloorView | null> {
  const now = await clockTime(db)
  const statements = await db.statement.findMany({
    where: {
      sessionId,
      calledAt: { gt: subHours(now, LONGEST_MEETING_HOURS) },
      spokenAt: null,
      withdrawnAt: null,
    },
    orderBy: { calledAt: 'desc' },
    include: { list: { include: { agendaItem: true } }, onBehalfOf: { select: { name: true } } },
  })
  const point = statements.find(({ kind }) => kind === 'pointOfOrder')
  const speaker = statements.find(({ kind }) => kind !== 'pointOfOrder') ?? point
  if (!speaker?.calledAt || !speaker.list) return null
  const points = await db.statement.findMany({
    where: { sessionId, kind: 'pointOfOrder', calledAt: { gte: speaker.calledAt } },
    select: { calledAt: true, spokenAt: true },
  })
  const interruptions = points.flatMap(({ calledAt, spokenAt }) =>
    calledAt ? [{ calledAt, spokenAt }] : [],
  )
  const { number, letter } = speaker.list.agendaItem
  return {
    speaker: speaker.speaker,
    onBehalfOf: speaker.onBehalfOf?.name ?? '',
    item: letter ? `${number} (${letter})` : String(number),
    kind: speaker.kind,
    minutes: minutesOf(speaker.kind, speaker.list),
    used: speaker === point ? 0 : secondsUsed(speaker.calledAt, interruptions, now),
    pointOfOrder: point && point !== speaker ? point.speaker : null,
  }
}

/** The content of the room's screen: the item, a decision over it, and the speaker, each null if none. */
export type RoomView = {
  item: ScreenView | null
  decision: DecisionOnScreen | null
  floor: FloorView | null
}

/** Item, decision and floor in one, for all viewers of a process. Unchecked: the caller must have authorized the actor. */
export async function loadRoom(sessionId: string): Promise<RoomView> {
  const [item, decision, floor] = await Promise.all([
    loadScreen(sessionId),
    loadShownDecision(sessionId),
    loadFloor(sessionId),
  ])
  return { item, decision, floor }
}
