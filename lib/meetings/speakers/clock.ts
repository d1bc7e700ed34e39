import type { StatementKind } from '@/lib/meetings/kinds'

/** The minutes of each kind of speaker, as written above the list. */
type Minutes = { stateMinutes: number; groupMinutes: number; otherMinutes: number }

/** The maximum minutes of a statement of this kind; null for a point of order, which has no separate time. */
export function minutesOf(kind: StatementKind, list: Minutes): number | null {
  switch (kind) {
    case 'state':
      return list.stateMinutes
    case 'group':
      return list.groupMinutes
    case 'observer':
    case 'organisation':
    case 'rightOfReply':
      return list.otherMinutes
    case 'pointOfOrder':
      return null
  }
}

/** From when to when a point of order was heard; no end while it is heard. */
type Interruption = { calledAt: Date; spokenAt: Date | null }

/**
 * The seconds that a speaker has used at `now`: since the call, without the points of order that were heard meanwhile.
 * They must not overlap: one ends before the next is called.
 */
export function secondsUsed(
  calledAt: Date,
  interruptions: readonly Interruption[],
  now: Date,
): number {
  const times = interruptions
    .filter((point) => point.calledAt >= calledAt && point.calledAt <= now)
    .map((point) => (point.spokenAt ?? now).getTime() - point.calledAt.getTime())
  const used = now.getTime() - calledAt.getTime() - times.reduce((sum, time) => sum + time, 0)
  return Math.max(0, Math.floor(used / 1000))
}

/** The holder of the floor, as everybody in the room sees it. */
export type FloorView = {
  speaker: string
  onBehalfOf: string
  /** The agenda item, "2" or "1 (a)". */
  item: string
  kind: StatementKind
  /** Null for a point of order. */
  minutes: number | null
  /** Seconds used when the server looked. */
  used: number
  /** The speaker of a point of order while the time of the interrupted speaker stands still; null while it runs. */
  pointOfOrder: string | null
}
