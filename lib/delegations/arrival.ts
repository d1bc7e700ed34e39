import type { Actor } from './actor'

/** No body takes longer to arrive and no act to be done, in milliseconds. */
export const LONGEST_REQUEST = 2 * 60_000

/**
 * When the actor's request had arrived, by the database's clock, whose time is `now`: not later than now and at most two
 * minutes ago, as `requireOpenPeriod` (lib/sessions/periods.ts) has it. Without a request it is now.
 */
export function receivedBy({ request }: Pick<Actor, 'request'>, now: Date): Date {
  const arrived = request?.arrivedAt ?? now
  const earliest = now.getTime() - LONGEST_REQUEST
  return new Date(Math.max(Math.min(arrived.getTime(), now.getTime()), earliest))
}
