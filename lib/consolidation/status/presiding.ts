import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { presides } from '@/lib/delegations/powers/powers'

/** Whether the actor presides now, and in whose name: the Chair's, if the powers are handed over. */
export type Presiding = { presides: boolean; onBehalfOfId: string | null }

/** Reads the powers of a session. A Chair who handed over does not preside. */
export async function readPresiding(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
): Promise<Presiding> {
  const powers = await handedPowers(tx, sessionId)
  const now = presides(actor, sessionId, powers)
  return { presides: now, onBehalfOfId: now && powers ? powers.fromPersonId : null }
}
