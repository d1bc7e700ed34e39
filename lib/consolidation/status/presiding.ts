import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { presides } from '@/lib/delegations/powers/powers'
import { authorize } from '@/lib/errors'

/** In whose name a presiding officer acts: the Chair's, where the powers are handed over. */
export type Presiding = { onBehalfOfId: string | null; onBehalfOf: string }

/** Refuses whoever does not preside now; a Chair who handed over does not. */
export async function requirePresiding(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
): Promise<Presiding> {
  const powers = await handedPowers(tx, sessionId)
  authorize(presides(actor, sessionId, powers), 'notPresiding')
  if (!powers) return { onBehalfOfId: null, onBehalfOf: '' }
  const chair = await tx.person.findUnique({
    where: { id: powers.fromPersonId },
    select: { name: true },
  })
  return { onBehalfOfId: powers.fromPersonId, onBehalfOf: chair?.name ?? '' }
}
