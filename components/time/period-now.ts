import { printSeatTime } from '@/lib/clock'
import type { PeriodView } from '@/lib/sessions/session-view'
import type { PeriodNow } from './period-shown'

/** A period's state when read. */
export function periodNow({ open, openUntil, closedAt, readAt }: PeriodView): PeriodNow {
  const limit = !open && closedAt && closedAt < openUntil ? closedAt : openUntil
  return {
    open,
    now: readAt.toISOString(),
    limit: limit.toISOString(),
    printed: printSeatTime(limit),
  }
}
