import type { Actor } from './actor'

/** No body takes longer to arrive and no act to be done, in milliseconds. */
export const LONGEST_REQUEST = 2 * 60_000

/**
 * The arrival time of the actor's request, by the database's clock, with `now` as its time: not later than now and at
 * most two minutes ago, as `requireOpenPeriod` (lib/sessions/periods.ts) has it. Without a request it is now.
 */
export function receivedBy({ request }: Pick<Actor, 'request'>, now: Date): Date {
  const arrived = request?.arrivedAt ?? now
  const earliest = now.getTime() - LONGEST_REQUEST
  return new Date(Math.max(Math.min(arrived.getTime(), now.getTime()), earliest))
}
