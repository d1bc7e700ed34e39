import 'server-only'
import type { Actor } from '@/lib/delegations/actor'
import type { Refused } from '@/lib/errors'
import { networkOfRequest } from '../throttle/attempts'
import { logSecurity } from './log'

/**
 * Notes that a signed-in person asked for a right that they lack. Visitors are not noted: a robot that opens every
 * address would fill the log.
 */
export async function logRefusedRight(
  actor: Actor,
  { reason, key }: Pick<Refused, 'reason' | 'key'>,
): Promise<void> {
  if (reason !== 'forbidden' || actor.personId === null) return
  const { personId } = actor
  await logSecurity('right.refused', { personId, network: await networkOfRequest(), detail: key })
}
